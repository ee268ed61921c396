/// The content lines of an iCalendar file, read back by RFC 5545 and byte by byte: to Swift's strings a fold before a
/// combining mark is no fold.
public struct ContentLines: Sendable {
  /// Each property's name with its parameters, and its value with the escapes of text undone.
  public let properties: [(name: String, value: [UInt8])]
  /// The longest line of the file, in octets.
  public let longest: Int
  /// Whether every line is UTF-8 by itself, and ends in CRLF.
  public let areWhole: Bool

  /// Reads a file.
  public init(_ file: [UInt8]) {
    var lines: [[UInt8]] = [[]]
    for byte in file {
      if byte == UInt8(ascii: "\n"), lines[lines.count - 1].last == UInt8(ascii: "\r") {
        lines[lines.count - 1].removeLast()
        lines.append([])
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    let isWhole = lines.removeLast().isEmpty
    longest = lines.map(\.count).max() ?? 0
    areWhole = isWhole && lines.allSatisfy { Array(String(decoding: $0, as: UTF8.self).utf8) == $0 }

    var unfolded: [[UInt8]] = []
    for line in lines {
      if line.first == UInt8(ascii: " "), !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    properties = unfolded.map { line in
      let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
      return (String(decoding: line[..<colon], as: UTF8.self), Self.text(line[colon...].dropFirst()))
    }
  }

  private static func text(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value {
      if isEscaped {
        text.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return text
  }
}
