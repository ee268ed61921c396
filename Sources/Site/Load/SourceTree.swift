import Diagnostics

/// The files below a folder, read into memory or left where they are, by path.
struct SourceTree: Sendable {
  /// One file.
  struct File: Sendable {
    /// Below the folder, with `/` between parts: `hanoi-2019/articles/cnn-0222.md`.
    let path: String
    /// Where the operating system finds it.
    let diskPath: String
    /// The bytes, and the path as messages show it; `nil` for a file that is only copied.
    let text: SourceText?
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
  static func load(
    _ folder: String, named name: String, jobs: Int, diagnostics: inout Diagnostics,
    isRead: @escaping @Sendable (String) -> Bool
  ) async throws(FileSystemError) -> SourceTree {
    var paths: [String] = []
    try list(folder, below: "", into: &paths) { path, kind in
      diagnostics.warning(
        "not-a-file",
        "\(name)/\(path) left out: it is \(kind == .symbolicLink ? "a symbolic link" : "no regular file")",
        help: "a link could lead out of the site; put the file itself there")
    }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let results = await parallelMap(paths, jobs: jobs) { path -> Result<File, FileSystemError> in
      let diskPath = folder + "/" + path
      guard isRead(path) else { return .success(File(path: path, diskPath: diskPath, text: nil)) }
      return Result { () throws(FileSystemError) in
        File(
          path: path, diskPath: diskPath,
          text: SourceText(path: name + "/" + path, bytes: try FileSystem.read(diskPath)))
      }
    }
    var files: [File] = []
    for result in results { files.append(try result.get()) }
    return SourceTree(files: files)
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
