/// What a code point is to somebody who compares words and not characters.
enum ScalarClass {
  case plain
  case space
  case noBreakSpace
  case softHyphen
  case invisible
  case hyphen
  case enDash
  case dash
  case singleQuote
  case doubleQuote
  case fullStop
  case ellipsis

  /// The class of a code point.
  @inline(__always)
  init(_ value: UInt32) {
    if value < 0x80 { self = Self.ofASCII(value) } else { self = Self.ofOther(value) }
  }

  private static func ofASCII(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x20, 0x09...0x0D: .space
    case 0x00...0x1F, 0x7F: .invisible
    case 0x22: .doubleQuote
    case 0x27, 0x60: .singleQuote
    case 0x2D: .hyphen
    case 0x2E: .fullStop
    default: .plain
    }
  }

  private static func ofOther(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F, 0x3000: .space
    case 0xA0, 0x2007, 0x202F: .noBreakSpace
    case 0xAD: .softHyphen
    // U+200C and U+200D are left alone: in Persian, in Indic scripts and in emoji they change what is read.
    case 0x80...0x9F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFE0E, 0xFE0F, 0xFEFF:
      .invisible
    case 0x2010...0x2012, 0x2212, 0xFE63, 0xFF0D: .hyphen
    case 0x2013: .enDash
    case 0x2014, 0x2015: .dash
    case 0xB4, 0x2BC, 0x5F3, 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0x300C, 0x300D:
      .singleQuote
    case 0xAB, 0xBB, 0x5F4, 0x201C...0x201F, 0x2033, 0x2036, 0x300E, 0x300F, 0x301D...0x301F:
      .doubleQuote
    case 0x2026: .ellipsis
    default: .plain
    }
  }

  var isSpace: Bool { self == .space || self == .noBreakSpace }
  var isUnseen: Bool { self == .softHyphen || self == .invisible }
  var isQuotationMark: Bool { self == .singleQuote || self == .doubleQuote }
  var isDash: Bool { self == .hyphen || self == .enDash || self == .dash }
}
