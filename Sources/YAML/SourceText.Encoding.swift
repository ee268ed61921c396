public import Diagnostics

extension SourceText {
  /// Whether a part of the text is UTF-8 without control characters, as YAML and Markdown must be.
  ///
  /// Where it is not, the first bad byte is reported, with what the file seems to be instead.
  ///
  /// - Parameters:
  ///   - range: the bytes to look at; clamped to the text.
  ///   - diagnostics: where the finding goes.
  public func isText(in range: Range<Int>, diagnostics: inout Diagnostics) -> Bool {
    let range = location(range).range
    if range.lowerBound == 0, bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      reportUTF16(at: 0, diagnostics: &diagnostics)
      return false
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F {
        offset += 1
        continue
      }
      guard let (scalar, width) = bytes.codePoint(at: offset, before: range.upperBound) else {
        reportNotUTF8(at: offset, diagnostics: &diagnostics)
        return false
      }
      guard Self.isAllowed(scalar) else {
        if scalar != 0 {
          let hex = String(scalar, radix: 16, uppercase: true)
          diagnostics.error(
            "control-character", "control character U+\(String(repeating: "0", count: max(0, 4 - hex.count)))\(hex)",
            at: location(offset..<(offset + width)), help: "delete this invisible character")
        } else if bytes.looksLikeUTF16(around: offset) {
          reportUTF16(at: offset, diagnostics: &diagnostics)
        } else {
          diagnostics.error(
            "binary-file", "this is a binary file, not a text", at: location(offset..<(offset + 1)),
            help: Self.binaryHelp)
        }
        return false
      }
      offset += width
    }
    return true
  }

  /// The printable characters of YAML 1.1, which libyaml insists on.
  private static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static let binaryHelp = "save it as a text; a picture or a document needs the ending of its own kind"

  private func reportUTF16(at offset: Int, diagnostics: inout Diagnostics) {
    diagnostics.error(
      "not-utf8", "this file is written in UTF-16, not in UTF-8", at: location(offset..<(offset + 1)),
      help: "save the file as UTF-8")
  }

  private func reportNotUTF8(at offset: Int, diagnostics: inout Diagnostics) {
    // Pictures and documents have NULs among their first bytes, texts in whatever encoding have none.
    if bytes.prefix(1024).contains(0) {
      return diagnostics.error(
        "binary-file", "this is a binary file, not a text", at: location(offset..<(offset + 1)), help: Self.binaryHelp)
    }
    let byte = bytes[offset]
    let hex = String(byte, radix: 16, uppercase: true)
    var help = "save the file as UTF-8"
    if byte >= 0xA0 {
      help += "; it may be in Latin-1 or Windows-1252, where this byte is “\(Unicode.Scalar(byte))”"
    } else if 0x91...0x94 ~= byte || 0x96...0x97 ~= byte || byte == 0x85 || byte == 0x80 {
      help += "; it may be in Windows-1252, where this byte is a typographic quotation mark, a dash, “…” or “€”"
    }
    diagnostics.error(
      "not-utf8", "byte \(hex) is not UTF-8", at: location(offset..<(offset + 1)), help: help)
  }
}

extension [UInt8] {
  /// The code point that begins at an offset and how many bytes it takes; `nil` where the bytes are not well-formed
  /// UTF-8 (Unicode 16, table 3-7).
  fileprivate func codePoint(at offset: Int, before end: Int) -> (scalar: UInt32, width: Int)? {
    let lead = self[offset]
    var value: UInt32
    let width: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (UInt32(lead), 1)
    case 0xC2...0xDF: (value, width) = (UInt32(lead & 0x1F), 2)
    case 0xE0...0xEF:
      (value, width) = (UInt32(lead & 0x0F), 3)
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, width) = (UInt32(lead & 0x07), 4)
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return nil
    }
    guard offset + width <= end, second ~= self[offset + 1] else { return nil }
    for byte in self[(offset + 1)..<(offset + width)] {
      guard 0x80...0xBF ~= byte else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, width)
  }

  /// Whether a NUL is one half of a UTF-16 code unit: most of every other byte near it is NUL too.
  fileprivate func looksLikeUTF16(around offset: Int) -> Bool {
    let sample = self[offset..<Swift.min(offset + 64, count)]
    guard sample.count >= 4 else { return false }
    let zeros = sample.indices.count { ($0 - offset).isMultiple(of: 2) && sample[$0] == 0 }
    let others = sample.indices.count { !($0 - offset).isMultiple(of: 2) && sample[$0] == 0 }
    return zeros * 4 >= sample.count && others * 8 <= sample.count
  }
}
