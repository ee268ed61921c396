/// Goes from file to file below a folder, keeping open the folders on the way to the last one: the next file is mostly
/// in the same folder or beside it.
///
/// It goes down name by name and through no symbolic link, so that it never leaves the folder it started from.
struct FolderCursor {
  /// Where the way to a file leads.
  enum Place {
    /// Into the folder the file is in.
    case folder(FileSystem.Folder)
    /// Nowhere: a folder on the way is not there.
    case nothing
    /// Into something that is no folder, which has this path below the root.
    case blocked(path: String, by: FileSystem.Kind)
  }

  private let root: FileSystem.Folder
  /// The folders that are open, each with where its name ends in `path`.
  private var way: [(folder: FileSystem.Folder, end: Int)] = []
  /// Their names, with a slash after each.
  private var path: [UInt8] = []
  /// A folder that was looked for and not there, with a slash at its end; what is below it need not be looked for.
  private var missing: [UInt8]?

  init(_ root: FileSystem.Folder) { self.root = root }

  /// The folder a file is in.
  ///
  /// - Parameter file: its path below the root, with `/` between parts.
  mutating func place(of file: String) throws(FileSystemError) -> Place {
    if let missing, file.utf8.starts(with: missing) { return .nothing }
    leaveWhatIsNotOnTheWay(to: file.utf8)
    while let name = nextName(on: file.utf8) {
      if let folder = try last.folder(String(name)) {
        enter(folder, name)
      } else if let kind = try last.kind(of: String(name)) {
        return .blocked(path: String(decoding: path, as: UTF8.self) + name, by: kind)
      } else {
        missing = path + Array(name.utf8) + [Self.slash]
        return .nothing
      }
    }
    return .folder(last)
  }

  /// The folder a file is in, made where it is not there.
  mutating func folder(making file: String) throws(FileSystemError) -> FileSystem.Folder {
    missing = nil
    leaveWhatIsNotOnTheWay(to: file.utf8)
    while let name = nextName(on: file.utf8) { enter(try last.folder(making: String(name)), name) }
    return last
  }

  /// The last part of a path.
  static func name(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: slash) else { return file }
    return String(file[file.utf8.index(after: slash)...])
  }

  private static let slash = UInt8(ascii: "/")

  private var last: FileSystem.Folder { way.last?.folder ?? root }

  private mutating func enter(_ folder: FileSystem.Folder, _ name: Substring) {
    path += name.utf8
    path.append(Self.slash)
    way.append((folder, path.count))
  }

  /// Closes the folders that are not on the way: compared by bytes, for to a String a letter and an accent are the same
  /// as the letter that has it.
  private mutating func leaveWhatIsNotOnTheWay(to file: String.UTF8View) {
    let shared = path.span.sharedPrefix(with: file.span)
    while let end = way.last?.end, end > shared { way.removeLast() }
    path.removeSubrange((way.last?.end ?? 0)...)
  }

  /// The folder to go into next from where the way has come to; `nil` where the file is in the last one.
  private func nextName(on file: String.UTF8View) -> Substring? {
    let rest = file.dropFirst(path.count)
    return rest.firstIndex(of: Self.slash).map { Substring(rest[..<$0]) }
  }
}
