import Diagnostics

/// Checks that every link inside the site leads to a file the build makes and, where it names one, to an id in it.
///
/// It judges the HTML that was rendered, and so what authors, templates and the build itself wrote alike.
struct LinkCheck: Sendable {
  /// A link that leads nowhere.
  struct Problem: Sendable {
    let lint: Lint
    let message: String
    let help: String
  }

  /// A link that leads nowhere, on one page.
  private struct Found {
    let link: PageOutline.Link
    let problem: Problem
    /// Where it is written in the page's own text, if it is.
    let own: SourceLocation?
    /// The page, by its place among all.
    let index: Int
  }

  /// What a look at all links came to.
  struct Report: Sendable {
    /// Every link that leads nowhere, told where it is written if that can be found; what is written once for all pages
    /// is told once.
    let findings: [(Problem, SourceLocation?)]
    /// The pages with such links, by their places among all.
    let troubled: Set<Int>
  }

  /// How many pages are looked at together.
  private static let runLength = 32

  private let site: PublishedSite
  private let pages: [Page]
  private let outlines: [PageOutline?]
  private let links: ContentLinks
  /// The places of the site's files among all.
  private let places: [String: Int]

  /// - Parameters:
  ///   - pages: every file of the site.
  ///   - outlines: what stands in each; `nil` for what was not looked into.
  ///   - links: where the files of Content stand in the site.
  init(_ pages: [Page], outlines: [PageOutline?], site: PublishedSite, links: ContentLinks) {
    self.site = site
    self.links = links
    self.pages = pages
    self.outlines = outlines
    places = Dictionary(pages.enumerated().map { ($1.path.file, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks at all links.
  func report(jobs: Int, from locator: LinkLocator) async -> Report {
    // Most links lead to the same place from all pages and stand on many, above all on those beside each other: of a run
    // of pages each of them is looked at once.
    let runs = stride(from: 0, to: pages.count, by: Self.runLength).map { $0..<min($0 + Self.runLength, pages.count) }
    let found = await parallelMap(runs, jobs: jobs) { run in
      var judged: [PageOutline.Link: Problem?] = [:]
      func judge(_ link: PageOutline.Link, on page: Page) -> Problem? {
        guard isSameEverywhere(link) else { return problem(with: link, on: page.path) }
        if let known = judged[link] { return known }
        let new = problem(with: link, on: page.path)
        judged[link] = .some(new)
        return new
      }
      return run.flatMap { index in
        let page = pages[index]
        return (outlines[index]?.links ?? []).compactMap { link -> Found? in
          judge(link, on: page).map {
            Found(link: link, problem: $0, own: locator.location(of: link.address, on: page), index: index)
          }
        }
      }
    }
    // Of links that are in no page's own text, on how many pages each stands.
    var unplaced: [PageOutline.Link: Int] = [:]
    for found in found.joined() where found.own == nil && isSameEverywhere(found.link) {
      unplaced[found.link, default: 0] += 1
    }
    let shared = locations(of: Array(unplaced.keys), locator)
    var told: Set<PageOutline.Link> = []
    let findings = found.joined().compactMap { found -> (Problem, SourceLocation?)? in
      let (problem, page) = (found.problem, pages[found.index])
      if let own = found.own { return (problem, own) }
      if let place = shared[found.link] { return told.insert(found.link).inserted ? (problem, place) : nil }
      guard let count = unplaced[found.link], count > 1 else { return (problem.on(page), page.location) }
      return told.insert(found.link).inserted ? (problem.on(page, andOthers: count - 1), nil) : nil
    }
    return Report(findings: findings, troubled: Set(found.joined().map(\.index)))
  }

  /// Where links are written that are in no page's own text.
  private func locations(of broken: [PageOutline.Link], _ locator: LinkLocator) -> [PageOutline.Link: SourceLocation] {
    let inData = locator.locationsInData(of: broken.map(\.address))
    let places = broken.map { link in
      (link, locator.locationForAllPages(of: link.address, links: links) ?? inData[link.address])
    }
    return Dictionary(uniqueKeysWithValues: places.compactMap { link, place in place.map { (link, $0) } })
  }

  /// The same as warnings, as a build gives them: without those the site silences.
  ///
  /// - Returns: the warnings, and the pages with links that lead nowhere, told or not.
  func warnings(jobs: Int) async -> (found: Diagnostics, troubled: Set<Int>) {
    var found = Diagnostics()
    let report = await report(jobs: jobs, from: LinkLocator(site: site))
    for (problem, location) in report.findings {
      guard site.configuration.check.severity(of: problem.lint) != nil else { continue }
      found.warning(problem.lint.rawValue, problem.message, at: location, help: problem.help)
    }
    if !found.all.isEmpty { found = await Silences(of: site, jobs: jobs).silencing(found).left }
    return (found, report.troubled)
  }

  /// The pages that links name anchors in, and of which it is not known which anchors they have, by their places.
  var unknownTargets: Set<Int> {
    var unknown: Set<Int> = []
    for (page, outline) in zip(pages, outlines) {
      for link in outline?.links ?? [] where link.address.utf8.contains(UInt8(ascii: "#")) {
        if let index = target(of: link, on: page.path)?.index, outlines[index] == nil { unknown.insert(index) }
      }
    }
    return unknown
  }

  /// Whether a link leads to the same place from all pages: written from the root, or with a whole address.
  private func isSameEverywhere(_ link: PageOutline.Link) -> Bool {
    let address = link.address.utf8
    return address.first == UInt8(ascii: "/") || ["https://", "http://"].contains { address.starts(with: $0.utf8) }
  }

  /// Where in the site a link leads.
  private struct Target {
    /// The file's place among all; `nil` where there is no such file, or it would lie out of the site.
    var index: Int?
    var isOutside = false
    /// What it names in that file; empty for the whole of it.
    var fragment = ""
  }

  /// Where a link leads; `nil` for one that leads out of the site.
  private func target(of link: PageOutline.Link, on page: OutputPath) -> Target? {
    guard let address = site.address.path(in: link.address.utf8).map({ Substring($0) }) else { return nil }
    let pathEnd = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    let path = address[..<pathEnd]
    let fragment = address[pathEnd...].firstIndex(of: "#").map { String(address[address.index(after: $0)...]) } ?? ""
    if path.isEmpty { return Target(index: places[page.file], fragment: fragment) }
    guard let target = OutputPath.file(named: path, on: page, site: site.address) else {
      return Target(isOutside: true)
    }
    let file = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target
    return Target(index: places[file] ?? places[file + "/index.html"], fragment: fragment)
  }

  /// What is wrong with a link; `nil` for one that leads somewhere, or out of the site.
  func problem(with link: PageOutline.Link, on page: OutputPath) -> Problem? {
    guard let target = target(of: link, on: page) else { return nil }
    if target.isOutside {
      return .init(lint: .brokenLink, link, "link out of the site", "correct it, or write the whole address")
    }
    guard let index = target.index else {
      let help = "correct it, or make what it should lead to"
      return link.isFollowed
        ? .init(lint: .brokenLink, link, "link to a page that does not exist", help)
        : .init(lint: .missingFile, link, "file that does not exist", "correct its name, or put the file there")
    }
    let fragment = target.fragment
    guard link.isFollowed, !fragment.isEmpty, !fragment.hasPrefix(":~:"), pages[index].path.file.hasSuffix(".html")
    else { return nil }
    let hasDirective = fragment.utf8.contains(UInt8(ascii: ":"))
    let id = (hasDirective ? fragment.firstRange(of: ":~:") : nil).map { fragment[..<$0.lowerBound] } ?? fragment[...]
    guard let ids = outlines[index]?.ids, !ids.contains(OutputPath.decoded(id)) else { return nil }
    return .init(
      lint: .brokenAnchor, link, "link to an anchor that does not exist", "correct it, or make what it should lead to")
  }
}

extension LinkCheck.Problem {
  /// The same with the name of the page it stands on, for want of a place in a file.
  fileprivate func on(_ page: Page) -> Self {
    Self(lint: lint, message: "\(message) on /\(page.path.address)", help: help)
  }

  /// The same of a link that is in the text of none of its pages.
  fileprivate func on(_ page: Page, andOthers count: Int) -> Self {
    let pages = "/\(page.path.address) and \(counted(count, "other page"))"
    return Self(
      lint: lint, message: "\(message) on \(pages)",
      help: "none of them has it in its own text: look for a template that puts it together")
  }

  fileprivate init(lint: Lint, _ link: PageOutline.Link, _ what: String, _ help: String) {
    self.init(lint: lint, message: "\(what): “\(link.address)”", help: help)
  }
}

extension OutputPath {
  /// The file below Output that the path of a link leads to, with a slash at its end for a folder; `nil` for one outside
  /// the site's root.
  static func file(named path: Substring, on page: OutputPath, site: SiteAddress) -> String? {
    var parts: [String]
    var rest: Substring
    if path.utf8.first == UInt8(ascii: "/") {
      let root = site.root.utf8
      guard path.utf8.starts(with: root) || path.utf8.elementsEqual(root.dropLast()) else { return nil }
      parts = []
      rest = Substring(path.utf8.dropFirst(root.count))
      if isPlain(rest.utf8) { return String(rest) }
    } else {
      parts = page.file.split(separator: "/").dropLast().map(String.init)
      rest = path
    }
    for part in rest.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(OutputPath.decoded(part))
      }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/..") || path.hasSuffix("/.") || path == ".." || path == "."
    return parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }

  /// Whether a path is nothing but names, as they are.
  private static func isPlain(_ path: Substring.UTF8View) -> Bool {
    var before = UInt8(ascii: "/")
    for byte in path {
      let startsName = before == UInt8(ascii: "/")
      if byte == UInt8(ascii: "%") || startsName && (byte == UInt8(ascii: ".") || byte == before) { return false }
      before = byte
    }
    return true
  }
}
