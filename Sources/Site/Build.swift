import Diagnostics
import EDTF
import Positions

/// A whole build, room by room: load, parse, resolve and verify, plan, render, check, commit.
///
/// Each room takes the value of the one before. Findings are collected on the way, so that one run tells all of them,
/// and only when there is no error among them is anything changed that readers see. Each page is written aside as soon
/// as it is rendered, so that the site is never whole in memory. What an earlier build made from the same things is left
/// as it is (``BuildRecord``).
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
    var recall = Recall(settledAt: inputs.settledAt)
    if case .claimed(let claim) = early {
      switch try await BuildRecord.read(of: inputs, folder: options.folder, in: claim) {
      case .upToDate(let summary, let findings):
        options.tell?(.reason("nothing is made anew: nothing has changed since the last build"))
        return .made(summary, findings)
      case .outOfDate(let why, let memory):
        recall.memory = memory
        if memory == nil { options.tell?(.reason("everything is made anew: \(why)")) } else { recall.why = why }
      }
    } else {
      options.tell?(.reason("everything is made anew: nothing was built here before"))
    }

    let staged = try await stage(after: early, recalling: recall) { page, content, address, found in
      Trace(outline: PageOutline(of: content, at: page.path, in: address), isQuiet: found.all.isEmpty)
    }
    return try await staged.then { site, findings throws(FileSystemError) in
      let (findings, troubled) = try await checkLinks(of: site, findings)
      options.tell?(.entered(.commit))
      let summary = BuildSummary(of: site.renderer.site, try await site.staging.commit())
      options.tell?(.left(.commit, summary.files.inWords))
      if let tell = options.tell { for reason in summary.reasonsForLeavingOut { tell(.reason(reason)) } }
      // The site is made. Where nothing can be written down of it, the next build has more to do, and that is all.
      let memory = site.memory(troubled: troubled)
      try? await BuildRecord.write(
        summary, findings, memory, of: inputs, folder: options.folder, in: site.staging.claim)
      return .made(summary.keeping([site.renderer, site.notes]), findings)
    }
  }

  /// What is kept of a page once it is made.
  struct Trace: Sendable {
    /// `nil` of what is no page.
    let outline: PageOutline?
    /// Whether there was nothing to tell of it.
    let isQuiet: Bool
  }

  /// What a build goes by that leaves files as they are.
  struct Recall: Sendable {
    var memory: BuildMemory?
    /// Why not everything is as it was, in words.
    var why = ""
    /// Of files that changed later than this, it cannot be told whether they will be the same.
    let settledAt: Int64
  }

  /// A site that stands aside in Output, free of errors.
  struct Staged<Note: Sendable>: Sendable {
    let staging: Staging
    let renderer: Renderer
    /// What was noted of each file, in the order of the plan; `nil` of one that is left as it is.
    let notes: [Note?]
    /// What each file is made from, in the order of the plan; empty where nobody wanted to know.
    let keys: [PageKey?]
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

  /// Notes what is to be known of a file; it is given every one as soon as it is made, with the address of the site and
  /// what was found in making it.
  typealias Noting<Note> =
    @Sendable (Page, OutputFolder.Content, SiteAddress, Diagnostics) throws(FileSystemError)
    -> Note

  /// Every room up to Render; what was made stands aside.
  ///
  /// - Parameters:
  ///   - early: how it ended to claim Output.
  ///   - recall: by what files are left as they are; all are made without.
  func stage<Note: Sendable>(
    after early: OutputFolder.Answer, recalling recall: Recall? = nil, noting note: @escaping Noting<Note>
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
      staged = try await write(renderer, in: claim, recalling: recall, diagnostics: &diagnostics, noting: note)
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
    _ renderer: Renderer, in claim: OutputClaim, recalling recall: Recall?, diagnostics: inout Diagnostics,
    noting note: @escaping Noting<Note>
  ) async throws(FileSystemError) -> Staged<Note>? {
    let plan = renderer.plan
    let staging = try Staging(plan.pages.map(\.path), in: claim)
    let address = renderer.site.address
    var keys: [PageKey?] = []
    if let recall {
      let site = renderer.site
      keys = await PageKeys(site, plan: plan, settledAt: recall.settledAt).all(jobs: options.jobs)
    }
    let isKept = recall.flatMap { kept(of: renderer, keys: keys, $0) } ?? plan.pages.map { _ in false }
    let made = zip(plan.pages, isKept).filter { !$1 }.map(\.0)
    staging.noteUnchanged(plan.pages.count - made.count)
    let results = await renderer.pages(made, for: options, diagnostics: &diagnostics, with: staging.worker) {
      worker, page, content, found in
      Result { () throws(FileSystemError) in
        if !found.hasErrors { try worker.stage(content, at: page.path) }
        return try note(page, content, address, found)
      }
    }
    if diagnostics.hasErrors { return nil }
    var rest = results[...]
    let notes = try isKept.map { isKept throws(FileSystemError) in isKept ? nil : try rest.popFirst()?.get() }
    report(staging.clashes, diagnostics: &diagnostics)
    return diagnostics.hasErrors ? nil : Staged(staging: staging, renderer: renderer, notes: notes, keys: keys)
  }

  /// The files that are left as they are, in the order of the plan; `nil` where none is.
  private func kept(of renderer: Renderer, keys: [PageKey?], _ recall: Recall) -> [Bool]? {
    guard let memory = recall.memory else { return nil }
    guard let kept = memory.kept(of: renderer.plan, keys: keys, hasFeed: renderer.site.hasFeed) else {
      options.tell?(.reason("everything is made anew: \(recall.why), and a page has gone or moved"))
      return nil
    }
    let count = kept.count { $0 }
    options.tell?(
      .reason("\(counted(kept.count - count, "file")) made anew, \(counted(count, "other")) kept: \(recall.why)"))
    return kept
  }

  /// Looks at the links of all files at once. What leads nowhere is worth a warning, no more.
  ///
  /// - Returns: all findings, and the pages with links that lead nowhere, by their places in the plan.
  private func checkLinks(
    of site: Staged<Trace>, _ findings: Diagnostics
  ) async throws(FileSystemError) -> (findings: Diagnostics, troubled: Set<Int>) {
    var findings = findings
    options.tell?(.entered(.check))
    let (renderer, pages) = (site.renderer, site.renderer.plan.pages)
    func check(_ outlines: [PageOutline?]) -> LinkCheck {
      LinkCheck(pages, outlines: outlines, site: renderer.site, links: renderer.links)
    }
    var outlines = site.notes.map { $0?.outline }
    var links = check(outlines)
    let kept = KeptPages(pages, isKept: site.notes.map { $0 == nil }, in: site.staging)
    if let more = try await kept.outlines(for: links, beside: outlines, site: renderer.site.address) {
      for (index, outline) in more { outlines[index] = outline }
      links = check(outlines)
    }
    let (warnings, troubled) = await links.warnings(jobs: options.jobs)
    findings.append(contentsOf: warnings)
    options.tell?(.left(.check, "links of \(counted(outlines.count { $0 != nil }, "page"))"))
    return (findings, troubled)
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

extension Build.Staged where Note == Build.Trace {
  /// What the next build is to know.
  ///
  /// - Parameter troubled: the pages with links that lead nowhere, by their places in the plan.
  fileprivate func memory(troubled: Set<Int>) -> BuildMemory {
    let keys = zip(keys, notes).enumerated().map { index, page -> PageKey? in
      let (key, trace) = page
      return (trace?.isQuiet ?? true) && !troubled.contains(index) ? key : nil
    }
    return BuildMemory(renderer.plan, keys: keys, hasFeed: renderer.site.hasFeed)
  }
}
