/// The files in Output that a build made: they may be replaced and removed, and no others.
///
/// Kept as `.dateline/manifest` inside Output: one path a line, sorted by bytes. A line feed in a path is written as
/// `\n`, a backslash as `\\`.
struct OutputManifest: Equatable {
  /// Paths below Output.
  var paths: Set<String> = []

  init(paths: some Sequence<String>) { self.paths = Set(paths) }

  /// Reads what ``bytes`` wrote.
  init(parsing bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      var path: [UInt8] = []
      var isEscaped = false
      for byte in line {
        if isEscaped {
          path.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else {
          path.append(byte)
        }
      }
      let text = String(decoding: path, as: UTF8.self)
      // A manifest that somebody edited must not lead out of Output.
      if OutputPath(text) != nil { paths.insert(text) }
    }
  }

  /// The manifest's file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case UInt8(ascii: "\\"): bytes += [byte, byte]
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
