import Diagnostics

/// Checks that every link inside the site leads to a file the build makes and, where it names one, to an id in it.
///
/// It looks at the HTML that was rendered, and so at what authors, templates and the build itself wrote alike.
struct LinkCheck: Sendable {
  /// What one page links to, and what may be linked to in it: all that is needed of a page once it is written.
  struct Outline: Sendable {
    fileprivate var ids: Set<String> = []
    fileprivate var links: [String] = []

    /// The outline of a file; an empty one of what is no HTML.
    init(of content: OutputFolder.Content, at path: OutputPath) {
      guard case .bytes(let html) = content, path.file.hasSuffix(".html") else { return }
      var seen = Set<ArraySlice<UInt8>>()
      HTMLTags.forEachAttribute(of: html) { tag, name, value in
        if name.elementsEqual("id".utf8) {
          ids.insert(String(decoding: value, as: UTF8.self))
        } else if name.elementsEqual("href".utf8) || name.elementsEqual("src".utf8) {
          // A page may name its own address without linking to it.
          guard !tag.elementsEqual("base".utf8), seen.insert(value).inserted else { return }
          let link = String(decoding: value, as: UTF8.self)
          links.append(value.contains(UInt8(ascii: "&")) ? link.replacing("&amp;", with: "&") : link)
        }
      }
    }
  }

  /// - Parameter files: every file of the site: its page, and its outline.
  static func diagnostics(
    for files: [(page: Page, outline: Outline)], site: PublishedSite, jobs: Int
  ) async -> Diagnostics {
    var idsByFile: [String: Set<String>] = [:]
    for file in files { idsByFile[file.page.path.file] = file.outline.ids }
    let known = idsByFile
    // Most links are written from the root and stand on many pages: each of them is looked at once.
    let rooted = Array(files.reduce(into: Set<String>()) { $0.formUnion($1.outline.links.lazy.filter(isRooted)) })
    let problems = await parallelMap(rooted, jobs: jobs) { link in
      problem(with: link, on: Routes.home, site: site.address, known: known)
    }
    let broken = Dictionary(
      uniqueKeysWithValues: zip(rooted, problems).compactMap { link, problem in
        problem.map { (link, $0) }
      })
    let results = await parallelMap(files, jobs: jobs) { page, outline -> Diagnostics in
      var found = Diagnostics()
      for link in outline.links {
        let problem =
          isRooted(link) ? broken[link] : problem(with: link, on: page.path, site: site.address, known: known)
        guard let problem else { continue }
        let place = location(of: link, on: page, site: site)
        found.warning(
          "broken-link", "\(problem): “\(link)”" + (place == nil ? " on /\(page.path.address)" : ""),
          at: place ?? page.location, help: "correct it, or make what it should lead to")
      }
      return found
    }
    var diagnostics = Diagnostics()
    for result in results { diagnostics.append(contentsOf: result) }
    return diagnostics
  }

  private static func isRooted(_ link: String) -> Bool { link.hasPrefix("/") && !link.hasPrefix("//") }

  /// What is wrong with a link; `nil` for one that leads somewhere, or out of the site.
  private static func problem(
    with link: String, on page: OutputPath, site: SiteAddress, known: [String: Set<String>]
  ) -> String? {
    if link.hasPrefix("//") { return nil }
    let pathEnd = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
    let path = link[..<pathEnd]
    if path.contains(":") { return nil }
    let fragment = link[pathEnd...].firstIndex(of: "#").map { String(link[link.index(after: $0)...]) } ?? ""

    var file = page.file
    if !path.isEmpty {
      guard let target = resolve(String(path), on: page, site: site) else { return "link out of the site" }
      file = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target
      if known[file] == nil, known[file + "/index.html"] != nil { file += "/index.html" }
      guard known[file] != nil else { return "link to a page that does not exist" }
    }
    if fragment.isEmpty || fragment.hasPrefix(":~:") || !file.hasSuffix(".html") { return nil }
    let id = OutputPath.decoded(fragment[...])
    return known[file]?.contains(id) == true ? nil : "link to an anchor that does not exist"
  }

  /// The file below Output that a path leads to; `nil` for one outside the site's root.
  private static func resolve(_ path: String, on page: OutputPath, site: SiteAddress) -> String? {
    var parts: [String]
    var rest: Substring
    if path.hasPrefix("/") {
      guard (path + "/").hasPrefix(site.root) else { return nil }
      parts = []
      rest = path.dropFirst(site.root.count)
    } else {
      parts = page.file.split(separator: "/").dropLast().map(String.init)
      rest = path[...]
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

  /// Where an author wrote a link, if it can be found in the page's text.
  private static func location(of link: String, on page: Page, site: PublishedSite) -> SourceLocation? {
    let file: SourceText? =
      switch page.content {
      case .plain(let index): site.pages[index].file
      case .home: site.front?.file
      case .explainer(let story): site.stories[story].explainer.file
      case .article(let story, let source): site.stories[story].articles[source]?.file
      default: nil
      }
    guard let file else { return nil }
    let written = [link, link.hasPrefix(site.address.root) ? "/" + link.dropFirst(site.address.root.count) : link]
    for text in written {
      let needle = Array(text.utf8)
      guard !needle.isEmpty, let start = file.bytes.firstRange(of: needle)?.lowerBound else { continue }
      return file.location(start..<(start + needle.count))
    }
    return nil
  }
}
