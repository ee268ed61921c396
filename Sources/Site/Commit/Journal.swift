/// What a commit is about to do to Output, written down before it does the first of it.
///
/// A line for each file: what happens to it, the number under which its bytes stand aside, its path.
///
///     add 0 about/index.html
///     replace 1 index.html
///     remove 2 old/index.html
struct Journal: Equatable {
  /// What happens to one file.
  struct Change: Equatable, Sendable {
    enum Kind: String {
      /// There was nothing, and the new file comes.
      case add
      /// The new file comes in place of the old one.
      case replace
      /// The old file goes.
      case remove
    }

    let kind: Kind
    /// What the new bytes are called in `staged`, and the old ones in `kept`.
    let number: Int
    let path: OutputPath

    var name: String { String(number) }
  }

  /// By path.
  let changes: [Change]

  init(_ changes: [Change]) { self.changes = changes.sorted { $0.path < $1.path } }

  /// Reads what ``bytes`` wrote; `nil` for anything else.
  init?(parsing bytes: [UInt8]) {
    var changes: [Change] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      guard parts.count == 3, let kind = Change.Kind(rawValue: String(decoding: parts[0], as: UTF8.self)),
        let number = Int(String(decoding: parts[1], as: UTF8.self)), let path = EscapedPath.read(parts[2])
      else { return nil }
      changes.append(Change(kind: kind, number: number, path: path))
    }
    self.changes = changes
  }

  /// The folders that files are in which are changed in one of these ways, and those above them; a folder comes before
  /// those in it.
  func folders(of kinds: Set<Change.Kind>) -> [String] {
    var folders = Set<Substring>()
    for change in changes where kinds.contains(change.kind) {
      var path = change.path.file[...]
      while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        path = path[..<slash]
        guard folders.insert(path).inserted else { break }
      }
    }
    return folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(String.init)
  }

  /// The journal's file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for change in changes {
      bytes += "\(change.kind.rawValue) \(change.number) ".utf8
      EscapedPath.append(change.path.file, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
