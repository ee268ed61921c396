/// The part of a thing that a browser asks for: how media are played from the middle (RFC 9110, 14).
enum ByteRange: Equatable {
  /// All of it: no range was asked for, or one that need not be understood.
  case whole
  /// These bytes.
  case part(Range<Int64>)
  /// Bytes that it does not have.
  case unsatisfiable

  /// - Parameters:
  ///   - field: the value of `Range`: `bytes=0-499`, `bytes=500-`, `bytes=-200`.
  ///   - size: of the whole, in bytes.
  init(_ field: String?, size: Int64) {
    self = .whole
    // Several ranges at once may be answered with the whole (14.2).
    guard let field, field.lowercased().hasPrefix("bytes="), !field.contains(",") else { return }
    let parts = field.dropFirst("bytes=".count).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    let (first, last) = (Self.number(parts[0]), Self.number(parts[1]))
    switch (first, last) {
    case (let first?, let last?) where first > last: return
    case (let first?, _) where parts[1].isEmpty || last != nil:
      self = first < size ? .part(first..<min(last.map { $0 + 1 } ?? size, size)) : .unsatisfiable
    case (nil, let count?) where parts[0].isEmpty:
      self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
    default: return
    }
  }

  /// Digits and nothing else; a number too large to matter is one at the end of what can be counted.
  private static func number(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return min(Int64(text) ?? .max, .max - 1)
  }
}
