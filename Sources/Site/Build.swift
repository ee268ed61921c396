import Diagnostics
import EDTF
import Positions

/// A whole build, room by room: load, parse, resolve and verify, plan, render, check, commit.
///
/// Each room takes the value of the one before. Findings are collected on the way, so that one run tells all of them,
/// and only when there is no error among them is anything changed that readers see. Each page is written aside as soon
/// as it is rendered, so that the site is never whole in memory.
public struct Build: Sendable {
  /// How a build ended: with what there is to tell of it, where it is made.
  public typealias Outcome = BuildOutcome<BuildSummary>

  private let options: BuildOptions
  /// Lowered in tests only, which cannot wait so long.
  var timeStep = BuildInputs.longestStep

  /// Creates a build; ``run()`` does the work.
  public init(_ options: BuildOptions) { self.options = options }

  /// Makes the site.
  ///
  /// - Throws: ``FileSystemError`` where the machine would not do what was asked.
  public func run() async throws(FileSystemError) -> Outcome {
    let early = try await claim()
    if case .busy = early { return .busy(output: options.outputPath) }
    guard BuildOptions.holdsContent(options.folder) else { return .noContent }
    let inputs = try await BuildInputs(options, step: timeStep)
    if case .claimed(let claim) = early {
      switch try await BuildRecord.read(of: inputs, folder: options.folder, in: claim) {
      case .upToDate(let summary, let findings):
        options.tell?(.reason("nothing is made anew: nothing has changed since the last build"))
        return .made(summary, findings)
      case .outOfDate(let why): options.tell?(.reason("everything is made anew: \(why)"))
      }
    } else {
      options.tell?(.reason("everything is made anew: nothing was built here before"))
    }

    let staged = try await stage(after: early) { page, content, address in
      PageOutline(of: content, at: page.path, in: address)
    }
    return try await staged.then { site, findings throws(FileSystemError) in
      let findings = await checkLinks(of: site, findings)
      options.tell?(.entered(.commit))
      let summary = BuildSummary(of: site.renderer.site, try await site.staging.commit())
      options.tell?(.left(.commit, summary.files.inWords))
      if let tell = options.tell { for reason in summary.reasonsForLeavingOut { tell(.reason(reason)) } }
      // The site is made. Where nothing can be written down of it, the next build has more to do, and that is all.
      let claim = site.staging.claim
      try? await BuildRecord.write(summary, findings, of: inputs, folder: options.folder, in: claim)
      return .made(summary.keeping([site.renderer, site.notes]), findings)
    }
  }

  /// A site that stands aside in Output, free of errors, with what was noted of each file, in the order of the plan.
  struct Staged<Note: Sendable>: Sendable {
    let staging: Staging
    let renderer: Renderer
    let notes: [Note]
  }

  /// Claims Output, before anything is read: so that of two builds the second is the newer one, and so that what was
  /// interrupted is finished whatever becomes of this build.
  ///
  /// A folder that is not there is not made for content that may turn out to be wrong.
  func claim() async throws(FileSystemError) -> OutputFolder.Answer {
    // Whoever names a folder means it.
    if options.output == nil, FileSystem.leadsOut("Output", of: options.folder) {
      throw .outwardLink(options.outputPath, help: "if that is meant, say where with --output")
    }
    return try await OutputFolder(options.outputPath, jobs: options.jobs).claim(making: false, onWait: options.onWait)
  }

  /// Every room up to Render; what was made stands aside.
  ///
  /// - Parameters:
  ///   - early: how it ended to claim Output.
  ///   - note: is given every file as soon as it is made, and the address of the site.
  func stage<Note: Sendable>(
    after early: OutputFolder.Answer,
    noting note: @escaping @Sendable (Page, OutputFolder.Content, SiteAddress) throws(FileSystemError) -> Note
  ) async throws(FileSystemError) -> BuildOutcome<Staged<Note>> {
    var diagnostics = Diagnostics()
    if case .busy = early { return .busy(output: options.outputPath) }
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    if diagnostics.hasErrors {
      // Rendered in spite of errors, for the links and components in texts are looked at there. What an error left out
      // is no error where it is named.
      _ = await renderer.pages(for: options, diagnostics: &diagnostics, with: {}) { _, _, _, _ in }
      return .refused(diagnostics)
    }

    var answer = early
    if case .unused = early {
      let output = OutputFolder(options.outputPath, jobs: options.jobs)
      answer = try await output.claim(making: true, onWait: options.onWait)
    }
    guard case .claimed(let claim) = answer else { return .busy(output: options.outputPath) }
    let staged: Staged<Note>?
    do throws(FileSystemError) {
      staged = try await write(renderer, in: claim, diagnostics: &diagnostics, noting: note)
    } catch {
      throw await error.after(undoing: { () throws(FileSystemError) in try claim.withdraw() }, in: options.outputPath)
    }
    guard let staged else {
      try claim.withdraw()
      return .refused(diagnostics)
    }
    return .made(staged, diagnostics)
  }

  /// Renders the site, and writes aside what differs.
  ///
  /// - Returns: `nil` where something is wrong with it after all.
  private func write<Note: Sendable>(
    _ renderer: Renderer, in claim: OutputClaim, diagnostics: inout Diagnostics,
    noting note: @escaping @Sendable (Page, OutputFolder.Content, SiteAddress) throws(FileSystemError) -> Note
  ) async throws(FileSystemError) -> Staged<Note>? {
    let staging = try Staging(renderer.plan.pages.map(\.path), in: claim)
    let address = renderer.site.address
    let results = await renderer.pages(for: options, diagnostics: &diagnostics, with: staging.worker) {
      worker, page, content, hasErrors in
      Result { () throws(FileSystemError) in
        if !hasErrors { try worker.stage(content, at: page.path) }
        return try note(page, content, address)
      }
    }
    if diagnostics.hasErrors { return nil }
    let notes = try results.map { result throws(FileSystemError) in try result.get() }
    report(staging.clashes, diagnostics: &diagnostics)
    return diagnostics.hasErrors ? nil : Staged(staging: staging, renderer: renderer, notes: notes)
  }

  /// Looks at the links of all files at once. What leads nowhere is worth a warning, no more.
  private func checkLinks(of site: Staged<PageOutline?>, _ findings: Diagnostics) async -> Diagnostics {
    var findings = findings
    options.tell?(.entered(.check))
    let renderer = site.renderer
    let links = LinkCheck(
      renderer.plan.pages, outlines: site.notes, site: renderer.site, links: renderer.links)
    findings.append(contentsOf: await links.warnings(jobs: options.jobs))
    options.tell?(.left(.check, "links of \(counted(site.notes.count { $0 != nil }, "page"))"))
    return findings
  }

  private func report(_ clashes: [Staging.Clash], diagnostics: inout Diagnostics) {
    for clash in clashes {
      let help =
        switch clash.kind {
        case .folder: "the build needs a file of that name; move the folder away"
        case .symbolicLink: "a build never writes through a link inside its output; remove it, or build elsewhere"
        case .file, .other: "nothing was written; move the file away, or into Content/ if it belongs to the site"
        }
      diagnostics.error(
        "foreign-file", "\(options.outputPath)/\(clash.path) stands in the way: this build did not make it", help: help)
    }
  }
}
