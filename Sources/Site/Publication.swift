import Diagnostics

/// A site as readers are to get it: rendered, judged as `dateline check` does, and free of errors.
///
/// While one that is to be written lives, no other build and no other publish is at work in its Output.
package struct Publication: Sendable {
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
  private let tell: (@Sendable (BuildEvent) -> Void)?

  /// Makes one whose files stand aside in Output, to be committed.
  package static func make(_ options: BuildOptions) async throws(FileSystemError) -> BuildOutcome<Publication> {
    let build = Build(options)
    let staged = try await build.stage(after: build.claim()) { page, content, _, _ throws(FileSystemError) in
      try Note(page, content)
    }
    return try await staged.then { site, findings throws(FileSystemError) in
      let notes = site.notes.compactMap { $0 }
      let report = await SiteCheck(options).judge(site.renderer, notes.map(\.look), findings)
      if report.findings.hasErrors {
        try site.staging.claim.withdraw()
        return .refused(report.findings)
      }
      return .made(Publication(notes.map(\.file), options, site.staging), report.findings)
    }
  }

  /// Makes one, and writes nothing anywhere.
  package static func rehearse(_ options: BuildOptions) async throws(FileSystemError) -> BuildOutcome<Publication> {
    var diagnostics = Diagnostics()
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let results = await renderer.pages(for: options, diagnostics: &diagnostics, with: {}) { _, page, content, _ in
      Result { () throws(FileSystemError) in try Note(page, content) }
    }
    if diagnostics.hasErrors { return .refused(diagnostics) }
    let notes = try results.map { result throws(FileSystemError) in try result.get() }
    let report = await SiteCheck(options).judge(renderer, notes.map(\.look), diagnostics)
    if report.findings.hasErrors { return .refused(report.findings) }
    return .made(Publication(notes.map(\.file), options, nil), report.findings)
  }

  /// What is kept of a file once it was made.
  private struct Note: Sendable {
    let file: File
    let look: SiteCheck.Look

    init(_ page: Page, _ content: OutputFolder.Content) throws(FileSystemError) {
      file = try File(page.path, content)
      look = try SiteCheck.Look(at: page, content)
    }
  }

  private init(_ files: [File], _ options: BuildOptions, _ staging: Staging?) {
    self.files = files.sorted { $0.path.precedesByBytes($1.path) }
    output = options.outputPath
    self.staging = staging
    tell = options.tell
  }

  /// The lock that keeps others out of Output; `nil` in a rehearsal.
  package var lock: FileSystem.Lock? { staging?.claim.lock }

  /// Writes the site into Output.
  package func commit() async throws(FileSystemError) {
    guard let staging else { return }
    tell?(.entered(.commit))
    let result = try await staging.commit()
    tell?(.left(.commit, result.inWords))
  }

  /// Leaves Output as it was.
  package func withdraw() throws(FileSystemError) { try staging?.claim.withdraw() }
}
