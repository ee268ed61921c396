import Diagnostics
import EDTF
import Positions
import YAML

@testable import Importing

/// An import under test: what came of a text, and what was found in it.
struct Imported {
  let story: ImportedStory?
  let diagnostics: Diagnostics

  var findings: [String] { diagnostics.all.map(\.id) }

  /// The findings as a terminal shows them.
  var transcript: String {
    var writer = ConsoleWriter(color: false)
    return writer.text(for: diagnostics)
  }

  static let nothing: KnownStory = {
    var ignored = Diagnostics()
    return KnownStory(Story.resolve(id: "s", file: PositionsFile(), diagnostics: &ignored))
  }()

  static func timeline(_ text: String, named name: String = "timeline.json") -> Imported {
    timeline(Array(text.utf8), named: name)
  }

  static func timeline(_ bytes: [UInt8], named name: String = "timeline.json") -> Imported {
    var diagnostics = Diagnostics()
    let today = Day("2031-06-01") ?? Day(ordinal: 0)
    let story = TimelineImport(into: nothing, today: today, linksEvents: true)
      .read(SourceText(path: name, bytes: bytes), diagnostics: &diagnostics)
    return Imported(story: story, diagnostics: diagnostics)
  }

  static func table(_ text: String, order: DayOrder? = nil, known: KnownStory = nothing) -> Imported {
    table(Array(text.utf8), order: order, known: known)
  }

  static func table(_ bytes: [UInt8], order: DayOrder? = nil, known: KnownStory = nothing) -> Imported {
    var diagnostics = Diagnostics()
    let story = SpreadsheetImport(into: known, order: order)
      .read(SourceText(path: "table.csv", bytes: bytes), diagnostics: &diagnostics)
    return Imported(story: story, diagnostics: diagnostics)
  }
}

extension ImportedStory {
  /// The lines of one section, without their margins.
  func lines(_ section: Section) -> [String] {
    (entries[section] ?? []).flatMap { $0.lines(indent: 0) }.map(\.text)
  }

  /// The lines of the positions.
  var positionLines: [String] { positions.flatMap { $0.itemLines(indent: 0) }.map(\.text) }

  /// What found no place, as `subject: name: value`.
  var leftoverLines: [String] { leftovers.map { "\($0.subject): \($0.name): \($0.value)" } }
}
