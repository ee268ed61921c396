/// Where findings are, as reports for machines name it: by a path from the folder the tool was started in, and by lines
/// and columns.
struct ReportPlaces {
  /// A range of a file. Lines and columns are 1-based, and the end is behind the last character.
  struct Place {
    let path: String
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
  }

  private let folder: String
  private let unit: LineTable.ColumnUnit
  private var tables: [ObjectIdentifier: LineTable] = [:]

  /// - Parameter folder: the folder of the site, as the command line names it; paths are written below it where it
  ///   lies below the folder the tool was started in.
  init(folder: String, columns unit: LineTable.ColumnUnit) {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    let isBelow = !folder.hasPrefix("/") && !parts.contains("..")
    self.folder = isBelow ? parts.map { $0 + "/" }.joined() : ""
    self.unit = unit
  }

  mutating func place(of location: SourceLocation) -> Place {
    let table = table(for: location.source)
    let (start, end) = (location.range.lowerBound, location.range.upperBound)
    return Place(
      path: folder + location.source.path, startLine: table.line(at: start),
      startColumn: table.column(at: start, in: unit), endLine: table.line(at: end),
      endColumn: table.column(at: end, in: unit))
  }

  private mutating func table(for source: SourceText) -> LineTable {
    let key = ObjectIdentifier(source)
    if let table = tables[key] { return table }
    let table = LineTable(source)
    tables[key] = table
    return table
  }
}

extension Diagnostic.Note {
  /// All of it on one line, what differs in brackets as on a console without colours.
  var plainText: String { ([message] + comparison.map(\.plainText)).joined(separator: " ") }
}

extension Diagnostic.Comparison {
  fileprivate var plainText: String {
    switch self {
    case .same(let words): words
    case .differs(let first, ""): "[−\(first)]"
    case .differs("", let second): "[+\(second)]"
    case .differs(let first, let second): "[\(first) → \(second)]"
    }
  }
}
