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
}
