#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Links, and folders that are thrown away: what publishing needs besides.
extension FileSystem {
  /// Takes the lock of a folder, a file `lock` in it, until the value ends.
  ///
  /// - Returns: `nil` where somebody else holds it.
  package static func lock(in folder: String) throws(FileSystemError) -> Lock? { try Folder(folder).lock("lock") }

  /// What a symbolic link says; `nil` where there is none.
  package static func destination(ofLink path: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
      }
    }
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Whether a name in a folder is a symbolic link that leads out of that folder.
  static func leadsOut(_ name: String, of folder: String) -> Bool {
    let path = folder + "/" + name
    guard destination(ofLink: path) != nil, let root = resolved(folder), let end = resolved(path) else { return false }
    return !(end + "/").utf8.starts(with: root == "/" ? "/".utf8 : (root + "/").utf8)
  }

  /// A path without symbolic links in it; `nil` where it leads to nothing.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a symbolic link.
  package static func makeLink(_ path: String, to destination: String) throws(FileSystemError) {
    guard symlink(destination, path) == 0 else { throw FileSystemError("make the link", path) }
  }

  /// Gives a file a second name.
  ///
  /// - Returns: whether that was possible; it is not across disks, nor on every kind of disk.
  package static func makeHardLink(_ path: String, to file: String) -> Bool { link(file, path) == 0 }

  /// Makes an empty folder that nobody else has or can read, where the system keeps what is temporary.
  package static func makeTemporaryFolder(named name: String) throws(FileSystemError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkdtemp($0) != nil } ?? false }
    guard isMade else { throw FileSystemError("make a folder in", parent) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a folder and all that is in it; links are removed, and never followed.
  package static func removeTree(_ folder: String) throws(FileSystemError) {
    for (name, kind) in try entries(of: folder) {
      let path = folder + "/" + name
      if kind == .folder { try removeTree(path) } else { try removeFile(path) }
    }
    guard rmdir(folder) == 0 else { throw FileSystemError("remove", folder) }
  }

  /// The folder that paths are relative to.
  package static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
