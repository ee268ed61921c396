/// A range of bytes in a source text: what a diagnostic points at.
///
/// Line and column are worked out only when somebody asks for them, with a ``LineTable``.
public struct SourceLocation: Sendable {
  /// The text pointed into.
  public let source: SourceText
  /// Byte offsets into ``SourceText/bytes``.
  public let range: Range<Int>

  /// Creates a location; ``SourceText/location(_:)`` clamps, this does not.
  public init(source: SourceText, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The bytes pointed at, repaired where they are not UTF-8.
  public var text: String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The last place within this one where a text stands; this one where it stands nowhere in it.
  public func narrowed(to text: String) -> SourceLocation {
    let needle = Array(text.utf8)
    let bytes = source.bytes
    guard !needle.isEmpty, needle.count <= range.count else { return self }
    var start = range.upperBound - needle.count
    while start >= range.lowerBound {
      if bytes[start] == needle[0], bytes[start..<(start + needle.count)].elementsEqual(needle) {
        return SourceLocation(source: source, range: start..<(start + needle.count))
      }
      start -= 1
    }
    return self
  }
}
