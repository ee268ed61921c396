package import Diagnostics

/// A site as readers are to get it: rendered and free of errors.
///
/// While one that is to be written lives, no other build and no other publish is at work in its Output.
package struct Publication: Sendable {
  /// How the making of one ended.
  package enum Outcome: Sendable {
    /// There is nothing wrong with it; the findings are warnings.
    case ready(Publication, Diagnostics)
    /// The content is wrong; nothing was written.
    case refused(Diagnostics)
    /// The folder holds no Content.
    case noContent
    /// Another build is writing into the same Output, and took longer than one waits.
    case busy(output: String)
  }

  /// One file of it.
  package struct File: Sendable {
    /// Below Output, with `/` between parts.
    package let path: String
    /// How many bytes it has.
    package let size: Int
    /// The SHA-256 of its bytes in hexadecimal digits.
    package let digest: String
    /// The name that git gives to its bytes.
    package let blobID: String

    fileprivate init(_ path: OutputPath, _ content: OutputFolder.Content) throws(FileSystemError) {
      let bytes: [UInt8]
      switch content {
      case .bytes(let made): bytes = made
      case .copy(let source): bytes = try FileSystem.read(source)
      }
      self.path = path.file
      size = bytes.count
      digest = SHA256.hexadecimal(of: bytes)
      blobID = GitBlob.id(of: bytes)
    }
  }

  /// All files, by the bytes of their paths.
  package let files: [File]
  /// The folder they are built into.
  package let output: String
  private let staging: Staging?

  /// Makes one whose files stand aside in Output, to be committed.
  package static func make(_ options: BuildOptions) async throws(FileSystemError) -> Outcome {
    var diagnostics = Diagnostics()
    let build = Build(options)
    switch try await build.stage(after: build.claim(), &diagnostics, noting: File.init) {
    case .staged(let staging, _, let files): return .ready(Publication(files, options, staging), diagnostics)
    case .refused: return .refused(diagnostics)
    case .noContent: return .noContent
    case .busy: return .busy(output: options.outputPath)
    }
  }

  /// Makes one, and writes nothing anywhere.
  package static func rehearse(_ options: BuildOptions) async throws(FileSystemError) -> Outcome {
    var diagnostics = Diagnostics()
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let results = await renderer.pages(jobs: options.jobs, diagnostics: &diagnostics, with: {}) { _, page, content, _ in
      Result { () throws(FileSystemError) in
        (PageOutline(of: content, at: page.path, in: renderer.site.address), try File(page.path, content))
      }
    }
    if diagnostics.hasErrors { return .refused(diagnostics) }
    let files = try await Build(options).checkLinks(results, of: renderer, diagnostics: &diagnostics)
    return diagnostics.hasErrors ? .refused(diagnostics) : .ready(Publication(files, options, nil), diagnostics)
  }

  private init(_ files: [File], _ options: BuildOptions, _ staging: Staging?) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    output = options.outputPath
    self.staging = staging
  }

  /// The lock that keeps others out of Output; `nil` in a rehearsal.
  package var lock: FileSystem.Lock? { staging?.claim.lock }

  /// Writes the site into Output.
  package func commit() async throws(FileSystemError) { _ = try await staging?.commit() }

  /// Leaves Output as it was.
  package func withdraw() throws(FileSystemError) { try staging?.claim.withdraw() }
}
