/// Walks over the bytes of one date.
struct DateScanner {
  /// A run of digits and `X`s.
  struct Digits {
    /// Where it is, in bytes.
    let range: Range<Int>
    /// The number, with zeros for `X`s; not to be used beyond 15 digits.
    let value: Int
    /// How many of its last digits are `X`.
    let unspecified: Int
    /// Whether it begins with a zero.
    let hasLeadingZero: Bool

    var count: Int { range.count }
  }

  private let bytes: [UInt8]
  private let range: Range<Int>
  private(set) var position: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    position = range.lowerBound
  }

  /// The next byte; `nil` at the end of the date.
  var peek: UInt8? { position < range.upperBound ? bytes[position] : nil }

  /// Where what has been read is.
  var readSoFar: Range<Int> { range.lowerBound..<position }

  /// Where what has not been read yet is.
  var rest: Range<Int> { position..<range.upperBound }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Steps over an ASCII character, if that is the next one.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Steps over a byte, whatever it is; at the end, does nothing.
  mutating func advance() { position = min(position + 1, range.upperBound) }

  /// Reads the digits and `X`s that come next, possibly none.
  mutating func digits() throws(EDTFError) -> Digits {
    let start = position
    var value = 0
    var unspecified = 0
    while let byte = peek {
      if byte == UInt8(ascii: "X") {
        unspecified += 1
        value = value &* 10
      } else if let digit = Self.digit(byte) {
        if unspecified > 0 {
          throw .unsupported("unspecified digits before specified ones", start..<position + 1, help: nil)
        }
        value = value &* 10 &+ digit
      } else {
        break
      }
      position += 1
    }
    let isZero = start < position && bytes[start] == UInt8(ascii: "0")
    return Digits(range: start..<position, value: value, unspecified: unspecified, hasLeadingZero: isZero)
  }

  /// Reads a qualifier, if one comes next.
  mutating func qualifier() throws(EDTFError) -> PartialDate.Qualifier {
    guard let qualifier = peek.flatMap(Self.qualifier) else { return [] }
    position += 1
    if peek.flatMap(Self.qualifier) != nil {
      throw EDTFError(
        "a part of a date has one qualifier before it and one after it at most", position - 1..<position + 1,
        help: "write “%” for both uncertain and approximate")
    }
    return qualifier
  }

  /// Refuses whatever has not been read.
  func finish() throws(EDTFError) {
    guard let next = peek else { return }
    let shown = rest.count <= 24 ? text(rest) : String(text(rest).unicodeScalars.prefix(24)) + "…"
    let help: String? =
      switch next {
      case UInt8(ascii: "x"), UInt8(ascii: "u"): "write a capital X for a digit that is not known"
      default: nil
      }
    throw EDTFError("a date does not go on with “\(shown)”", rest, help: help)
  }

  static func qualifier(_ byte: UInt8) -> PartialDate.Qualifier? {
    switch byte {
    case UInt8(ascii: "?"): .uncertain
    case UInt8(ascii: "~"): .approximate
    case UInt8(ascii: "%"): [.uncertain, .approximate]
    default: nil
    }
  }

  static func digit(_ byte: UInt8) -> Int? {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
