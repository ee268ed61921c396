/// Which code points make words, and what they are in small letters.
enum Letters {
  /// Whether a code point is part of a word: a letter, a digit, or a mark on one.
  @inline(__always)
  static func isWord(_ value: UInt32) -> Bool {
    if value < 0x80 { return isASCIILetter(value) || isASCIIDigit(value) || value == 0x5F }
    return isOtherWord(value)
  }

  @inline(__always) static func isASCIIDigit(_ value: UInt32) -> Bool { value &- 0x30 < 10 }

  @inline(__always) static func isASCIILetter(_ value: UInt32) -> Bool { (value | 0x20) &- 0x61 < 26 }

  private static func isOtherWord(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value), value >= 0xAA, value != 0xFFFD else { return false }
    if 0x2000...0x206F ~= value { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Whether a code point belongs to the character before it: a combining mark, a joiner, an emoji's skin tone.
  static func isExtender(_ value: UInt32) -> Bool {
    guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return value == 0x200D || 0x1F3FB...0x1F3FF ~= value
    }
  }

  /// Whether a code point is half of a flag.
  static func isRegionalIndicator(_ value: UInt32) -> Bool { 0x1F1E6...0x1F1FF ~= value }

  /// Whether a code point is of a script that puts no space between words: Chinese, Japanese, Thai and their like.
  static func isUnspaced(_ value: UInt32) -> Bool {
    guard value >= 0xE00 else { return false }
    switch value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x2_0000...0x3_FFFF:
      return true
    default: return false
    }
  }

  /// The small letter of a capital, where it is one code point; anything else as it is.
  @inline(__always)
  static func lowercase(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value &- 0x41 < 26 ? value | 0x20 : value }
    return lowercaseOther(value)
  }

  private static func lowercaseOther(_ value: UInt32) -> UInt32 {
    guard isCased(value), let scalar = Unicode.Scalar(value) else { return value }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = mapping.first, mapping.count == 1 else { return value }
    return first.value
  }

  /// The blocks that hold letters of two cases; asking Unicode's tables about any other would only cost time.
  private static func isCased(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0..<0x590, 0x10A0...0x10FF, 0x13A0...0x13FF, 0x1C80...0x1CBF, 0x1E00...0x1FFF, 0x2100...0x218F,
      0x24B0...0x24EF, 0x2C00...0x2D2F, 0xA640...0xA7FF, 0xAB30...0xABBF, 0xFF21...0xFF5A, 0x1_0400...0x1_EFFF:
      true
    default: false
    }
  }
}

extension Letters {
  /// The small letter without its accents, in the Latin script; elsewhere the small letter.
  ///
  /// A browser that looks for a text fragment sees no accents either.
  @inline(__always)
  static func base(_ value: UInt32) -> UInt32 {
    let small = lowercase(value)
    guard small >= 0xE0, small - 0xE0 < latinBases.count else { return small }
    return latinBases[Int(small - 0xE0)]
  }

  /// The bases of U+00E0 to U+024F, from Unicode's canonical decompositions.
  private static let latinBases: [UInt32] = (0xE0...0x24F).map { value in
    NFC.base(of: value)
  }
}
