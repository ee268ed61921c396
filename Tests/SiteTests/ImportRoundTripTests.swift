import Diagnostics
import EDTF
import Foundation
import Testing
import TestSupport
import YAML

@testable import Site

@Suite("positions.csv out and in") struct ImportRoundTripTests {
  /// Builds a site, imports its table into an empty one beside the same articles, and builds that.
  private func roundTrip(_ files: [String: String]) async throws -> (out: String?, back: String?, transcript: String) {
    let site = try TemporarySite(files)
    let built = try await site.build()
    guard let out = site.text(of: "Output/harbour/positions.csv") else { return (nil, nil, built.transcript) }
    var others = files.filter { $0.key.contains("/articles/") || $0.key == "Content/site.yaml" }
    others["table.csv"] = out
    let copy = try TemporarySite(others)
    var request = ImportStory.Request(
      .csv, file: copy.folder.path + "/table.csv", story: "harbour", today: Day("2031-06-01") ?? Day(ordinal: 0))
    request.folder = copy.folder.path
    do {
      _ = try await ImportStory(request).run()
    } catch {
      guard case .content(let diagnostics) = error else { throw error }
      var writer = ConsoleWriter(color: false)
      return (out, nil, writer.text(for: diagnostics))
    }
    let again = try await copy.build()
    return (out, copy.text(of: "Output/harbour/positions.csv"), again.transcript)
  }

  @Test("a story with stored articles, checked quotes and shifts has the same table again")
  func harbour() async throws {
    let files = HarbourStory.files.filter { $0.key != "Content/about.md" }
    let result = try await roundTrip(files)
    #expect(result.out != nil && result.out == result.back, "\(result.transcript)")
    #expect(result.out?.contains(",exact,") == true)
  }

  @Test("stories with any text in any field have the same table again", arguments: 1...8)
  func random(seed: Int) async throws {
    var story = RandomStory(seed: UInt64(seed))
    let files = [
      "Content/site.yaml": "title: T\nbase_url: https://e.org/\n", "Content/harbour/positions.yaml": story.yaml(),
    ]
    let result = try await roundTrip(files)
    let (out, back) = (
      try #require(result.out, "\(result.transcript)"), try #require(result.back, "\(result.transcript)")
    )
    #expect(Array(out.utf8) == Array(back.utf8), "\(files["Content/harbour/positions.yaml"] ?? "")")
  }
}

/// A positions file with every key in use and texts that need care.
private struct RandomStory {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private static let alphabet = Array("abc é한\u{301},;\"'=+-@|\\\t\n:#{}[]<&\u{A0}\u{2028}😀".unicodeScalars)

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Some text in quotes, with a letter in it somewhere.
  private mutating func text() -> String {
    var scalars = (0..<Int.random(in: 0...12, using: &random)).map { _ in pick(Self.alphabet) }
    scalars.insert("x", at: Int.random(in: 0...scalars.count, using: &random))
    return YAMLText.quoted(String(String.UnicodeScalarView(scalars)))
  }

  private mutating func date() -> String {
    let day = pick(["2031-01-0", "2030-12-1"]) + "\(Int.random(in: 1...9, using: &random))"
    return pick([
      day, day, "2031-01", "2030-12~", "2030?", "\"[2030-11,2030-12]\"", "2030-12-01/2030-12-05", "\"-0044-03-15\"",
    ])
  }

  mutating func yaml() -> String {
    var yaml = "sides:\n"
    for side in ["north", "south"] { yaml += "  \(side): {label: \(text()), short: \(text())}\n" }
    yaml += "actors:\n"
    let kinds = ["person", "organisation", "group", "anonymous", "person", "anonymous"]
    for (index, kind) in kinds.enumerated() {
      yaml += "  a\(index): {name: \(text()), kind: \(kind)"
      if chance(70) { yaml += ", side: \(pick(["north", "south"]))" }
      if chance(60) {
        yaml +=
          ", roles: [{title: \(text())}, {title: \(text()), start: 2030-06, end: 2031-01}, {title: \(text()), start: 2031}]"
      }
      yaml += "}\n"
    }
    yaml += "issues:\n"
    for issue in ["i0", "i1"] {
      yaml += "  \(issue): {question: \(text())" + (chance(50) ? ", label: \(text())" : "")
      yaml += ", scale: [" + ["no", "some", "yes"].map { "{\"\($0)\": \(text())}" }.joined(separator: ", ") + "]}\n"
    }
    yaml += "sources:\n"
    for index in 0..<4 {
      yaml += "  s\(index): {title: \(text())"
      if chance(50) { yaml += ", publisher: \(text())" }
      if chance(50) { yaml += ", url: \"https://e.org/\(index)?a=b,c\"" }
      if chance(50) { yaml += ", published: 2031-02-01" }
      if chance(30) { yaml += ", kind: \(text()), byline: \(text()), lang: ko, accessed: 2031-03" }
      yaml += "}\n"
    }
    yaml += "events:\n"
    for index in 0..<2 {
      yaml +=
        "  e\(index): {title: \(text()), date: \(date()), place: \(text()), status: \(pick(["scheduled", "completed"]))"
      yaml += chance(50) ? ", note: \(text())}\n" : "}\n"
    }
    yaml += "positions:\n"
    for index in 0..<Int.random(in: 1...14, using: &random) { yaml += "  - {\(position(index))}\n" }
    return yaml
  }

  private mutating func position(_ index: Int) -> String {
    let who = Int.random(in: 0...5, using: &random)
    let isAnonymous = who == 3 || who == 5
    var fields = ["who: a\(who)", "issue: \(pick(["i0", "i1"]))", "source: s\(Int.random(in: 0...3, using: &random))"]
    fields += ["stance: \(pick(["\"no\"", "some", "\"yes\"", "unclear", "mixed"]))", "date: \(date())"]
    if chance(30) { fields.append("id: p\(index)") }
    if chance(80) {
      fields.append("quote: \(text())")
      if chance(30) { fields.append("prefix: \(text())") }
      if chance(30) { fields.append("suffix: \(text())") }
      if chance(30) { fields += ["original: \(text())", "lang: ko"] }
    } else {
      fields.append("paraphrase: \(text())")
    }
    if isAnonymous {
      if chance(50) { fields.append("attribution: \(pick(["background", "deep-background"]))") }
      fields.append("anonymity_reason: \(text())")
    } else if chance(50) {
      fields.append("attribution: \(pick(["on-record", "document", "background"]))")
    }
    let actor = "a\((who + Int.random(in: 1...5, using: &random)) % 6)"
    if chance(20) { fields.append("on_behalf_of: \(actor)") }
    if chance(20) { fields.append("reported_by: \(actor)") }
    for key in ["descriptor", "venue", "note"] where chance(30) { fields.append("\(key): \(text())") }
    if chance(30) { fields.append("sources_count: \(Int.random(in: 1...9, using: &random))") }
    if chance(30) { fields.append("event: e\(Int.random(in: 0...1, using: &random))") }
    if chance(20) { fields.append("certainty: inferred") }
    if chance(20) { fields.append("added: 2031-02-03") }
    if chance(20) { fields.append("retracted: {date: 2031-03-01, source: s0, reason: \(text())}") }
    return fields.joined(separator: ", ")
  }
}
