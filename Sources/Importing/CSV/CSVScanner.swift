import Diagnostics
import YAML

/// Walks over the bytes of comma-separated values, a record at a time.
struct CSVScanner {
  /// What stands between cells: the comma, semicolon or tab that the header has most of.
  let delimiter: UInt8
  /// What is wrong with the quotation marks.
  var diagnostics = Diagnostics()

  private let source: SourceText
  private var position: Int

  init(_ source: SourceText) {
    self.source = source
    let bytes = source.bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Excel's way of saying what stands between cells.
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if line.count == 5, line.prefix(4).elementsEqual("sep=".utf8), let last = line.last {
      delimiter = last
      start = line.endIndex
      if start < bytes.count, bytes[start] == UInt8(ascii: "\r") { start += 1 }
      if start < bytes.count, bytes[start] == UInt8(ascii: "\n") { start += 1 }
    } else {
      delimiter = Self.delimiter(of: line)
    }
    position = start
  }

  /// The separator a header line has most of outside quotation marks; a comma where there is none.
  private static func delimiter(of line: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
    return candidates[best]
  }

  private var peek: UInt8? { position < source.bytes.count ? source.bytes[position] : nil }

  /// The cells of the next record; `nil` at the end of the file.
  mutating func record() -> [Located<String>]? {
    guard position < source.bytes.count else { return nil }
    var cells: [Located<String>] = []
    while true {
      cells.append(cell())
      guard let byte = peek else { return cells }
      position += 1
      if byte == delimiter { continue }
      if byte == UInt8(ascii: "\r"), peek == UInt8(ascii: "\n") { position += 1 }
      return cells
    }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func cell() -> Located<String> {
    let start = position
    if peek == UInt8(ascii: "\"") { return quotedCell() }
    while let byte = peek, !endsCell(byte) { position += 1 }
    let range = start..<position
    return Located(String(decoding: source.bytes[range], as: UTF8.self), at: source.location(range))
  }

  private mutating func quotedCell() -> Located<String> {
    let start = position
    var text: [UInt8] = []
    position += 1
    while let byte = peek {
      position += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      if peek == UInt8(ascii: "\"") {
        text.append(byte)
        position += 1
      } else {
        finishQuotedCell()
        return Located(String(decoding: text, as: UTF8.self), at: source.location(start..<position))
      }
    }
    diagnostics.reportBounded(
      Diagnostic(
        .error, "unclosed-quote", "the quotation marks of this cell are never closed",
        at: source.location(start..<(start + 1)),
        help: "put a “\"” at the end of the cell; one that belongs to the text is written twice"))
    return Located(String(decoding: text, as: UTF8.self), at: source.location(start..<position))
  }

  /// What follows closing quotation marks is the end of the cell; spaces before that are passed over.
  private mutating func finishQuotedCell() {
    let end = position
    while peek == UInt8(ascii: " ") { position += 1 }
    guard let byte = peek, !endsCell(byte) else { return }
    while let byte = peek, !endsCell(byte) { position += 1 }
    diagnostics.reportBounded(
      Diagnostic(
        .error, "text-after-quote", "the cell goes on after its closing quotation marks",
        at: source.location(end..<position),
        help: "write a quotation mark that belongs to the text twice"))
  }
}
