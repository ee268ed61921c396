/// The line a diagnostic points at, cut to a width a terminal can show, and the caret line under it.
struct Excerpt {
  /// The line's number, padded to at least three characters.
  let number: String
  /// The line itself, then the line with the caret.
  let lines: [String]

  /// How many columns of the line are shown at most.
  private static let width = 100

  init(_ location: SourceLocation, table: LineTable) {
    let line = table.line(at: location.range.lowerBound)
    let lineBytes = table.bytes(ofLine: line)
    let bytes = location.source.bytes
    var start = lineBytes.lowerBound
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, lineBytes.upperBound) }

    let pointed = min(max(location.range.lowerBound, start), max(lineBytes.upperBound, start))
    let pointedEnd = min(max(location.range.upperBound, pointed), max(lineBytes.upperBound, pointed))
    var before = Self.cells(bytes[start..<pointed])
    var marked = Self.cells(bytes[pointed..<pointedEnd])
    var after = Self.cells(bytes[pointedEnd..<max(lineBytes.upperBound, pointedEnd)])

    // What is pointed at must be seen: the rest gives way to it.
    marked = Self.head(marked, width: Self.width * 2 / 3)
    before = Self.tail(before, width: max(Self.width - Self.width(marked) - 20, Self.width / 3))
    after = Self.head(after, width: max(Self.width - Self.width(marked) - Self.width(before), 12))

    let text = (before + marked + after).map(\.text).joined()
    let caret =
      String(repeating: " ", count: Self.width(before)) + "^"
      + String(repeating: "~", count: max(Self.width(marked) - 1, 0))
    let digits = String(line)
    number = String(repeating: " ", count: max(0, 3 - digits.count)) + digits
    lines = [Self.trimmingTrailingSpaces(text), caret]
  }

  /// What is shown for one code point, and how many terminal columns it takes.
  private struct Cell {
    let text: String
    let width: Int
  }

  private static let ellipsis = Cell(text: "…", width: 1)

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
      if scalar == "\t" { return Cell(text: "  ", width: 2) }
      if scalar.isUnprintable { return Cell(text: "\u{FFFD}", width: 1) }
      return Cell(text: String(scalar), width: scalar.columns)
    }
  }

  private static func width(_ cells: [Cell]) -> Int { cells.reduce(0) { $0 + $1.width } }

  private static func head(_ cells: [Cell], width: Int) -> [Cell] {
    guard Self.width(cells) > width else { return cells }
    var used = 1
    return cells.prefix { cell in
      used += cell.width
      return used <= width
    } + [ellipsis]
  }

  private static func tail(_ cells: [Cell], width: Int) -> [Cell] {
    guard Self.width(cells) > width else { return cells }
    var used = 1
    var kept: [Cell] = []
    for cell in cells.reversed() {
      used += cell.width
      if used > width { break }
      kept.append(cell)
    }
    return [ellipsis] + kept.reversed()
  }

  private static func trimmingTrailingSpaces(_ text: String) -> String {
    var text = text
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}

extension Unicode.Scalar {
  /// How many terminal columns this code point takes: two for wide East Asian forms and emoji (UAX #11), none for
  /// combining marks and format characters.
  fileprivate var columns: Int {
    if isASCII { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
