/// Where each line of a source text begins: turns byte offsets into lines and columns.
///
/// Lines end with LF, CRLF or a lone CR, as libcmark and libyaml count them.
public struct LineTable: Sendable {
  private let source: SourceText
  private let starts: [Int]

  /// Reads through the text once.
  public init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    let bytes = source.bytes
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { starts.append(index + 1) }
      default: break
      }
    }
    self.starts = starts
  }

  /// The byte offset at which a line begins.
  ///
  /// - Parameter line: 1-based; a line past the end gives the end of the text.
  public func start(ofLine line: Int) -> Int {
    line <= 1 ? 0 : line <= starts.count ? starts[line - 1] : source.bytes.count
  }

  /// The 1-based number of the line that holds a byte offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (1-based), its line ending left out.
  public func bytes(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = line < starts.count ? starts[line] : source.bytes.count
    while end > start, source.bytes[end - 1] == UInt8(ascii: "\n") || source.bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  /// What a column is.
  public enum ColumnUnit: Sendable {
    /// As people count, and consoles show.
    case codePoint
    /// As many editors and the tools around them count: two for a character beyond the Basic Multilingual Plane.
    case utf16
  }

  /// The 1-based column of a byte offset, in code points if not said otherwise.
  ///
  /// A byte order mark at the start of the text is not counted.
  public func column(at offset: Int, in unit: ColumnUnit = .codePoint) -> Int {
    var start = start(ofLine: line(at: offset))
    if start == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    let before = source.bytes[start..<max(offset, start)]
    let codePoints = before.count { $0 & 0b1100_0000 != 0b1000_0000 }
    return 1 + codePoints + (unit == .utf16 ? before.count { $0 >= 0xF0 } : 0)
  }
}
