public import Diagnostics
public import EDTF
import Positions
import YAML

/// Makes a story out of a timeline of TimelineJS: each slide an event, its text in the explainer, its media a source.
public struct TimelineImport: Sendable {
  /// What the story has already.
  let known: KnownStory
  /// Events before this day are over.
  let today: Day
  /// Whether dates in the text are links to the events, as they can be in an explainer.
  let linksEvents: Bool

  /// Creates an import.
  public init(into known: KnownStory, today: Day, linksEvents: Bool) {
    self.known = known
    self.today = today
    self.linksEvents = linksEvents
  }

  /// Reads a timeline: the JSON of TimelineJS3, or its spreadsheet as CSV with the headers of version 3 or 1.
  ///
  /// - Returns: `nil` where something is wrong with it, which has been reported, all of it.
  public func read(_ source: SourceText, diagnostics: inout Diagnostics) -> ImportedStory? {
    guard let timeline = timeline(source, diagnostics: &diagnostics) else { return nil }
    var composer = TimelineComposer(self)
    composer.compose(timeline)
    diagnostics.append(contentsOf: composer.diagnostics)
    return composer.diagnostics.hasErrors ? nil : composer.story
  }

  private func timeline(_ source: SourceText, diagnostics: inout Diagnostics) -> Timeline? {
    var text = source.bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let isSpreadsheet = source.path.lowercased().hasSuffix(".csv") || source.path.lowercased().hasSuffix(".tsv")
    let first = text.first { !$0.isCSVBlank }
    if !isSpreadsheet || first == UInt8(ascii: "{") {
      return Timeline(json: source, diagnostics: &diagnostics)
    }
    guard let table = CSVTable(source, diagnostics: &diagnostics) else { return nil }
    return Timeline(spreadsheet: table, diagnostics: &diagnostics)
  }
}
