import Diagnostics

// The rooms from Load to Render, of a build and of a publish alike.

extension Build {
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
    /// The files that are left as they are, in the order of the plan; `nil` of one that was made.
    let kept: [BuildMemory.File?]
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
    let kept = recall.flatMap { self.kept(of: renderer, keys: keys, $0) } ?? plan.pages.map { _ in nil }
    let made = zip(plan.pages, kept).compactMap { $1 == nil ? $0 : nil }
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
    let notes = try kept.map { file throws(FileSystemError) in file == nil ? try rest.popFirst()?.get() : nil }
    report(staging.clashes, diagnostics: &diagnostics)
    if diagnostics.hasErrors { return nil }
    return Staged(staging: staging, renderer: renderer, notes: notes, keys: keys, kept: kept)
  }

  /// The files that are left as they are, in the order of the plan; `nil` where none is.
  private func kept(of renderer: Renderer, keys: [PageKey?], _ recall: Recall) -> [BuildMemory.File?]? {
    guard let memory = recall.memory else { return nil }
    guard let kept = memory.kept(of: renderer.plan, keys: keys, hasFeed: renderer.site.hasFeed) else {
      let reason =
        memory.hasFeed == renderer.site.hasFeed
        ? "a page has gone or moved" : "the site has a feed now, or has one no longer"
      options.tell?(.reason("everything is made anew: \(recall.why), and \(reason)"))
      return nil
    }
    let count = kept.count { $0 != nil }
    options.tell?(
      .reason("\(counted(kept.count - count, "file")) made anew, \(counted(count, "other")) kept: \(recall.why)"))
    return kept
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
