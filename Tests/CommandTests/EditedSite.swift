import Foundation
import TestSupport

/// A site whose files are edited at random, as people, editors and git edit them.
struct EditedSite {
  private let site: Site
  /// What is broken now, with what its file held before.
  private var broken: [(path: String, text: String)] = []
  /// Makes every text that is written another one.
  private var count = 0

  init(_ site: Site) { self.site = site }

  static let files = [
    "Content/site.yaml": """
    title: The Sound
    base_url: https://sound.example/news/
    nav: [{title: About, url: /about/}]

    """,
    "Content/positions.yaml": "sides: {north: The North}\n",
    "Content/harbour/positions.yaml": positions("We will not.", stance: "no"),
    "Content/harbour/index.md": """
    ---
    title: The harbour
    event: talks
    tags: [Ports]
    ---
    See [what she said](position:vale-berth-2031-01-14), and [us](../about.md).

    ```timeline
    ```

    """,
    "Content/harbour/articles/courier.md": article("We will not."),
    "Content/ferry/positions.yaml": """
    actors: {vale: {name: Ines Vale}, ode: {name: Tam Ode}}
    issues: {fare: {question: Will the fare rise?, scale: [{no: "No"}, {yes: "Yes"}]}}
    sources: {radio: {publisher: Sound Radio, published: 2031-01-20}}
    positions:
      - {who: ode, issue: fare, stance: "no", source: radio, paraphrase: It stays.}

    """,
    "Content/index.md": "Welcome to the [harbour](harbour/index.md).\n",
    "Content/about.md": """
    ---
    title: About
    tags: [Ports, Us]
    aliases: [/who/]
    ---
    Our [plan](plan.md), our [plan](/plan/).

    """,
    "Content/plan.md": "# Plan\n\n![The quay](harbour/quay.svg)\n",
    "Content/news/2031.md": "---\ntitle: News\ndate: 2031-02-10\n---\nBack to [us](../about.md).\n",
    "Content/harbour/quay.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
  ]

  private static func positions(_ quote: String, stance: String) -> String {
    """
    actors: {vale: {name: Ines Vale, side: north}}
    issues: {berth: {question: Will a berth be opened?, scale: [{no: "No"}, {yes: "Yes"}]}}
    sources:
      late: {publisher: Sound Radio, published: 2031-02-14}
    events: {talks: {title: Talks, date: 2031-02-27, status: scheduled}}
    positions:
      - {who: vale, issue: berth, stance: "\(stance)", date: 2031-01-14, source: courier, quote: \(quote)}
      - {who: vale, issue: berth, stance: "yes", date: 2031-02-14, source: late, paraphrase: We will.}

    """
  }

  private static func article(_ quote: String) -> String {
    "---\ntitle: A word\npublisher: Courier\npublished: 2031-01-15\n---\nShe said: “\(quote)” Then she left.\n"
  }

  /// Edits something.
  ///
  /// - Returns: what was done.
  mutating func edit(using random: inout SplitMix) throws -> String {
    count += 1
    if !broken.isEmpty, Int.random(in: 0..<2, using: &random) == 0 {
      try mendAll()
      return "mend"
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return try write("Content/about.md", "---\ntitle: About \(count)\ntags: [Us]\n---\nText \(count).\n")
    case 1: return try write("Content/about.md", Self.files["Content/about.md", default: ""] + "\nMore \(count).\n")
    case 2: return try write("Content/news/\(count).md", "---\ntags: [Ports]\n---\n# N \(count)\n\n[a](2031.md)\n")
    case 3: return try removeOne(in: "Content/news", using: &random)
    case 4: return try move("Content/plan.md", "Content/scheme.md")
    case 5: return try move("Content/news", "Content/old-news")
    case 6:
      let isDraft = Bool.random(using: &random)
      return try write("Content/news/2031.md", "---\ntitle: D\ndraft: \(isDraft)\n---\nX \(count)\n")
    case 7:
      let quote = "We will not \(count)."
      return try write("Content/harbour/articles/courier.md", Self.article(quote))
        + write("Content/harbour/positions.yaml", Self.positions(quote, stance: count % 2 == 0 ? "no" : "yes"))
    case 8: return try breakFile("Content/harbour/positions.yaml", "issues: [\n")
    case 9: return try breakFile("Content/about.md", "---\ntitle: [\n---\n")
    case 10: return try breakFile("Content/site.yaml", "titel: The Sound\n")
    case 11: return try breakFile("Templates/partials/tags.mustache", "{{#open}}")
    case 12: return try write("Templates/partials/contents.mustache", "<!-- contents \(count) -->")
    case 13: return try write("Templates/page.mustache", "<title>{{page.title}}</title>\(count) {{{body}}}")
    case 14: return try remove("Templates")
    case 15: return try write("Templates/assets/style.css", "body { margin: \(count)px }\n")
    case 16:
      return try write("Content/harbour/quay.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"q\(count)\"/>\n")
    case 17: return try write("Content/site.yaml", "title: Sound \(count)\nbase_url: https://sound.example/news/\n")
    case 18: return try move("Content/ferry", "Content/boats")
    default: return try write("Content/positions.yaml", "sides: {north: North \(count)}\n")
    }
  }

  /// Makes everything right again.
  mutating func mendAll() throws {
    for (path, text) in broken.reversed() {
      if text.isEmpty { _ = try remove(path) } else { _ = try write(path, text) }
    }
    broken = []
  }

  private mutating func breakFile(_ path: String, _ text: String) throws -> String {
    if broken.contains(where: { $0.path == path }) { return "" }
    broken.append((path, site.text(of: path) ?? ""))
    return "break " + (try write(path, text))
  }

  /// As some editors save: into a new file, which then takes the place of the old one; or into the file itself.
  private func write(_ path: String, _ text: String) throws -> String {
    if broken.contains(where: { $0.path == path }), !text.contains("["), !path.hasPrefix("Templates") { return "" }
    let file = site.folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: count % 2 == 0 ? .atomic : [])
    return "write \(path) "
  }

  private func remove(_ path: String) throws -> String {
    let file = site.folder.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: file.path) else { return "" }
    try FileManager.default.removeItem(at: file)
    return "remove \(path) "
  }

  private func removeOne(in folder: String, using random: inout SplitMix) throws -> String {
    let path = site.folder.appendingPathComponent(folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard let name = names.sorted().randomElement(using: &random) else { return "" }
    return try remove(folder + "/" + name)
  }

  /// There, or back.
  private func move(_ one: String, _ other: String) throws -> String {
    let (first, second) = (site.folder.appendingPathComponent(one), site.folder.appendingPathComponent(other))
    let manager = FileManager.default
    if manager.fileExists(atPath: second.path) {
      if manager.fileExists(atPath: first.path) { return try remove(other) }
      try manager.moveItem(at: second, to: first)
      return "move \(other) back "
    }
    guard manager.fileExists(atPath: first.path) else { return "" }
    try manager.moveItem(at: first, to: second)
    return "move \(one) "
  }
}
