public import Diagnostics
public import YAML

/// A table read from comma-separated values (RFC 4180), each cell with its place in the file.
///
/// What spreadsheets make of the format is understood too: a semicolon or a tab between cells, a byte order mark, any line
/// ending, line ends inside quotation marks, and Excel's first line `sep=;`.
public struct CSVTable: Sendable {
  /// The names of the columns.
  public let header: [Located<String>]
  /// The rows that are not blank, each as long as the header.
  public let rows: [[Located<String>]]
  /// What stands between cells.
  public let delimiter: UInt8

  /// Reads a table.
  ///
  /// - Returns: `nil` where something is wrong with it, which has been reported, all of it.
  public init?(_ source: SourceText, diagnostics: inout Diagnostics) {
    guard source.isText(in: 0..<source.bytes.count, diagnostics: &diagnostics) else { return nil }
    var scanner = CSVScanner(source)
    delimiter = scanner.delimiter
    guard let header = scanner.record() else {
      diagnostics.error(
        "empty-table", "the file is empty", at: source.location(0..<0),
        help: "its first line names the columns, and each further one is a row")
      return nil
    }
    var rows: [[Located<String>]] = []
    while var row = scanner.record() {
      if row.allSatisfy({ $0.value.utf8.allSatisfy(\.isCSVBlank) }) { continue }
      if let extra = row.dropFirst(header.count).first(where: { !$0.value.utf8.allSatisfy(\.isCSVBlank) }) {
        scanner.diagnostics.error(
          "too-many-cells", "the row has more cells than there are columns", at: extra.location,
          help: "put quotation marks around a text that holds a “\(Unicode.Scalar(delimiter))”, or name the column")
      }
      let end = row.last?.location.range.upperBound ?? 0
      while row.count < header.count { row.append(Located("", at: source.location(end..<end))) }
      rows.append(Array(row.prefix(header.count)))
    }
    self.header = header
    self.rows = rows
    diagnostics.append(contentsOf: scanner.diagnostics)
    if scanner.diagnostics.hasErrors { return nil }
  }
}

extension UInt8 {
  /// Whether this is a space, a tab or a line ending.
  var isCSVBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
