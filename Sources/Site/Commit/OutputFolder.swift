import Diagnostics

/// The folder a site is written into: the only place of the house that writes.
///
/// Everything is known before the first byte is written, so that a build with errors leaves the folder as it was.
/// Each file appears whole, by being written aside and moved into place. The manifest of the files the build owns is
/// written before the first of them changes, holding the old and the new ones, and again at the end; whoever comes
/// after a build that was killed in between still knows which files are the build's own, and completes the work.
struct OutputFolder {
  /// What a commit did.
  struct Result: Equatable {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  /// Something at a file's place that the build did not make.
  struct Clash: Equatable {
    let path: OutputPath
    let isFolder: Bool
  }

  /// What a file is to hold.
  enum Content: Sendable {
    /// Bytes made by the build.
    case bytes([UInt8])
    /// The bytes of a file elsewhere on the disk.
    case copy(of: String)
  }

  private let path: String
  private let jobs: Int
  private var manifestPath: String { path + "/.dateline/manifest" }
  private var temporaryPath: String { path + "/.dateline/writing" }

  init(_ path: String, jobs: Int) {
    self.path = path
    self.jobs = jobs
  }

  /// Takes the folder for one build; makes it where it does not exist.
  ///
  /// - Returns: `nil` where another build is writing into it.
  func claim() throws(FileSystemError) -> FileSystem.Lock? {
    if FileSystem.kind(of: path) != nil, !FileSystem.isFolder(path) {
      throw FileSystemError.notAFolder(path)
    }
    try FileSystem.makeFolder(path + "/.dateline")
    return try FileSystem.lock(path + "/.dateline/lock")
  }

  /// Makes the folder hold these files, and none of the build's earlier ones beside them.
  ///
  /// - Returns: what was done; or, with nothing done, the files that stand in the way.
  func commit(_ files: [(path: OutputPath, content: Content)]) async throws(FileSystemError) -> (Result, [Clash]) {
    let old = try readManifest()
    let states = try await compare(files, owned: old)

    let clashes = zip(files, states).compactMap { file, state -> Clash? in
      switch state {
      case .foreignFile: Clash(path: file.path, isFolder: false)
      case .foreignFolder: Clash(path: file.path, isFolder: true)
      case .same, .missing, .different: nil
      }
    }
    guard clashes.isEmpty else { return (Result(), clashes) }

    let new = OutputManifest(paths: files.map(\.path.file))
    var result = Result()
    let changed = zip(files, states).filter { $0.1 != .same }.map(\.0)
    result.unchanged = files.count - changed.count
    let stale = old.paths.subtracting(new.paths).sorted()
    if !changed.isEmpty || !stale.isEmpty {
      try write(OutputManifest(paths: old.paths.union(new.paths)))
    }
    // A file that gives way to a folder of the same name has to go first.
    for path in stale {
      if FileSystem.kind(of: self.path + "/" + path) != nil {
        try FileSystem.removeFile(self.path + "/" + path)
        result.removed += 1
      }
      removeEmptyFolders(above: path)
    }
    try await write(changed)
    result.written = changed.count
    if new != old { try write(new) }
    return (result, [])
  }

  private enum State: Equatable, Sendable { case same, missing, different, foreignFile, foreignFolder }

  private func compare(
    _ files: [(path: OutputPath, content: Content)], owned: OutputManifest
  ) async throws(FileSystemError) -> [State] {
    let root = path
    let results = await parallelMap(files, jobs: jobs) { file -> Swift.Result<State, FileSystemError> in
      Swift.Result { () throws(FileSystemError) in
        let target = root + "/" + file.path.file
        switch FileSystem.kind(of: target) {
        case nil: return isBlocked(file.path, owned: owned) ? .foreignFile : .missing
        case .folder: return .foreignFolder
        case .symbolicLink, .other: return .foreignFile
        case .file:
          let expected: [UInt8]
          switch file.content {
          case .bytes(let bytes): expected = bytes
          case .copy(let source): expected = try FileSystem.read(source)
          }
          if try FileSystem.read(target) == expected { return .same }
          return owned.paths.contains(file.path.file) ? .different : .foreignFile
        }
      }
    }
    var states: [State] = []
    for result in results { states.append(try result.get()) }
    return states
  }

  /// Whether a file the build did not make stands where a folder on the way to `path` has to be.
  private func isBlocked(_ path: OutputPath, owned: OutputManifest) -> Bool {
    var parent = path.file[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      switch FileSystem.kind(of: self.path + "/" + parent) {
      case nil: continue
      case .folder: return false
      case .file: return !owned.paths.contains(String(parent))
      case .symbolicLink, .other: return true
      }
    }
    return false
  }

  private func readManifest() throws(FileSystemError) -> OutputManifest {
    guard FileSystem.kind(of: manifestPath) != nil else { return OutputManifest(paths: []) }
    return OutputManifest(parsing: try FileSystem.read(manifestPath))
  }

  private func write(_ manifest: OutputManifest) throws(FileSystemError) {
    try FileSystem.write(manifest.bytes, to: manifestPath + ".new")
    try FileSystem.move(manifestPath + ".new", to: manifestPath)
  }

  private func write(_ files: [(path: OutputPath, content: Content)]) async throws(FileSystemError) {
    guard !files.isEmpty else { return }
    try FileSystem.makeFolder(temporaryPath)
    var folders = Set<Substring>()
    for file in files {
      if let slash = file.path.file.lastIndex(of: "/") { folders.insert(file.path.file[..<slash]) }
    }
    for folder in folders.sorted() { try FileSystem.makeFolder(path + "/" + folder) }

    let temporary = temporaryPath
    let results = await parallelMap(Array(files.indices), jobs: jobs) { index -> Swift.Result<Void, FileSystemError> in
      do throws(FileSystemError) {
        return .success(try write(files[index], through: temporary + "/\(index)"))
      } catch {
        return .failure(error)
      }
    }
    for result in results { try result.get() }
    FileSystem.removeFolderIfEmpty(temporaryPath)
  }

  /// Writes one file aside and moves it into place.
  private func write(
    _ file: (path: OutputPath, content: Content), through aside: String
  ) throws(FileSystemError) {
    let bytes: [UInt8]
    switch file.content {
    case .bytes(let made): bytes = made
    case .copy(let source): bytes = try FileSystem.read(source)
    }
    let target = path + "/" + file.path.file
    do {
      try FileSystem.write(bytes, to: aside)
      try FileSystem.move(aside, to: target)
    } catch {
      // What was written aside is of no use to anybody; the failure that matters is the one thrown.
      try? FileSystem.removeFile(aside)
      throw FileSystemError("write", target, code: error.code)
    }
  }

  private func removeEmptyFolders(above path: String) {
    var parent = path[...]
    while let slash = parent.lastIndex(of: "/") {
      parent = parent[..<slash]
      FileSystem.removeFolderIfEmpty(self.path + "/" + parent)
    }
  }
}
