/// How a piece of text is set, and how wide it comes out.
///
/// A static page cannot ask the browser how wide a word is, and the reader's system font is not known. Widths are
/// therefore those of a wide system font (close to DejaVu Sans and Verdana), so that what fits here fits in Helvetica,
/// Segoe, San Francisco and Noto too.
struct TextStyle: Sendable, Hashable {
  /// The font size, in user units.
  var size: Double
  /// Whether it is set in bold, which is an eighth wider.
  var isBold = false
  /// Whether it is set in the secondary ink.
  var isMuted = false

  /// From one baseline to the next.
  var lineHeight: Double { Double((size * 12.2).nearestInteger) / 10 }
  /// From the top of a line to its baseline.
  var ascent: Double { size * 0.95 }

  /// How wide a text comes out at most, in user units.
  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
  }

  /// How far one code point moves the pen, in user units.
  func advance(of scalar: Unicode.Scalar) -> Double {
    Self.advance(of: scalar) * size * (isBold ? 1.13 : 1)
  }

  /// How far one code point moves the pen, in ems.
  private static func advance(of scalar: Unicode.Scalar) -> Double {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return Double(ascii[Int(value) - 0x20]) / 100 }
    return switch value {
    case 0..<0x20, 0x7F, 0xAD, 0x300...0x36F, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFE20...0xFE2F, 0xFEFF:
      0
    case 0xC6, 0x152, 0x2014, 0x2026: 1
    case 0x80...0x2FF, 0x1E00...0x1EFF: 0.7
    case 0x370...0x58F, 0x1F00...0x1FFF: 0.74
    case 0x590...0x8FF, 0xE00...0xEFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: 0.68
    case 0x900...0xDFF: 0.85
    case 0x2000...0x205F: 0.5
    case 0x1F000...0x1FAFF: 1.35
    default: 1
    }
  }

  /// Advances of U+0020 to U+007E, in hundredths of an em.
  private static let ascii: [UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34,  // space ! " # $ % & ' ( ) * + , - . /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,  // 0…9 : ; < = > ?
    100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,  // @ A…O
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50,  // P…Z [ \ ] ^ _
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,  // ` a…o
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,  // p…z { | } ~
  ]
}
