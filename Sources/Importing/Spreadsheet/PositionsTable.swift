import Diagnostics
import Escaping
import YAML

/// A table of positions with its columns recognised, its rows not yet made into anything.
struct PositionsTable {
  /// One row.
  struct Row {
    /// The cells that are not empty, by their columns; those of computed columns are left out.
    var cells: [PositionsColumn: Located<String>] = [:]
    /// The cells of columns that are not understood, by the names of these.
    var others: [(name: String, value: String)] = []
    /// Where the row begins.
    let location: SourceLocation
    /// Which row it is, as a spreadsheet counts: the first below the header is 2.
    let number: Int

    subscript(column: PositionsColumn) -> Located<String>? { cells[column] }

    func text(_ column: PositionsColumn) -> String? { cells[column]?.value }
  }

  let rows: [Row]
  /// The columns that are there.
  let columns: Set<PositionsColumn>
  /// Whether a build wrote it.
  let isOwn: Bool

  /// Recognises the columns.
  ///
  /// - Returns: `nil` where columns are missing without which there are no positions, which has been reported.
  init?(_ table: CSVTable, diagnostics: inout Diagnostics) {
    let names = Set(table.header.map { $0.value.trimmed.lowercased() })
    let isOwn = names.isSuperset(of: ["who", "issue", "stance", "lane", "check_result"])
    var found: [(index: Int, column: PositionsColumn)] = []
    var strange: [(index: Int, name: String)] = []
    var columns: Set<PositionsColumn> = []
    for (index, name) in table.header.enumerated() {
      if let column = PositionsColumn.named(name.value, isOwn: isOwn), columns.insert(column).inserted {
        if column.kind != .computed { found.append((index, column)) }
      } else {
        strange.append((index, name.value.trimmed.isEmpty ? "column \(index + 1)" : name.value.trimmed))
      }
    }
    self.columns = columns
    self.isOwn = isOwn
    rows = table.rows.enumerated().map { number, cells in
      var row = Row(location: cells[0].location, number: number + 2)
      for (index, column) in found {
        let text = FormulaGuard.removing(from: cells[index].value)
        // What a build wrote stands as it was written; what was typed has spaces where nobody sees them.
        let value = isOwn ? text : text.trimmed
        if !value.isEmpty { row.cells[column] = Located(value, at: cells[index].location) }
      }
      for (index, name) in strange {
        let value = cells[index].value.trimmed
        if !value.isEmpty { row.others.append((name, value)) }
      }
      return row
    }
    guard Self.reportsMissing(columns, strange.map(\.name), table, &diagnostics) else { return }
    return nil
  }

  private static func reportsMissing(
    _ columns: Set<PositionsColumn>, _ strange: [String], _ table: CSVTable, _ diagnostics: inout Diagnostics
  ) -> Bool {
    var lacking: [(what: String, names: [String])] = []
    if !columns.contains(.who) { lacking.append(("who spoke", ["who", "speaker", "person", "name"])) }
    if columns.isDisjoint(with: [.quote, .paraphrase]) {
      lacking.append(("what was said", ["quote", "quotation", "paraphrase", "statement"]))
    }
    if columns.isDisjoint(with: [.date, .sourcePublished]) {
      lacking.append(("when it was said", ["date", "when", "day", "published"]))
    }
    if columns.isDisjoint(with: [.source, .sourceURL, .sourcePublisher, .sourceTitle]) {
      lacking.append(("where it was published", ["source", "url", "publisher", "outlet"]))
    }
    for (what, names) in lacking {
      let header = table.header.first.map { $0.location.source.location($0.location.range) }
      let near = names.lazy.compactMap { nearestName(to: $0, among: strange) }.first
      diagnostics.error(
        "missing-column", "no column says \(what)", at: header,
        help: near.map { "is “\($0)” meant to be “\(names[0])”?" }
          ?? "name one “\(names[0])”; \(names.dropFirst().map { "“\($0)”" }.joined(separator: ", ")) will do too")
    }
    return !lacking.isEmpty
  }
}
