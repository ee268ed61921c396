#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What tells two versions of a file apart without reading them: whoever writes a file changes one of these.
public struct FileStamp: Hashable, Sendable {
  /// In bytes.
  public let size: Int64
  /// When the bytes last changed, in nanoseconds of Unix time; whoever writes a file may set it as they like.
  public let modified: Int64
  /// When the bytes, the name or the permissions last changed, in nanoseconds of Unix time; nobody can set it.
  public let changed: Int64
  /// Which file of its disk it is: another one where an editor saves by moving a new file into place.
  public let inode: UInt64

  /// Whether the file changed so short a time ago that it may have changed again since, within one tick of the clock
  /// its disk keeps: then the same stamp says nothing yet.
  ///
  /// The coarsest clocks of file systems, such as FAT's, tick every two seconds.
  func isRecent(at now: Int64) -> Bool { now - max(modified, changed) < 2_500_000_000 }

  /// Now, in nanoseconds of Unix time, as file systems count it.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.nanoseconds
  }

  init(_ status: stat) {
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = status.st_mtimespec.nanoseconds
      changed = status.st_ctimespec.nanoseconds
    #else
      modified = status.st_mtim.nanoseconds
      changed = status.st_ctim.nanoseconds
    #endif
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}

extension FileSystem {
  /// The stamp of a file, symbolic links not followed; `nil` where there is none.
  static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return FileStamp(status)
  }
}
