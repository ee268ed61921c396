#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// What the system knows of a file without reading it. A file that was written, moved or put in place of another has
  /// another stamp than before.
  struct Stamp: Equatable, Sendable {
    let device: UInt64
    let inode: UInt64
    /// The type and the permissions.
    let mode: UInt64
    /// In bytes.
    let size: UInt64
    /// When the content was last changed, in nanoseconds of Unix time.
    let modified: Int64
    /// When the file was last changed in any way, in nanoseconds of Unix time; nobody can set it back.
    let changed: Int64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      inode = UInt64(truncatingIfNeeded: status.st_ino)
      mode = UInt64(truncatingIfNeeded: status.st_mode)
      size = UInt64(truncatingIfNeeded: status.st_size)
      #if canImport(Darwin)
        (modified, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
      #else
        (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
      #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
      Int64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ Int64(truncatingIfNeeded: time.tv_nsec)
    }

    /// Whether the file changed so short a time ago that it may have changed again since, within one tick of the clock
    /// its disk keeps: then the same stamp says nothing yet.
    ///
    /// The coarsest clocks of file systems, such as FAT's, tick every two seconds.
    func isRecent(at now: Int64) -> Bool { now - max(modified, changed) < 2_500_000_000 }
  }

  /// The stamp of what a path leads to, symbolic links followed; `nil` where that cannot be told.
  static func stamp(of path: String) -> Stamp? {
    var status = stat()
    return stat(path, &status) == 0 ? Stamp(status) : nil
  }

  /// The moment, in nanoseconds of Unix time.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

extension FileSystem.Folder {
  /// The stamp of what stands at a path below this folder, a symbolic link there not followed; `nil` where there is
  /// nothing.
  func stamp(of path: String) throws(FileSystemError) -> FileSystem.Stamp? {
    var status = stat()
    if fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 { return FileSystem.Stamp(status) }
    guard errno == ENOENT || errno == ENOTDIR else { throw FileSystemError("read", self.path(of: path)) }
    return nil
  }

  /// The stamps of files below this folder, by their paths; `nil` where there is nothing, and for a path with a slash at
  /// its end.
  ///
  /// Each is asked for by its whole path, in one call: to go there folder by folder takes three. So a link on the way is
  /// followed, which does no harm where nothing is read or written.
  func stamps(of paths: [String], jobs: Int) async throws(FileSystemError) -> [FileSystem.Stamp?] {
    let results = await parallelMap(paths, jobs: jobs) { path in
      Result { () throws(FileSystemError) -> FileSystem.Stamp? in
        path.utf8.last == UInt8(ascii: "/") ? nil : try self.stamp(of: path)
      }
    }
    return try results.map { result throws(FileSystemError) in try result.get() }
  }
}
