/// Writes texts as YAML scalars that read back as the same texts, here and in any other reader of YAML 1.1 or 1.2.
package enum YAMLText {
  /// Where a scalar stands, which decides what may go without quotes.
  package enum Place {
    /// After a key of a block.
    case block
    /// Between the brackets of a flow collection.
    case flow
    /// In a file that is JSON as well.
    case json
  }

  /// A text without quotes where that is safe, else in double quotes.
  package static func scalar(_ text: String, in place: Place) -> String {
    isPlain(text, in: place) ? text : quoted(text)
  }

  /// A text in double quotes, with JSON's escapes, which YAML shares.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The lines of a text folded below `>-`, none wider than `width` code points unless one word is; `nil` where
  /// folding would change the text.
  package static func folded(_ text: String, width: Int) -> [String]? {
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" || needsEscape($0) })
    else { return nil }
    let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    // An empty word is a space too many, which a fold would lose or take for indentation.
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    var lines: [String] = []
    var count = 0
    for word in words {
      if let last = lines.indices.last, count + 1 + word.count <= width {
        lines[last] += " " + String(word)
        count += 1 + word.count
      } else {
        lines.append(String(word))
        count = word.count
      }
    }
    return lines
  }

  /// Whether a text may stand without quotes.
  package static func isPlain(_ text: String, in place: Place) -> Bool {
    guard place != .json, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    if first == " " || last == " " || last == ":" || indicators.contains(first) || isOtherType(text) { return false }
    var previous: Unicode.Scalar = "\0"
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) || scalar == "\n" || scalar == "\r" || scalar == "\t" { return false }
      if previous == ":", scalar == " " || place == .flow { return false }
      if previous == " ", scalar == "#" { return false }
      if place == .flow, flowIndicators.contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  /// What a plain scalar must not begin with (YAML 1.2, 5.3).
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)
  private static let flowIndicators = Set(",[]{}".unicodeScalars)

  /// Whether some reader takes a plain scalar for a number, a truth value, a time of day or nothing. Dates stay plain,
  /// as they do in every positions file.
  private static func isOtherType(_ text: String) -> Bool {
    switch text.lowercased() {
    case "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<": return true
    default: break
    }
    var rest = text.unicodeScalars[...]
    if let first = rest.first, first == "+" || first == "." { rest.removeFirst() }
    guard let first = rest.first, ("0"..."9").contains(first) || rest.count < text.unicodeScalars.count else {
      return false
    }
    return text.unicodeScalars.allSatisfy { numeric.contains($0) }
  }

  private static let numeric = Set("0123456789.,_:+eExXoOabcdfABCDFinfINFaNpP".unicodeScalars)

  /// Whether a code point is no text to YAML, breaks a line there, or cannot be seen.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}
