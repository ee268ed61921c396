import Foundation

/// Unicode's Normalization Form C, in which texts and quotes are compared.
public enum NFC {
  /// The UTF-8 bytes of a string in Normalization Form C.
  public static func bytes(of string: String) -> [UInt8] {
    let isNormalized = string.unicodeScalars.allSatisfy { isAlwaysNormalized($0.value) }
    return Array(isNormalized ? string.utf8 : string.precomposedStringWithCanonicalMapping.utf8)
  }

  /// The first code point of a code point's canonical decomposition.
  static func base(of value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first?.value ?? value
  }

  /// Whether a code point is the same in every normalised text, wherever it stands (UAX #15, quick check).
  ///
  /// True only of what fills news in the Latin script: letters, and general punctuation without its two odd spaces.
  private static func isAlwaysNormalized(_ value: UInt32) -> Bool {
    value < 0x300 || (0x2002...0x206F).contains(value)
  }
}
