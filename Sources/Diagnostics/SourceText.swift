/// One input file as it was read: where it is and the bytes it holds.
///
/// A class only so that every ``SourceLocation`` can point at its text in eight bytes; it never changes.
public final class SourceText: Sendable {
  /// The path as an editor would type it, relative to the folder that is built.
  public let path: String
  /// The file's content, byte for byte; nothing is promised about its encoding.
  public let bytes: [UInt8]

  /// Creates a text from the bytes of the file at `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a text from a string, for tests and for text that came from no file.
  public convenience init(path: String, _ string: String) {
    self.init(path: path, bytes: Array(string.utf8))
  }

  /// The location of a range of bytes, clamped to the text.
  public func location(_ range: Range<Int>) -> SourceLocation {
    let lower = min(max(range.lowerBound, 0), bytes.count)
    return SourceLocation(source: self, range: lower..<min(max(range.upperBound, lower), bytes.count))
  }

  /// The location of a place given as libyaml and libcmark give it.
  ///
  /// - Parameters:
  ///   - line: 1-based.
  ///   - byteColumn: 1-based, in bytes.
  ///   - length: how many bytes the location spans.
  public func location(line: Int, byteColumn: Int, length: Int = 1) -> SourceLocation {
    let lineStart = LineTable(self).start(ofLine: line)
    let start = lineStart + max(byteColumn - 1, 0)
    return location(start..<(start + length))
  }
}
