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
  private var way: [(name: Substring, folder: FileSystem.Folder)] = []

  init(_ root: FileSystem.Folder) { self.root = root }

  /// The folder a file is in.
  ///
  /// - Parameter file: its path below the root, with `/` between parts.
  mutating func place(of file: String) throws(FileSystemError) -> Place {
    let names = leaveWhatIsNotOnTheWay(to: file)
    for name in names {
      let last = self.last
      guard let folder = try last.folder(String(name)) else {
        guard let kind = try last.kind(of: String(name)) else { return .nothing }
        let path = (way.map(\.name) + [name]).joined(separator: "/")
        return .blocked(path: path, by: kind)
      }
      way.append((name, folder))
    }
    return .folder(last)
  }

  /// The folder a file is in, made where it is not there.
  mutating func folder(making file: String) throws(FileSystemError) -> FileSystem.Folder {
    for name in leaveWhatIsNotOnTheWay(to: file) {
      way.append((name, try last.folder(making: String(name))))
    }
    return last
  }

  /// The last part of a path.
  static func name(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return file }
    return String(file[file.utf8.index(after: slash)...])
  }

  private var last: FileSystem.Folder { way.last?.folder ?? root }

  /// Closes the folders that are not on the way.
  ///
  /// - Returns: the names of those that remain to be opened.
  private mutating func leaveWhatIsNotOnTheWay(to file: String) -> ArraySlice<Substring> {
    let names = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    // Compared by bytes: to a String, a letter and an accent are the same as the letter that has it.
    let shared = zip(way, names).prefix { $0.name.utf8.elementsEqual($1.utf8) }.count
    way.removeSubrange(shared...)
    return names.dropFirst(shared)
  }
}
