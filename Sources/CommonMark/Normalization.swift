import Foundation

/// Canonical composition of text, NFC (UAX #15).
enum Normalization {
  /// How many bytes are composed at once: Foundation's time grows with the square of the length.
  private static let pieceSize = 1024
  /// Where text offers no safe place to cut, it is cut all the same; no writing has so many marks in a row.
  private static let longestPiece = 2048

  /// A range of UTF-8 text in NFC; what is not UTF-8 becomes U+FFFD or stays.
  static func nfc(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = endOfPiece(bytes, start..<range.upperBound)
      if isSurelyNFC(bytes, start..<end) {
        result += bytes[start..<end]
      } else {
        let piece = String(decoding: bytes[start..<end], as: UTF8.self)
        result += piece.precomposedStringWithCanonicalMapping.utf8
      }
      start = end
    }
    return result
  }

  private static func endOfPiece(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.lowerBound + pieceSize
    while end < range.upperBound, end - range.lowerBound < longestPiece {
      let isScalarStart = bytes[end] & 0b1100_0000 != 0b1000_0000
      if isScalarStart, isSurelyNFC(bytes, end..<min(end + scalarLength(bytes[end]), range.upperBound)) { return end }
      end += 1
    }
    return min(end, range.upperBound)
  }

  private static func scalarLength(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  /// Whether every code point of a text is one that neither changes nor composes with what stands before it; `false`
  /// says nothing.
  static func isSurelyNFC(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let bytes = text.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // Below U+0300 nothing combines.
      if byte < 0xCC {
        index += 1
        continue
      }
      let length = scalarLength(byte)
      guard index + length <= range.upperBound else { return false }
      var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0b0011_1111) }
      guard isInert(value) else { return false }
      index += length
    }
    return true
  }

  /// Code points in wide use that neither change nor combine.
  private static func isInert(_ value: UInt32) -> Bool {
    switch value {
    case 0x0388...0x03FF, 0x0400...0x0482, 0x048A...0x052F,  // Greek, Cyrillic
      0x2002...0x20CF, 0x2100...0x2125,  // punctuation, currency; letter-like signs
      0x2190...0x22FF,  // arrows, mathematics
      0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3,  // kana, Han, Hangul
      0xFE0F, 0x1F300...0x1FAFF:  // emoji
      true
    default: false
    }
  }
}
