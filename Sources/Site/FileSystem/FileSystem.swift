#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls a build needs, and nothing else: only the files of this folder talk to the disk.
///
/// Paths are the operating system's, in UTF-8; every failure is a ``FileSystemError`` that names the path.
package enum FileSystem {
  /// What a path leads to, symbolic links not followed.
  package enum Kind {
    case file, folder, symbolicLink, other

    init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      case S_IFLNK: self = .symbolicLink
      default: self = .other
      }
    }
  }

  /// What there is at a path; `nil` where there is nothing.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    return lstat(path, &status) == 0 ? Kind(status) : nil
  }

  /// Whether a path leads to a folder, symbolic links followed.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no particular order, with what each one is.
  package static func entries(of folder: String) throws(FileSystemError) -> [(name: String, kind: Kind)] {
    guard let stream = opendir(folder) else { throw FileSystemError("read the folder", folder) }
    defer { closedir(stream) }
    return entries(of: stream) { kind(of: folder + "/" + $0) }
  }

  #if canImport(Darwin)
    typealias Stream = UnsafeMutablePointer<DIR>
  #else
    typealias Stream = OpaquePointer
  #endif

  /// The names in a folder; `kind` is asked where the file system does not say with the name what it is.
  static func entries(of stream: Stream, kind: (String) -> Kind?) -> [(name: String, kind: Kind)] {
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .symbolicLink
        default: kind(name)
        }
      if let kind { entries.append((name, kind)) }
    }
    return entries
  }

  /// The bytes of a file.
  package static func read(_ path: String) throws(FileSystemError) -> [UInt8] { try readStamped(path).bytes }

  /// The bytes of a file, and the stamp it had before the first of them was read.
  static func readStamped(_ path: String) throws(FileSystemError) -> (bytes: [UInt8], stamp: Stamp) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileSystemError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileSystemError("read", path, code: EINVAL) }
    var failure: Int32?
    // One byte more than expected, so that the end of the file is met by the same call that reads it.
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      (count, failure) = read(into: UnsafeMutableRawBufferPointer(buffer), from: descriptor)
    }
    if let failure { throw FileSystemError("read", path, code: failure) }
    return (bytes, Stamp(status))
  }

  /// Reads what comes next in an open file: as much as `buffer` has room for, less only at the end or at a failure.
  ///
  /// - Returns: how many bytes that was, and the system's number for what went wrong; `nil` for nothing.
  static func read(into buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> (count: Int, failure: Int32?)
  {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = systemRead(descriptor, base + count, buffer.count - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (count, errno) }
      if got == 0 { break }
      count += got
    }
    return (count, nil)
  }

  /// Makes a file that holds these bytes, in place of one that may be there.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystemError("write", path) }
    var failure = write(bytes, count: bytes.count, to: descriptor)
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let failure { throw FileSystemError("write", path, code: failure) }
  }

  /// Writes the first `count` bytes to an open file.
  ///
  /// - Returns: the system's number for what went wrong; `nil` for nothing.
  static func write(_ bytes: [UInt8], count: Int, to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < count, let base = buffer.baseAddress {
        let now = systemWrite(descriptor, base + written, count - written)
        if now < 0, errno == EINTR { continue }
        if now < 0 { return errno }
        written += now
      }
      return nil
    }
  }

  /// Makes a folder, and those above it.
  package static func makeFolder(_ path: String) throws(FileSystemError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST && isFolder(path) { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileSystemError("make the folder", path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST && isFolder(path) else {
      throw FileSystemError("make the folder", path)
    }
  }

  /// Moves a file, in place of one that may be there, in one step.
  package static func move(_ path: String, to target: String) throws(FileSystemError) {
    guard rename(path, target) == 0 else { throw FileSystemError("write", target) }
  }

  /// Removes a file; one that is not there is no failure.
  package static func removeFile(_ path: String) throws(FileSystemError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileSystemError("remove", path) }
  }

  /// Removes a folder if it is empty.
  package static func removeFolderIfEmpty(_ path: String) { rmdir(path) }
}

// Inside the enum, `read` and `write` would name its own methods.
private let systemRead = read as @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int
private let systemWrite = write as @Sendable (Int32, UnsafeRawPointer?, Int) -> Int
