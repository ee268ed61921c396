import Diagnostics

/// The files below a folder, read into memory or left where they are, by path.
struct SourceTree: Sendable {
  /// One file.
  ///
  /// A class only so that lists of many files are copied at little cost; it never changes.
  final class File: Sendable {
    /// Below the folder, with `/` between parts: `hanoi-2019/articles/cnn-0222.md`.
    let path: String
    /// Where the operating system finds it.
    let diskPath: String
    /// The bytes, and the path as messages show it; `nil` for a file that is only copied.
    let text: SourceText?
    /// What tells this version of it from others; `nil` for a file that is not on the disk yet.
    let stamp: FileSystem.Stamp?
    /// Whether the stamp stands for these bytes for good; else the file may have changed once more under the same.
    let isSettled: Bool

    init(
      path: String, diskPath: String, text: SourceText?, stamp: FileSystem.Stamp? = nil, isSettled: Bool = false
    ) {
      self.path = path
      self.diskPath = diskPath
      self.text = text
      self.stamp = stamp
      self.isSettled = isSettled
    }
  }

  /// All files, by the bytes of their paths.
  let files: [File]

  /// Lists a folder and reads the files that `isRead` picks.
  ///
  /// Names that begin with a full stop are passed over, `.well-known` apart, and so are editors' backups that end in
  /// `~`. A symbolic link is never followed, for it could lead out of the site: it is left out with a warning.
  ///
  /// - Parameters:
  ///   - folder: where the operating system finds the folder.
  ///   - name: how messages name it.
  ///   - previous: what an earlier look at the same folder found: a file whose stamp is as it was is not read again, and
  ///     one whose bytes are as they were keeps its ``SourceText``.
  static func load(
    _ folder: String, named name: String, jobs: Int, reusing previous: SourceTree? = nil,
    diagnostics: inout Diagnostics, isRead: @escaping @Sendable (String) -> Bool
  ) async throws(FileSystemError) -> SourceTree {
    var paths: [String] = []
    try list(folder, below: "", into: &paths) { path, kind in
      diagnostics.warning(
        "not-a-file",
        "\(name)/\(path) left out: it is \(kind == .symbolicLink ? "a symbolic link" : "no regular file")",
        help: "a link could lead out of the site; put the file itself there")
    }
    paths.sort { $0.precedesByBytes($1) }
    let now = FileSystem.now
    let known = counterparts(of: paths, in: previous?.files ?? [])
    let results = await parallelMap(Array(zip(paths, known)), jobs: jobs) {
      path, old -> Result<File, FileSystemError> in
      let diskPath = old?.diskPath ?? folder + "/" + path
      return Result { () throws(FileSystemError) in
        if old != nil || !isRead(path) {
          guard let stamp = FileSystem.stamp(of: diskPath) else { throw FileSystemError("read", diskPath) }
          if let old, old.isSettled, old.stamp == stamp { return old }
          guard isRead(path) else {
            return File(
              path: path, diskPath: diskPath, text: nil, stamp: stamp, isSettled: !stamp.isRecent(at: now))
          }
        }
        let (bytes, stamp) = try FileSystem.readStamped(diskPath)
        let same = old?.text.flatMap { $0.bytes == bytes ? $0 : nil }
        return File(
          path: path, diskPath: diskPath, text: same ?? SourceText(path: name + "/" + path, bytes: bytes), stamp: stamp,
          isSettled: !stamp.isRecent(at: now))
      }
    }
    return SourceTree(files: try results.map { result throws(FileSystemError) in try result.get() })
  }

  /// The file of each path that an earlier look found, if it did; both are by the bytes of their paths.
  private static func counterparts(of paths: [String], in files: [File]) -> [File?] {
    var next = 0
    return paths.map { path in
      while next < files.count, files[next].path.precedesByBytes(path) { next += 1 }
      return next < files.count && files[next].path.utf8.elementsEqual(path.utf8) ? files[next] : nil
    }
  }

  /// Whether a name is passed over: hidden, or an editor's backup.
  static func passesOver(_ name: String) -> Bool {
    name.hasPrefix(".") && name != ".well-known" || name.hasSuffix("~")
  }

  private static func list(
    _ folder: String, below prefix: String, into paths: inout [String], onSkip: (String, FileSystem.Kind) -> Void
  ) throws(FileSystemError) {
    for (name, kind) in try FileSystem.entries(of: folder) {
      if passesOver(name) { continue }
      switch kind {
      case .file: paths.append(prefix + name)
      case .folder: try list(folder + "/" + name, below: prefix + name + "/", into: &paths, onSkip: onSkip)
      case .symbolicLink, .other: onSkip(prefix + name, kind)
      }
    }
  }
}
