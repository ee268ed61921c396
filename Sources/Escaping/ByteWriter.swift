/// The one place where text becomes markup: bytes being written, with a method for each place text can stand in.
///
/// Everything is escaped byte by byte. A Character-wise escaper would let a quotation mark that is followed by a
/// combining mark through, for the two are one Character.
///
/// The escaping methods live in files of their own: ``text(_:)-(String)`` and ``attribute(_:)-(String)`` in
/// `ByteWriter.HTML.swift`, ``url(_:)-(String)`` in `ByteWriter.URL.swift`, ``jsonString(_:)`` in
/// `ByteWriter.JSON.swift`, ``csvField(_:)`` in `ByteWriter.CSV.swift`.
public struct ByteWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8]

  /// Creates an empty writer with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// How many bytes have been written.
  public var count: Int { bytes.count }

  /// The last byte written.
  public var last: UInt8? { bytes.last }

  /// The bytes written, read as UTF-8.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets everything and keeps the room.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Forgets what was written after the first `count` bytes.
  public mutating func truncate(to count: Int) {
    if count < bytes.count { bytes.removeLast(bytes.count - max(count, 0)) }
  }

  /// Writes one byte as it is.
  public mutating func raw(_ byte: UInt8) { bytes.append(byte) }

  /// Writes trusted markup as it is.
  public mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Writes markup that came out of a writer, or is trusted, as it is.
  public mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Writes markup that came out of a writer, or is trusted, as it is.
  public mutating func raw(_ markup: ArraySlice<UInt8>) { bytes.append(contentsOf: markup) }

  /// Writes a range of markup that came out of a writer, or is trusted, as it is.
  public mutating func raw(_ markup: [UInt8], _ range: Range<Int>) { copy(markup.span, range) }

  /// Writes markup that came out of a writer, or is trusted, as it is.
  public mutating func raw(string markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes a number in decimal.
  public mutating func raw(number: Int) { raw(string: String(number)) }

  /// Writes a range of a span as it is.
  mutating func copy(_ span: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let part = span.extracting(range)
    part.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Writes a span, each byte for which `replacement` has one replaced; the runs between them are copied whole.
  @inline(__always)
  mutating func write(_ span: borrowing Span<UInt8>, replacing replacement: (UInt8) -> StaticString?) {
    var start = 0
    for index in span.indices {
      guard let new = replacement(span[index]) else { continue }
      copy(span, start..<index)
      raw(new)
      start = index + 1
    }
    copy(span, start..<span.count)
  }
}
