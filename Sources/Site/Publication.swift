package import Diagnostics

/// A site as readers are to get it: rendered, free of errors, and in memory still.
package struct Publication: Sendable {
  /// How the making of one ended.
  package enum Outcome: Sendable {
    /// There is nothing wrong with it; the findings are warnings.
    case ready(Publication, Diagnostics)
    /// The content is wrong.
    case refused(Diagnostics)
    /// The folder holds no Content.
    case noContent
  }

  /// One file of it.
  package struct File: Sendable {
    /// Below Output, with `/` between parts.
    package let path: String
    /// How many bytes it has.
    package let size: Int
    /// The SHA-256 of its bytes in hexadecimal digits.
    package let digest: String

    fileprivate let content: OutputFolder.Content

    /// Its bytes.
    package func bytes() throws(FileSystemError) -> [UInt8] { try content.bytes() }
  }

  /// All files, by the bytes of their paths.
  package let files: [File]
  /// The folder they are built into.
  package let output: String
  private let build: Build
  private let folder: OutputFolder

  /// Makes one, and writes nothing.
  package static func make(_ options: BuildOptions) async throws(FileSystemError) -> Outcome {
    let build = Build(options)
    var diagnostics = Diagnostics()
    guard let (_, files) = try await build.check(&diagnostics) else { return .noContent }
    if diagnostics.hasErrors { return .refused(diagnostics) }
    return .ready(try await Publication(files.map { ($0.page.path, $0.content) }, build, options), diagnostics)
  }

  private init(
    _ files: [(path: OutputPath, content: OutputFolder.Content)], _ build: Build, _ options: BuildOptions
  ) async throws(FileSystemError) {
    let results = await parallelMap(files, jobs: options.jobs) { path, content in
      Result { () throws(FileSystemError) in
        let bytes = try content.bytes()
        return File(path: path.file, size: bytes.count, digest: SHA256.hexadecimal(of: bytes), content: content)
      }
    }
    var made: [File] = []
    for result in results { made.append(try result.get()) }
    self.files = made.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.build = build
    output = build.output
    folder = OutputFolder(build.output, jobs: options.jobs)
  }

  /// Keeps other builds and publishes out of Output until the lock is released.
  ///
  /// - Returns: `nil` where somebody else is at work there.
  package func claim() throws(FileSystemError) -> FileSystem.Lock? { try folder.claim() }

  /// Writes the site into Output, which must be claimed.
  ///
  /// - Returns: errors where files that no build made stand in the way, and then nothing was written.
  package func commit() async throws(FileSystemError) -> Diagnostics {
    var files: [(OutputPath, OutputFolder.Content)] = []
    for file in self.files { files.append((OutputPath(trusted: file.path), file.content)) }
    let (_, clashes) = try await folder.commit(files)
    var diagnostics = Diagnostics()
    build.report(clashes, &diagnostics)
    return diagnostics
  }
}

extension OutputFolder.Content {
  /// What the file is to hold.
  fileprivate func bytes() throws(FileSystemError) -> [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .copy(let source): try FileSystem.read(source)
    }
  }
}
