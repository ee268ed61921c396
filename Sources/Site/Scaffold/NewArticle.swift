public import Diagnostics
import EDTF
import Positions
import YAML

/// `dateline new article`: stores a source beside its story.
public struct NewArticle: Sendable {
  /// What the command says.
  public struct Request: Sendable {
    /// The folder that holds Content.
    public var folder = "."
    /// The story's id.
    public var story: String
    /// The article's id; made from who published it and when, if not said.
    public var id: String?
    /// Keys of the front matter that are given, by their names.
    public var fields: [String: String] = [:]
    /// The text, in Markdown; empty where there is none yet.
    public var text: [UInt8] = []
    /// How many pieces of work are under way at once.
    public var jobs = 1

    /// Creates a request.
    public init(story: String) { self.story = story }
  }

  /// The keys ``Request/fields`` may have, in the order of the file; the first four are asked for.
  public static let keys = [
    "title", "publisher", "url", "published", "byline", "kind", "lang", "accessed", "republish",
  ]

  private let request: Request

  /// Creates the command; ``run(_:)`` does the work.
  public init(_ request: Request) { self.request = request }

  /// Writes the article.
  ///
  /// - Returns: its path, and what is worth a look about it.
  public func run(_ talk: Conversation) async throws(ScaffoldError) -> (path: String, Diagnostics) {
    let story = try await OpenStory.open(request.story, in: request.folder, jobs: request.jobs)
    let fields = try complete(talk)
    let id = try id(fields, in: story)
    let path = "Content/\(story.id)/articles/\(id).md"
    let bytes = Self.file(fields, text: request.text)
    var diagnostics = Diagnostics()
    let article = ArticleFile(
      SourceText(path: path, bytes: bytes), id: id, configuration: SiteConfiguration(), site: SiteAddress(),
      diagnostics: &diagnostics)
    guard article != nil, !diagnostics.hasErrors else { throw .content(diagnostics) }
    try NewFiles(folder: request.folder, files: [(path, String(decoding: bytes, as: UTF8.self))]).make()
    return (path, diagnostics)
  }

  private func complete(_ talk: Conversation) throws(ScaffoldError) -> [String: String] {
    var fields = request.fields
    for (key, proposal) in [("title", nil), ("publisher", nil), ("url", ""), ("published", nil)] as [(String, String?)]
    where fields[key] == nil && talk.isAttended {
      let answer = try talk.ask(key, proposal: proposal) { Self.problem(with: $0, for: key) }
      fields[key] = answer.isEmpty ? nil : answer
    }
    let missing = ["title", "publisher", "published"].filter { fields[$0] == nil }
    guard missing.isEmpty else {
      throw .command("an article needs \(missing.map { "--" + $0 }.joined(separator: ", "))")
    }
    for key in ["published", "accessed"] {
      if let value = fields[key], let problem = Self.problem(with: value, for: key) { throw .command(problem) }
    }
    return fields
  }

  private static func problem(with value: String, for key: String) -> String? {
    guard key == "published" || key == "accessed" else { return nil }
    do {
      _ = try EDTFDate(parsing: value)
      return nil
    } catch {
      return "“\(value)” is no date: \(error.message)" + (error.help.map { "; \($0)" } ?? "")
    }
  }

  /// The id that is given, or the first that is free: `courier-0114`, `courier-2031-01-14`, `courier-2031-01-14-2`.
  private func id(_ fields: [String: String], in story: OpenStory) throws(ScaffoldError) -> String {
    let taken = Set(story.articles.map(\.source.id) + story.reading.story.sources.map(\.id))
    if let id = request.id {
      guard Identifier.isValid(id) else {
        let valid = Identifier.nearest(to: id)
        throw .command(
          "“\(id)” cannot be an id: an id has small letters, digits and hyphens"
            + (valid.isEmpty ? "" : "; “\(valid)” would do"))
      }
      guard !taken.contains(id) else { throw .command("there is a source “\(id)” already; choose another --id") }
      return id
    }
    var names = Self.names(
      title: fields["title"] ?? "", publisher: fields["publisher"] ?? "", fields["published"] ?? "")
    if let free = names.first(where: { !taken.contains($0) }) { return free }
    let last = names.popLast() ?? "article"
    var number = 2
    while taken.contains("\(last)-\(number)") { number += 1 }
    return "\(last)-\(number)"
  }

  /// The ids an article may have, the best first.
  static func names(title: String, publisher: String, _ published: String) -> [String] {
    let date = Identifier.nearest(to: published)
    var stem = Identifier.nearest(to: publisher)
    if stem.isEmpty || stem.utf8.count > 30 {
      stem = Identifier.nearest(to: stem.isEmpty ? title : publisher)
        .split(separator: "-").reduce(into: "") { stem, word in
          if stem.utf8.count + word.utf8.count < 30 { stem += (stem.isEmpty ? "" : "-") + word }
        }
    }
    if stem.hasPrefix("the-") { stem = String(stem.dropFirst(4)) }
    if stem.isEmpty { stem = "article" }
    let parts = published.split(separator: "-", omittingEmptySubsequences: false)
    let isDay = parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    return (isDay ? ["\(stem)-\(parts[1])\(parts[2])"] : []) + [date.isEmpty ? stem : "\(stem)-\(date)"]
  }

  /// The front matter, and the text below it.
  static func file(_ fields: [String: String], text: [UInt8]) -> [UInt8] {
    var lines = ["---"]
    for key in keys { if let value = fields[key] { lines.append("\(key): \(YAMLText.scalar(value, in: .block))") } }
    let absent = ["byline", "kind", "lang", "accessed"].filter { fields[$0] == nil }
    if !absent.isEmpty { lines.append("# There is room for \(absent.joined(separator: ", ")).") }
    if fields["republish"] == nil {
      lines.append("# republish: excerpts   # full prints all of it, excerpts only what is quoted, none nothing")
    }
    lines += ["---", "", ""]
    var bytes = Array(lines.joined(separator: "\n").utf8)
    var rest = text[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var previous: UInt8 = 0
    for byte in rest {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        bytes.append(byte)
      }
      previous = byte
    }
    if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }
}
