#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls a build needs, and nothing else: the only file that talks to the disk.
///
/// Paths are the operating system's, in UTF-8; every failure is a ``FileSystemError`` that names the path.
enum FileSystem {
  /// What a path leads to, symbolic links not followed.
  enum Kind { case file, folder, symbolicLink, other }

  /// What there is at a path; `nil` where there is nothing.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// Whether a path leads to a folder, symbolic links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no particular order, with what each one is.
  static func entries(of folder: String) throws(FileSystemError) -> [(name: String, kind: Kind)] {
    guard let stream = opendir(folder) else { throw FileSystemError("read the folder", folder) }
    defer { closedir(stream) }
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
        default: kind(of: folder + "/" + name)
        }
      if let kind { entries.append((name, kind)) }
    }
    return entries
  }

  /// The bytes of a file.
  static func read(_ path: String) throws(FileSystemError) -> [UInt8] { try readStamped(path).bytes }

  /// The bytes of a file, and the stamp it had before the first of them was read.
  static func readStamped(_ path: String) throws(FileSystemError) -> (bytes: [UInt8], stamp: FileStamp) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystemError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileSystemError("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileSystemError("read", path, code: EINVAL) }
    var failure: Int32?
    // One byte more than expected, so that the end of the file is met by the same call that reads it.
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = systemRead(descriptor, base + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if let failure { throw FileSystemError("read", path, code: failure) }
    return (bytes, FileStamp(status))
  }

  /// Makes a file that holds these bytes, in place of one that may be there.
  static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystemError("write", path) }
    var written = 0
    var failure: Int32?
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count < 0 {
          failure = errno
          break
        }
        written += count
      }
    }
    if close(descriptor) != 0, failure == nil { failure = errno }
    if let failure { throw FileSystemError("write", path, code: failure) }
  }

  /// Makes a folder, and those above it.
  static func makeFolder(_ path: String) throws(FileSystemError) {
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
  static func move(_ path: String, to target: String) throws(FileSystemError) {
    guard rename(path, target) == 0 else { throw FileSystemError("write", target) }
  }

  /// Removes a file; one that is not there is no failure.
  static func removeFile(_ path: String) throws(FileSystemError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileSystemError("remove", path) }
  }

  /// Removes a folder if it is empty.
  static func removeFolderIfEmpty(_ path: String) { rmdir(path) }

  /// A lock on a file, which ends when it is released or its process ends.
  struct Lock: Sendable {
    fileprivate let descriptor: Int32

    func release() { close(descriptor) }
  }

  /// Takes a lock that others respect.
  ///
  /// - Returns: `nil` where somebody else holds it.
  static func lock(_ path: String) throws(FileSystemError) -> Lock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileSystemError("write", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return Lock(descriptor: descriptor) }
    let code = errno
    close(descriptor)
    guard code == EWOULDBLOCK else { throw FileSystemError("lock", path, code: code) }
    return nil
  }
}

// Inside the enum, `read` and `write` would name its own methods.
private let systemRead = read as @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int
private let systemWrite = write as @Sendable (Int32, UnsafeRawPointer?, Int) -> Int
