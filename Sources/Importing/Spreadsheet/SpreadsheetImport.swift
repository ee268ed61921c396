public import Diagnostics
import Positions
import YAML

/// Makes positions out of a table: the `positions.csv` a build wrote, or a spreadsheet made by hand.
public struct SpreadsheetImport: Sendable {
  /// What the story has already.
  let known: KnownStory
  /// Whether a day stands before its month or after it, where a date does not tell.
  let order: DayOrder?

  /// Creates an import.
  ///
  /// - Parameter order: how a date such as 03/04/2019 is read; `nil` to go by the table's other dates.
  public init(into known: KnownStory, order: DayOrder? = nil) {
    self.known = known
    self.order = order
  }

  /// Reads a table.
  ///
  /// - Returns: `nil` where something is wrong with it, which has been reported, all of it.
  public func read(_ source: SourceText, diagnostics: inout Diagnostics) -> ImportedStory? {
    guard let table = CSVTable(source, diagnostics: &diagnostics),
      let positions = PositionsTable(table, diagnostics: &diagnostics)
    else { return nil }
    var composer = SpreadsheetComposer(self, table: positions)
    composer.compose()
    diagnostics.append(contentsOf: composer.diagnostics)
    return composer.diagnostics.hasErrors ? nil : composer.story
  }
}
