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

  let options: BuildOptions
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
    let kept = KeptPages(pages, isKept: site.kept.map { $0 != nil }, in: site.staging)
    do throws(FileSystemError) {
      if let more = try await kept.outlines(for: links, beside: outlines, site: renderer.site.address) {
        for (index, outline) in more { outlines[index] = outline }
        links = check(outlines)
      }
    } catch {
      let claim = site.staging.claim
      throw await error.after(undoing: { () throws(FileSystemError) in try claim.withdraw() }, in: options.outputPath)
    }
    let (warnings, troubled) = await links.warnings(jobs: options.jobs)
    findings.append(contentsOf: warnings)
    options.tell?(.left(.check, "links of \(counted(outlines.count { $0 != nil }, "page"))"))
    return (findings, troubled)
  }
}

extension Build.Staged where Note == Build.Trace {
  /// What the next build is to know.
  ///
  /// - Parameter troubled: the pages with links that lead nowhere, by their places in the plan.
  fileprivate func memory(troubled: Set<Int>) -> BuildMemory {
    let files = renderer.plan.pages.enumerated().map { index, page in
      let isQuiet = notes[index]?.isQuiet ?? true
      return BuildMemory.File(
        path: page.path.file, origin: page.origin, key: isQuiet && !troubled.contains(index) ? keys[index] : nil,
        stamp: kept[index]?.stamp)
    }
    return BuildMemory(hasFeed: renderer.site.hasFeed, files: files)
  }
}
