/// How the cells of a column are aligned (GFM, tables).
enum TableAlignment: Int32 {
  case none, left, center, right
}

/// One line of a table, cut into cells (GFM, tables).
struct TableRow {
  /// Where the text of each cell stands, blanks around it left out.
  private(set) var cells: [Range<Int>] = []

  /// Cuts a line; a pipe behind a backslash does not part cells.
  init(_ bytes: [UInt8], line: Range<Int>) {
    let line = Self.trimmed(line, in: bytes)
    var index = line.lowerBound
    if index < line.upperBound, bytes[index] == UInt8(ascii: "|") { index += 1 }
    var start = index
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < line.upperBound && bytes[index + 1].isASCIIPunctuation:
        index += 1
      case UInt8(ascii: "|"):
        cells.append(Self.trimmed(start..<index, in: bytes))
        start = index + 1
      default: break
      }
      index += 1
    }
    if start < line.upperBound { cells.append(Self.trimmed(start..<line.upperBound, in: bytes)) }
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while lower < upper, bytes[upper - 1].isBlank { upper -= 1 }
    return lower..<upper
  }

  /// The alignments a delimiter row gives; `nil` for a line that is none.
  ///
  /// Dashes alone are no delimiter row: they underline a heading.
  static func alignments(_ bytes: [UInt8], line: Range<Int>) -> [TableAlignment]? {
    var hasMark = false
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ":"): hasMark = true
      case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return nil
      }
    }
    guard hasMark else { return nil }
    var alignments: [TableAlignment] = []
    for cell in TableRow(bytes, line: line).cells {
      guard let first = bytes[cell].first, let last = bytes[cell].last else { return nil }
      let isLeft = first == UInt8(ascii: ":")
      let isRight = last == UInt8(ascii: ":") && cell.count > 1
      let dashes = bytes[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return alignments.isEmpty ? nil : alignments
  }
}

/// Looks for lines that could be the delimiter row of a table, so that only documents with one pay for tables.
struct TableFinder {
  private let passage: Passage

  init(_ passage: Passage) { self.passage = passage }

  /// The 0-based numbers of the lines that look like a delimiter row, ascending.
  func delimiterLines() -> [Int] {
    guard passage.bytes.contains(UInt8(ascii: "-"), in: passage.range) else { return [] }
    return (0..<passage.lineCount).filter { line in
      let start = passage.contentStart(ofLine: line, quotes: .max)
      let end = passage.end(ofLine: line)
      guard start < end else { return false }
      switch passage.bytes[start] {
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
        return TableRow.alignments(passage.bytes, line: start..<end) != nil
      default: return false
      }
    }
  }
}
