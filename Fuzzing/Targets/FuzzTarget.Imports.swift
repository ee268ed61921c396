import Diagnostics
import EDTF
import Importing
import Positions

extension FuzzTarget {
  /// A spreadsheet.
  static let csv = FuzzTarget("csv") { (bytes) throws(BrokenPromise) in
    var diagnostics = Diagnostics()
    let source = SourceText(path: "a.csv", bytes: bytes)
    let story = SpreadsheetImport(into: nothingKnown).read(source, diagnostics: &diagnostics)
    try promise(story != nil || diagnostics.hasErrors, "what is not read is refused")
    try judge(diagnostics)
  }

  /// A timeline of TimelineJS, in JSON.
  static let timelineJS = FuzzTarget("timelinejs") { (bytes) throws(BrokenPromise) in
    var diagnostics = Diagnostics()
    let source = SourceText(path: "a.json", bytes: bytes)
    let timeline = TimelineImport(into: nothingKnown, today: Day(ordinal: 22_400), linksEvents: true)
    let story = timeline.read(source, diagnostics: &diagnostics)
    try promise(story != nil || diagnostics.hasErrors, "what is not read is refused")
    try judge(diagnostics)
  }

  private static let nothingKnown: KnownStory = {
    var diagnostics = Diagnostics()
    return KnownStory(Story.resolve(id: "a", file: PositionsFile(), diagnostics: &diagnostics))
  }()
}
