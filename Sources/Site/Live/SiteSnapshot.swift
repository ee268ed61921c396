public import Diagnostics
import Foundation
import Mustache
import Positions

/// One state of a site that is being worked on: every file it has, each rendered when it is first asked for.
///
/// It never changes: whoever holds one sees one state of the site, whatever becomes of the files meanwhile.
public final class SiteSnapshot: Sendable {
  /// What is different from the state before; everything is new in the first.
  public let outOfDate: [StalePage]

  private let site: PublishedSite
  private let renderer: Renderer
  /// By path.
  private let pages: [(page: Page, live: LivePage)]

  /// Where the site's root is on its host, with a slash at both ends.
  public var root: String { site.address.root }

  /// Resolves, checks and plans a site.
  ///
  /// - Parameter previous: an earlier state: what nothing happened to is taken from there.
  init(
    _ parsed: ParsedSite, options: BuildOptions, after previous: SiteSnapshot?, diagnostics: inout Diagnostics
  ) async {
    let site = await PublishedSite(parsed, options: options, reusing: previous?.site, diagnostics: &diagnostics)
    let plan = Plan(site, after: previous?.renderer.plan, diagnostics: &diagnostics)
    let difference = previous.map { SiteDifference(from: $0.site, to: site) }
    var known: (renderer: Renderer, difference: SiteDifference)?
    if let previous, let difference { known = (previous.renderer, difference) }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs, reusing: known)
    self.site = site

    let render: @Sendable (Page) -> LivePage.Rendering = { Self.rendering(of: $0, by: renderer) }
    var pages: [(page: Page, live: LivePage)] = []
    pages.reserveCapacity(plan.pages.count)
    var outOfDate: [StalePage] = []
    let old = previous?.pages ?? []
    var next = 0
    let changed = difference?.changed ?? []
    for page in plan.pages {
      while next < old.count, old[next].page.path < page.path { next += 1 }
      let before = next < old.count && old[next].page.path == page.path ? old[next] : nil
      // What is the same page in both plans is made from the same things.
      let inputs = before.flatMap { $0.page === page ? $0.live.inputs : nil } ?? page.inputs(in: site, plan: plan)
      let reasons = staleness(of: inputs, before: before?.live.inputs, changed: changed)
      if let before, reasons.isEmpty {
        // Where it has not been made yet, the state before makes it as well as this one.
        pages.append((page, before.live))
      } else {
        pages.append((page, LivePage(of: inputs, after: before?.live) { render(page) }))
      }
      if !reasons.isEmpty { outOfDate.append(StalePage(path: page.path.file, reasons: reasons)) }
    }
    self.renderer = renderer
    self.pages = pages
    self.outOfDate = outOfDate
  }

  private static func rendering(of page: Page, by renderer: Renderer) -> LivePage.Rendering {
    var found = Diagnostics()
    switch Watchdog.watching(page.origin, { renderer.content(of: page, diagnostics: &found) }) {
    case .copy(let path): return .init(content: .file(path: path), findings: found)
    case .bytes(let bytes):
      let content = SiteFile.Content.bytes(bytes, fingerprint: String(SHA256.hexadecimal(of: bytes).prefix(32)))
      return .init(content: found.hasErrors ? nil : content, findings: found)
    }
  }

  // MARK: Asking for files

  /// Whether the site has a file.
  public func contains(_ path: String) -> Bool { page(at: path) != nil }

  /// A file that needs no work; `nil` where it has to be rendered first, or is not there.
  public func readyFile(_ path: String) -> SiteFile? {
    guard let page = page(at: path), let rendering = page.rendering else { return nil }
    return SiteFile(path: path, content: page.best, isBroken: rendering.content == nil)
  }

  /// A file, rendered if that has not been done; `nil` where the site has none of that path.
  public func file(_ path: String) -> SiteFile? {
    guard let page = page(at: path) else { return nil }
    let rendering = page.rendered()
    return SiteFile(path: path, content: page.best, isBroken: rendering.content == nil)
  }

  private func page(at path: String) -> LivePage? {
    var (low, high) = (0, pages.count)
    while low < high {
      let middle = (low + high) / 2
      let file = pages[middle].page.path.file
      if file == path { return pages[middle].live }
      if file.precedesByBytes(path) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The file below the root that an address leads to, and whether it is the address of a folder's page without the
  /// slash at its end.
  ///
  /// - Parameter address: below the root, percent-encoded, without a query: `hanoi-2019/timeline/`.
  public func resolve(_ address: Substring) -> (path: String, lacksSlash: Bool) {
    var path = address.split(separator: "/", omittingEmptySubsequences: false).map(OutputPath.decoded)
      .joined(separator: "/")
    if path.isEmpty || path.hasSuffix("/") {
      path += "index.html"
    } else if !contains(path), contains(path + "/index.html") {
      return (path + "/index.html", true)
    }
    return (path, false)
  }

  /// The address of a file below the root, percent-encoded.
  public static func address(of path: String) -> String { OutputPath(trusted: path).address }

  // MARK: The whole site

  /// The pages that some files of Content are the text of: of a positions file, the explainer.
  func ownPages(of files: [String]) -> [String] {
    let files = Set(files)
    return pages.filter { page, _ in
      switch page.content {
      case .explainer(let index):
        files.contains("Content/\(site.stories[index].id)/positions.yaml") || files.contains(page.origin)
      case .home, .plain, .article: files.contains(page.origin)
      default: false
      }
    }.map(\.page.path.file)
  }

  /// Renders everything that has not been.
  ///
  /// - Parameter giveWay: waited for between pages, so that whoever has something more urgent comes first.
  /// - Returns: what is wrong, seen from all the pages; `nil` where the task was cancelled before that was known.
  public func renderAll(givingWay giveWay: @Sendable () async -> Void = {}) async -> Diagnostics? {
    var found = Diagnostics()
    for (_, page) in pages {
      if !page.isRendered {
        await giveWay()
        if Task.isCancelled { return nil }
      }
      found.append(contentsOf: page.rendered().findings)
    }
    return found
  }

  /// What is wrong with the pages that have been rendered so far.
  public var errorsSoFar: Diagnostics {
    var found = Diagnostics()
    for (_, page) in pages {
      for finding in page.failure?.all ?? [] where finding.severity == .error { found.report(finding) }
    }
    return found
  }

  /// Looks at all links of the site, once everything has been rendered.
  ///
  /// - Parameter giveWay: waited for between pages.
  /// - Returns: `nil` where the task was cancelled before that was known.
  public func linkFindings(givingWay giveWay: @Sendable () async -> Void = {}) async -> Diagnostics? {
    var outlines: [PageOutline?] = []
    outlines.reserveCapacity(pages.count)
    for (page, live) in pages {
      await giveWay()
      if Task.isCancelled { return nil }
      outlines.append(live.outline(at: page.path, in: site.address))
    }
    let check = LinkCheck(pages.map(\.page), outlines: outlines, site: site, links: renderer.links)
    return await check.warnings(jobs: 1).found
  }
}
