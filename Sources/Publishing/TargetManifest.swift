import Site

/// What Dateline put at a target: the only files there that it may replace or remove.
///
/// It lies at the target as `.dateline-manifest`: a first line that names the format, then a file a line, sorted by
/// bytes, as SHA-256, size in bytes and path. A backslash in a path is written `\\`, a line feed `\n`. While an upload
/// is under way, it names the files of before and of after, and a hyphen stands for the digest of those that change; so
/// whoever comes after an upload that broke off knows what is Dateline's and what is not sure.
struct TargetManifest: Sendable, Equatable {
  /// What one file holds.
  struct Entry: Sendable, Equatable {
    /// SHA-256 in hexadecimal digits; `nil` while that is not sure.
    let digest: String?
    /// In bytes; of no meaning while the digest is not sure.
    let size: Int
  }

  /// Its name at a target. No file of a site has a name with a full stop at its start.
  static let name = ".dateline-manifest"
  private static let header = "dateline-manifest 1"

  /// The files by path.
  var entries: [String: Entry]

  init(entries: [String: Entry] = [:]) { self.entries = entries }

  /// The files of a site.
  init(_ site: Publication) {
    entries = Dictionary(
      site.files.map { ($0.path, Entry(digest: $0.digest, size: $0.size)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads what ``bytes`` wrote.
  ///
  /// - Returns: `nil` for anything else, be it only in one line: who owns what is then not known.
  init?(parsing bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n")).makeIterator()
    guard bytes.last == UInt8(ascii: "\n"), let first = lines.next(), first.elementsEqual(Self.header.utf8) else {
      return nil
    }
    entries = [:]
    while let line = lines.next() {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      guard fields.count == 3, let size = Int(String(decoding: fields[1], as: UTF8.self)), size >= 0,
        let path = Self.path(fields[2])
      else { return nil }
      let digest = String(decoding: fields[0], as: UTF8.self)
      entries[path] = Entry(digest: digest == "-" ? nil : digest, size: size)
    }
  }

  /// The manifest's file.
  var bytes: [UInt8] {
    var bytes = Array((Self.header + "\n").utf8)
    for (path, entry) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      bytes += Array("\(entry.digest ?? "-") \(entry.size) ".utf8)
      for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
        case UInt8(ascii: "\\"): bytes += [byte, byte]
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// A path as it was before it was written; `nil` where it would lead out of the target or to the manifest itself.
  private static func path(_ written: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in written {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    let path = String(decoding: bytes, as: UTF8.self)
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isInside = parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    return isInside && path != name && !bytes.contains(0) ? path : nil
  }
}
