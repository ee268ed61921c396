#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file on the disk, open for reading: whatever becomes of its name meanwhile, its bytes stay.
final class OpenFile: Sendable {
  /// In bytes.
  let size: Int64
  /// A name for this version of the file that no other has.
  let tag: String
  private let descriptor: Int32

  /// Opens a regular file; symbolic links are not followed, for they could lead out of the site.
  ///
  /// - Returns: `nil` where there is none that may be read.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    tag = [Int(status.st_ino), Int(size), time.tv_sec, time.tv_nsec].map { String($0, radix: 36) }
      .joined(separator: "-")
  }

  deinit { close(descriptor) }

  /// Another descriptor of the same file, for somebody who will close it; `nil` where there are too many already.
  func duplicate() -> Int32? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return copy >= 0 ? copy : nil
  }
}
