public import Diagnostics

/// A value with the place in a file it was read from.
public struct Located<Value> {
  /// The value.
  public let value: Value
  /// Where it is written.
  public let location: SourceLocation

  /// Creates a located value.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

extension Located: Sendable where Value: Sendable {}

extension Located<String> {
  /// The place of a part of a text.
  ///
  /// - Parameter range: UTF-8 offsets into the text.
  /// - Returns: exactly those bytes where the text is written as it reads, with quotes or without; the place of the
  ///   whole text where escapes or folded lines stand between.
  public func location(of range: Range<Int>) -> SourceLocation {
    let source = location.source
    var start = location.range.lowerBound
    if start < location.range.upperBound,
      source.bytes[start] == UInt8(ascii: "\"") || source.bytes[start] == UInt8(ascii: "'")
    {
      start += 1
    }
    let end = start + value.utf8.count
    guard end <= location.range.upperBound, source.bytes[start..<end].elementsEqual(value.utf8) else { return location }
    let lower = start + min(max(range.lowerBound, 0), value.utf8.count)
    return source.location(lower..<min(start + range.upperBound, end))
  }
}
