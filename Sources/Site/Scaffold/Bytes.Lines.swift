// Lines of a YAML file, by byte offsets.

extension [UInt8] {
  /// The byte at an offset; zero outside the text.
  subscript(at offset: Int) -> UInt8 { indices.contains(offset) ? self[offset] : 0 }

  /// The line ending the text uses first; a line feed where it has none.
  var lineEnding: String {
    guard let index = firstIndex(where: { $0.isLineEnd }) else { return "\n" }
    guard self[index] == UInt8(ascii: "\r") else { return "\n" }
    return self[at: index + 1] == UInt8(ascii: "\n") ? "\r\n" : "\r"
  }

  /// The start of the line that holds an offset, behind a byte order mark.
  func startOfLine(at offset: Int) -> Int {
    let start = self[..<Swift.min(offset, count)].lastIndex { $0.isLineEnd }.map { $0 + 1 } ?? 0
    return start == 0 && offset >= 3 && starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  /// The end of the line that holds an offset, its line ending left out.
  func endOfLine(from offset: Int) -> Int {
    self[Swift.min(offset, count)...].firstIndex { $0.isLineEnd } ?? count
  }

  /// The start of the line after the one that holds an offset; the end of the text where there is none.
  func startOfNextLine(after offset: Int) -> Int {
    let end = endOfLine(from: offset)
    guard end < count else { return count }
    return end + (self[end] == UInt8(ascii: "\r") && self[at: end + 1] == UInt8(ascii: "\n") ? 2 : 1)
  }

  /// Whether a range holds nothing but spaces and tabs.
  func isBlank(_ range: Range<Int>) -> Bool {
    self[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Whether the line that begins at an offset is empty.
  func isBlankLine(at start: Int) -> Bool { start < count && isBlank(start..<endOfLine(from: start)) }

  /// Whether any line is empty.
  var hasBlankLine: Bool {
    var line = 0
    while line < count {
      if isBlankLine(at: line) { return true }
      line = startOfNextLine(after: line)
    }
    return false
  }

  /// Where the comments that stand in a row from a line on, further in than `indent`, come to an end.
  func endOfComments(from start: Int, deeperThan indent: Int) -> Int {
    var line = start
    while line < count {
      let text = self[line...].firstIndex { $0 != UInt8(ascii: " ") } ?? count
      guard self[at: text] == UInt8(ascii: "#"), text - line > indent else { break }
      line = startOfNextLine(after: text)
    }
    return line
  }

  /// Whether the line above an item, and above its comments, is empty.
  func hasBlankLine(above offset: Int) -> Bool {
    var start = startOfLine(at: offset)
    while start > 0 {
      let isCRLF = self[start - 1] == UInt8(ascii: "\n") && self[at: start - 2] == UInt8(ascii: "\r")
      let previous = startOfLine(at: start - (isCRLF ? 2 : 1))
      if isBlankLine(at: previous) { return true }
      let text = self[previous...].firstIndex { $0 != UInt8(ascii: " ") } ?? count
      guard self[at: text] == UInt8(ascii: "#") else { return false }
      start = previous
    }
    return false
  }

  /// The comma in a range of white space and comments.
  func comma(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index] == UInt8(ascii: ",") { return index }
      index = self[index] == UInt8(ascii: "#") ? endOfLine(from: index) : index + 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
