import Escaping
import Foundation

/// Where a file of the site stands below Output, and at which address readers find it.
struct OutputPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file, below Output, with `/` between parts: `hanoi-2019/timeline/index.html`.
  let file: String

  /// A path below Output; `nil` where it would lead out of it, or into the folder the build keeps its own files in.
  init?(_ file: String) {
    let own = OutputClaim.folderName.utf8
    let isOwn = file.utf8.starts(with: own) && [Self.slash, nil].contains(file.utf8.dropFirst(own.count).first)
    guard !isOwn, Self.holdsOnlyNames(file.utf8) else { return nil }
    self.file = file
  }

  /// Whether a path has only names between its slashes, none of them empty, “.” or “..”.
  private static func holdsOnlyNames(_ path: String.UTF8View) -> Bool {
    // How long a name is, and whether it has nothing but full stops so far.
    var (length, hasOnlyStops) = (0, true)
    func isName() -> Bool { length > (hasOnlyStops ? 2 : 0) }
    for byte in path {
      switch byte {
      case 0: return false
      case slash:
        guard isName() else { return false }
        (length, hasOnlyStops) = (0, true)
      default:
        length += 1
        hasOnlyStops = hasOnlyStops && byte == UInt8(ascii: ".")
      }
    }
    return isName()
  }

  /// A path made of ids and of names read from the disk, which cannot lead out of Output.
  init(trusted file: String) { self.file = file }

  /// The page with this address below the site's root: `hanoi-2019/timeline` becomes `hanoi-2019/timeline/index.html`.
  init?(page address: String) {
    self.init(address.isEmpty ? "index.html" : address + "/index.html")
  }

  /// The address below the site's root, percent-encoded, without a slash at its start: `hanoi-2019/timeline/`.
  var address: String {
    let bytes = file.utf8
    let folder = bytes.dropLast(Self.index.utf8.count)
    let isIndex =
      bytes.dropFirst(folder.count).elementsEqual(Self.index.utf8) && folder.last ?? Self.slash == Self.slash
    return Self.encoded(isIndex ? String(Substring(folder)) : file)
  }

  private static let index = "index.html"
  private static let slash = UInt8(ascii: "/")

  /// A path with everything percent-encoded but RFC 3986's unreserved characters and the slashes.
  static func encoded(_ path: String) -> String {
    // Most paths are nothing but ids.
    if path.utf8.allSatisfy({ $0 == slash || ByteWriter.isUnreserved($0) }) { return path }
    var out = ByteWriter()
    for (index, part) in path.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { out.raw("/") }
      out.urlComponent(String(part))
    }
    return out.string
  }

  /// A part of a path with its percent-encoding undone; as it is where that would not be UTF-8.
  static func decoded(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "%")) else { return String(part) }
    return part.removingPercentEncoding ?? String(part)
  }

  var description: String { file }

  // By bytes, as the disk has them: to a String, a letter and an accent are the same as the letter that has it.

  static func == (left: OutputPath, right: OutputPath) -> Bool { left.file.utf8.elementsEqual(right.file.utf8) }

  func hash(into hasher: inout Hasher) {
    var file = file
    file.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  static func < (left: OutputPath, right: OutputPath) -> Bool {
    left.file.precedesByBytes(right.file)
  }
}
