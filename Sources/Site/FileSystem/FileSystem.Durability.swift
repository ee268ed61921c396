import CFileSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// What still holds after the power was cut, and what two processes agree on.
extension FileSystem.Folder {
  /// Waits until the names in this folder are on the disk.
  func sync() throws(FileSystemError) {
    // Some file systems have nothing to do for a folder, and say that they cannot.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileSystemError("write", path) }
  }

  /// Waits until what a file holds is on the disk.
  func syncFile(_ name: String) throws(FileSystemError) {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw FileSystemError("write", path(of: name)) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw FileSystemError("write", path(of: name)) }
  }

  /// Waits until everything that was written to this folder's file system is on the disk.
  ///
  /// - Returns: whether the system can do that.
  func syncFileSystem() throws(FileSystemError) -> Bool {
    #if os(Linux)
      guard syncfs(descriptor) == 0 else { throw FileSystemError("write", path) }
      return true
    #else
      return false
    #endif
  }

  /// Takes a lock that others respect, on a file of that name that is made if it is not there.
  ///
  /// - Returns: `nil` where somebody else holds it.
  func lock(_ name: String) throws(FileSystemError) -> FileSystem.Lock? {
    let lock = openat(descriptor, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw FileSystemError("write", path(of: name)) }
    if flock(lock, LOCK_EX | LOCK_NB) == 0 {
      // Whoever held it before may have removed the file, and then this is a lock on nothing.
      var (held, named) = (stat(), stat())
      if fstat(lock, &held) == 0, fstatat(descriptor, name, &named, AT_SYMLINK_NOFOLLOW) == 0,
        held.st_ino == named.st_ino, held.st_dev == named.st_dev
      {
        return FileSystem.Lock(descriptor: lock)
      }
      close(lock)
      return nil
    }
    let code = errno
    close(lock)
    guard code == EWOULDBLOCK else { throw FileSystemError("lock", path(of: name), code: code) }
    return nil
  }
}

extension FileSystem {
  /// A lock on a file, which ends with this value or with its process.
  package final class Lock: Sendable {
    package let descriptor: Int32

    fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
  }
}
