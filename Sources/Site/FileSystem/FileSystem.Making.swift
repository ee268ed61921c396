#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// Files of the editor's own: made whole or not at all.
extension FileSystem {
  /// Makes a file; one that is there is never overwritten.
  ///
  /// - Returns: whether it was made; `false` where there is something of that name.
  static func make(_ path: String, holding bytes: [UInt8]) throws(FileSystemError) -> Bool {
    let temporary = path + temporarySuffix
    try write(bytes, to: temporary)
    // A link, unlike a rename, fails where the name is taken.
    let isMade = link(temporary, path) == 0
    let code = errno
    try removeFile(temporary)
    guard isMade || code == EEXIST else { throw FileSystemError("write", path, code: code) }
    return isMade
  }

  /// Puts new bytes in place of a file's, in one step; its permissions stay.
  static func replace(_ path: String, with bytes: [UInt8]) throws(FileSystemError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSystemError("write", path) }
    let temporary = path + temporarySuffix
    try write(bytes, to: temporary)
    do throws(FileSystemError) {
      guard chmod(temporary, status.st_mode & 0o7777) == 0 else { throw FileSystemError("write", path) }
      try move(temporary, to: path)
    } catch {
      try? removeFile(temporary)
      throw error
    }
  }

  /// What a file is called until it is whole; a build passes over what ends in `~`.
  private static let temporarySuffix = ".dateline~"
}
