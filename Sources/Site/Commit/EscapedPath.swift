/// Paths as the build's own files have them, one on a line: a line feed is written as `\n`, a tab, which may end a path
/// where a line goes on, as `\t`, and a backslash as `\\`.
enum EscapedPath {
  /// Writes a path.
  static func append(_ path: String, to bytes: inout [UInt8]) {
    guard path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return bytes += path.utf8 }
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// Reads what ``append(_:to:)`` wrote; `nil` for a path that would lead out of Output, as one that somebody wrote
  /// there by hand may.
  static func read(_ bytes: ArraySlice<UInt8>) -> OutputPath? {
    guard bytes.contains(UInt8(ascii: "\\")) else { return OutputPath(String(decoding: bytes, as: UTF8.self)) }
    var path: [UInt8] = []
    path.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        path.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte == UInt8(ascii: "t") ? 0x09 : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        path.append(byte)
      }
    }
    return OutputPath(String(decoding: path, as: UTF8.self))
  }
}
