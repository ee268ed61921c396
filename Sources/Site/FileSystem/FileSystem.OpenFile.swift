#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// A regular file, open for reading.
  struct OpenFile: ~Copyable {
    /// As messages name it.
    let path: String
    /// In bytes, when it was opened.
    let size: Int
    private let descriptor: Int32

    fileprivate init(path: String, size: Int, descriptor: Int32) {
      self.path = path
      self.size = size
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a file by its path; a symbolic link is not followed.
    init(_ path: String) throws(FileSystemError) {
      guard let file = try Self.open(path, in: AT_FDCWD, named: path) else {
        throw FileSystemError("read", path, code: ENOENT)
      }
      self = file
    }

    /// Opens what is a regular file; `nil` where there is none, or something else.
    fileprivate static func open(
      _ name: String, in folder: Int32, named path: String
    ) throws(FileSystemError) -> OpenFile? {
      // A pipe would be waited for, if it were not for O_NONBLOCK.
      let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else {
        guard errno == ENOENT || errno == ELOOP || errno == EMLINK || errno == ENXIO else {
          throw FileSystemError("read", path)
        }
        return nil
      }
      var status = stat()
      guard fstat(descriptor, &status) == 0, Kind(status) == .file else {
        close(descriptor)
        return nil
      }
      return OpenFile(path: path, size: Int(status.st_size), descriptor: descriptor)
    }

    /// Reads what comes next: as much as `buffer` has room for, less only at the end.
    ///
    /// - Returns: how many bytes that was.
    func read(into buffer: inout [UInt8]) throws(FileSystemError) -> Int {
      let (count, failure) = buffer.withUnsafeMutableBytes { FileSystem.read(into: $0, from: descriptor) }
      if let failure { throw FileSystemError("read", path, code: failure) }
      return count
    }

    /// Whether it holds these bytes and no more.
    func holds(_ bytes: [UInt8], buffer: inout [UInt8]) throws(FileSystemError) -> Bool {
      guard size == bytes.count else { return false }
      var offset = 0
      while offset < size {
        let count = try read(into: &buffer)
        guard count > 0, offset + count <= size, buffer.starts(with: bytes, from: offset, count: count) else {
          return false
        }
        offset += count
      }
      return true
    }

    /// Whether it holds what another one holds.
    func holdsSame(as other: borrowing OpenFile, buffer: inout [UInt8]) throws(FileSystemError) -> Bool {
      guard size == other.size else { return false }
      var theirs = [UInt8](repeating: 0, count: buffer.count)
      while true {
        let count = try read(into: &buffer)
        guard try other.read(into: &theirs) == count, buffer.starts(with: theirs, from: 0, count: count) else {
          return false
        }
        if count < buffer.count { return true }
      }
    }
  }
}

extension FileSystem.Folder {
  /// Opens the regular file of that name; `nil` where there is nothing, or something else.
  func file(_ name: String) throws(FileSystemError) -> FileSystem.OpenFile? {
    try FileSystem.OpenFile.open(name, in: descriptor, named: path(of: name))
  }

  /// Makes a file that was not there.
  ///
  /// - Parameter path: what messages call it, if not by its own name.
  func make(_ name: String, named path: String? = nil, holding bytes: [UInt8]) throws(FileSystemError) {
    try make(name, named: path ?? self.path(of: name)) { descriptor in
      FileSystem.write(bytes, count: bytes.count, to: descriptor)
    }
  }

  /// Makes a file that was not there, out of what another one holds.
  func make(
    _ name: String, named path: String, from file: borrowing FileSystem.OpenFile, buffer: inout [UInt8]
  ) throws(FileSystemError) {
    var unreadable: FileSystemError?
    try make(name, named: path) { descriptor in
      do throws(FileSystemError) {
        while true {
          let count = try file.read(into: &buffer)
          if let failure = FileSystem.write(buffer, count: count, to: descriptor) { return failure }
          if count < buffer.count { return nil }
        }
      } catch {
        unreadable = error
        return nil
      }
    }
    if let unreadable { throw unreadable }
  }

  private func make(_ name: String, named path: String, write: (Int32) -> Int32?) throws(FileSystemError) {
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw FileSystemError("write", path) }
    var failure = write(file)
    if close(file) != 0, failure == nil { failure = errno }
    if let failure { throw FileSystemError("write", path, code: failure) }
  }
}

extension [UInt8] {
  /// Whether the first `count` bytes are those of another array from an index on; both have that many.
  fileprivate func starts(with other: [UInt8], from index: Int, count: Int) -> Bool {
    withUnsafeBytes { own in
      other.withUnsafeBytes { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return count == 0 }
        return memcmp(own, other + index, count) == 0
      }
    }
  }
}

// Inside the type, `read` would name its own method.
private let systemRead = read as @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int
