public import Diagnostics
import YAML

extension PositionsFile {
  /// How many remarks may be known, and how many unknown.
  private static let mostRemarks = 10_000

  /// Reads a positions file, and reports everything that is wrong with it by itself.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - scope: whose it is.
  ///   - diagnostics: where findings go.
  /// - Returns: What could be read, to look for further mistakes in; `nil` where the file is not YAML.
  public static func read(
    _ source: SourceText, as scope: Scope = .story, diagnostics: inout Diagnostics
  ) -> PositionsFile? {
    var findings = Diagnostics()
    let node = YAML.parse(source, diagnostics: &findings)
    diagnostics.append(contentsOf: findings)
    guard let node else { return nil }
    var fields = Fields(node, describing: scope == .story ? "a positions file" : "the shared positions file")
    var file = PositionsFile()
    file.sides = sides(&fields)
    file.actors = actors(&fields)
    file.scales = scales(&fields)
    file.sources = fields.recordsByID("sources", describing: "the source") { Self.source(id: $0, &$1, isStored: false) }
    switch scope {
    case .story: file.readStory(&fields)
    case .shared:
      refuseStory(&fields)
      file.checkSides(&fields)
    }
    file.noteUnread(fields, findings: findings)
    fields.finish(into: &diagnostics)
    return file
  }

  private mutating func readStory(_ fields: inout Fields) {
    issues = Self.issues(&fields)
    events = fields.recordsByID("events", describing: "the event") { Self.event(id: $0, &$1) }
    readPositions(&fields)
    expectations = fields.records("expectations", describing: "an expectation") { Self.expectation(&$0) }
    known = fields.strings("known", atMost: Self.mostRemarks).map { Remark(markdown: $0.value, location: $0.location) }
    unknown = fields.strings("unknown", atMost: Self.mostRemarks).map {
      Remark(markdown: $0.value, location: $0.location)
    }
    corrections = fields.records("corrections", describing: "a correction") { Self.correction(&$0) }
  }

  /// Positions, up to five times as many as a story is promised to hold.
  private mutating func readPositions(_ fields: inout Fields) {
    let most = 500_000
    let nodes = fields.nodes("positions")
    if nodes.count > most {
      fields.error(
        "too-large", "there are \(nodes.count) positions, more than the \(most) that are read",
        at: nodes[most].location,
        help: "divide the story into several")
    }
    positions = nodes.prefix(most).compactMap { node in
      fields.record(at: node, describing: "a position") { Self.position(&$0) }
    }
  }

  /// What belongs to a story is not shared.
  private static func refuseStory(_ fields: inout Fields) {
    for key in ["issues", "events", "positions", "expectations", "known", "unknown", "corrections"]
    where fields.contains(key) {
      _ = fields.node(key)
      fields.error(
        "wrong-file", "“\(key)” cannot be shared", at: fields.location(ofKey: key),
        help: "move it to the positions.yaml of its story; this file holds sides, actors, sources and scales")
    }
  }

  /// What is shared stands by itself: no story can define a side for it.
  private func checkSides(_ fields: inout Fields) {
    var index = IDIndex(kind: "side")
    for entry in sides { _ = index.define(entry.side.id, at: entry.location, index: nil) }
    for case let side? in actors.map(\.side) where !index.contains(side.value) {
      fields.error(
        "unknown-id", "no shared side has the id “\(side.value.shortened(to: 40))”", at: side.location,
        help: index.help(for: side.value))
    }
  }

  private static func correction(_ fields: inout Fields) -> CorrectionEntry? {
    let location = fields.location
    let date = fields.date("date", .required)
    let kind = fields.choice("kind", of: Correction.Kind.self)
    let target = fields.string("target")
    let was = fields.string("was")?.value
    let now = fields.string("now")?.value
    let note = fields.string("note")?.value
    guard let date else { return nil }
    return CorrectionEntry(
      correction: Correction(
        date: date.value, kind: kind?.value ?? .correction, target: target?.value, was: was, now: now, note: note,
        location: location),
      target: target)
  }
}
