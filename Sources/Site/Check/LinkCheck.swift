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
    let page: Page
  }

  /// How many pages are looked at together.
  private static let runLength = 32

  private let site: PublishedSite
  private let pages: [Page]
  private let outlines: [PageOutline]
  private let links: ContentLinks
  /// The files of the site, each with the ids that may be linked to in it; `nil` where those are not known.
  private let known: [String: Set<String>?]

  /// - Parameters:
  ///   - pages: every file of the site.
  ///   - outlines: what stands in each; `nil` for what was not looked into.
  ///   - links: where the files of Content stand in the site.
  init(_ pages: [Page], outlines: [PageOutline?], site: PublishedSite, links: ContentLinks) {
    self.site = site
    self.links = links
    self.pages = pages
    self.outlines = outlines.map { $0 ?? PageOutline() }
    var known: [String: Set<String>?] = [:]
    for (page, outline) in zip(pages, outlines) { known.updateValue(outline?.ids, forKey: page.path.file) }
    self.known = known
  }

  /// Every link that leads nowhere, told where it is written if that can be found; what is written once for all pages is
  /// told once.
  func findings(jobs: Int, from locator: LinkLocator) async -> [(Problem, SourceLocation?)] {
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
        return outlines[index].links.compactMap { link -> Found? in
          judge(link, on: page).map {
            Found(link: link, problem: $0, own: locator.location(of: link.address, on: page), page: page)
          }
        }
      }
    }
    // Of links that are in no page's own text, on how many pages each stands.
    var unplaced: [PageOutline.Link: Int] = [:]
    for found in found.joined() where found.own == nil && isSameEverywhere(found.link) {
      unplaced[found.link, default: 0] += 1
    }
    let shared = places(of: Array(unplaced.keys), locator)
    var told: Set<PageOutline.Link> = []
    return found.joined().compactMap { found in
      let problem = found.problem
      if let own = found.own { return (problem, own) }
      if let place = shared[found.link] { return told.insert(found.link).inserted ? (problem, place) : nil }
      guard let count = unplaced[found.link], count > 1 else { return (problem.on(found.page), found.page.location) }
      return told.insert(found.link).inserted ? (problem.on(found.page, andOthers: count - 1), nil) : nil
    }
  }

  /// Where links are written that are in no page's own text.
  private func places(of broken: [PageOutline.Link], _ locator: LinkLocator) -> [PageOutline.Link: SourceLocation] {
    let inData = locator.locationsInData(of: broken.map(\.address))
    let places = broken.map { link in
      (link, locator.locationForAllPages(of: link.address, links: links) ?? inData[link.address])
    }
    return Dictionary(uniqueKeysWithValues: places.compactMap { link, place in place.map { (link, $0) } })
  }

  /// The same as warnings, as a build gives them: without those the site silences.
  func warnings(jobs: Int) async -> Diagnostics {
    var found = Diagnostics()
    for (problem, location) in await findings(jobs: jobs, from: LinkLocator(site: site)) {
      guard site.configuration.check.severity(of: problem.lint) != nil else { continue }
      found.warning(problem.lint.rawValue, problem.message, at: location, help: problem.help)
    }
    return found.all.isEmpty ? found : await Silences(of: site, jobs: jobs).silencing(found).left
  }

  /// Whether a link leads to the same place from all pages: written from the root, or with a whole address.
  private func isSameEverywhere(_ link: PageOutline.Link) -> Bool {
    let address = link.address.utf8
    return address.first == UInt8(ascii: "/") || ["https://", "http://"].contains { address.starts(with: $0.utf8) }
  }

  /// What is wrong with a link; `nil` for one that leads somewhere, or out of the site.
  func problem(with link: PageOutline.Link, on page: OutputPath) -> Problem? {
    guard let address = site.address.path(in: link.address.utf8).map({ Substring($0) }) else { return nil }
    let pathEnd = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    let path = address[..<pathEnd]
    let fragment = address[pathEnd...].firstIndex(of: "#").map { String(address[address.index(after: $0)...]) } ?? ""

    var file = page.file
    if !path.isEmpty {
      guard let target = OutputPath.file(named: path, on: page, site: site.address) else {
        return .init(lint: .brokenLink, link, "link out of the site", "correct it, or write the whole address")
      }
      file = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target
      if known[file] == nil, known[file + "/index.html"] != nil { file += "/index.html" }
      guard known[file] != nil else {
        let help = "correct it, or make what it should lead to"
        return link.isFollowed
          ? .init(lint: .brokenLink, link, "link to a page that does not exist", help)
          : .init(lint: .missingFile, link, "file that does not exist", "correct its name, or put the file there")
      }
    }
    guard link.isFollowed, !fragment.isEmpty, !fragment.hasPrefix(":~:"), file.hasSuffix(".html") else { return nil }
    let hasDirective = fragment.utf8.contains(UInt8(ascii: ":"))
    let id = (hasDirective ? fragment.firstRange(of: ":~:") : nil).map { fragment[..<$0.lowerBound] } ?? fragment[...]
    guard let ids = known[file] ?? nil, !ids.contains(OutputPath.decoded(id)) else { return nil }
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
