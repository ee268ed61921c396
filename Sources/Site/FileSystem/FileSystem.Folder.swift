import CFileSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// A folder that is held open: what is done in it is done in that folder, wherever its path leads meanwhile.
  ///
  /// Names are single parts of a path, and a symbolic link of that name is never followed. So whoever goes down from an
  /// open folder stays below it, whatever links lie about there.
  final class Folder: Sendable {
    /// As messages name it.
    let path: String
    let descriptor: Int32

    private init(path: String, descriptor: Int32) {
      self.path = path
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Opens a folder by its path; symbolic links in the path are followed, for whoever names a folder means it.
    convenience init(_ path: String) throws(FileSystemError) {
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileSystemError("open the folder", path) }
      self.init(path: path, descriptor: descriptor)
    }

    /// Opens a folder in this one; `nil` where there is nothing of that name, or something that is no folder.
    func folder(_ name: String) throws(FileSystemError) -> Folder? {
      let descriptor = openat(self.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if descriptor >= 0 { return Folder(path: path(of: name), descriptor: descriptor) }
      // A symbolic link is ELOOP on some systems and ENOTDIR on others.
      guard errno == ENOENT || errno == ENOTDIR || errno == ELOOP else {
        throw FileSystemError("open the folder", path(of: name))
      }
      return nil
    }

    /// Opens a folder in this one, made if there is nothing of that name.
    func folder(making name: String) throws(FileSystemError) -> Folder {
      // Whoever makes a folder mostly finds none there.
      guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else {
        throw FileSystemError("make the folder", path(of: name))
      }
      guard let folder = try folder(name) else { throw FileSystemError("write into", path(of: name), code: ENOTDIR) }
      return folder
    }

    /// What there is of that name; `nil` for nothing.
    func kind(of name: String) throws(FileSystemError) -> Kind? {
      var status = stat()
      if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return Kind(status) }
      guard errno == ENOENT else { throw FileSystemError("read", path(of: name)) }
      return nil
    }

    /// Gives the file another folder or name, in one step.
    ///
    /// - Parameter replacing: whether a file of that name may be there, and gives way; if not, it is the error `EEXIST`.
    func move(_ name: String, to folder: Folder, _ target: String, replacing: Bool) throws(FileSystemError) {
      if !replacing {
        #if os(Linux) && !canImport(Musl)
          if renameat2(descriptor, name, folder.descriptor, target, Self.noReplace) == 0 { return }
        #elseif canImport(Darwin)
          if renameatx_np(descriptor, name, folder.descriptor, target, UInt32(RENAME_EXCL)) == 0 { return }
        #else
          errno = ENOSYS
        #endif
        // Some file systems, and old kernels, cannot look and move in one step.
        guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else {
          throw FileSystemError("write", folder.path(of: target))
        }
        guard try folder.kind(of: target) == nil else {
          throw FileSystemError("write", folder.path(of: target), code: EEXIST)
        }
      }
      guard renameat(descriptor, name, folder.descriptor, target) == 0 else {
        throw FileSystemError("write", folder.path(of: target))
      }
    }

    /// `RENAME_NOREPLACE` (renameat2(2)), which the C library hides from Swift as it does the call.
    private static let noReplace: UInt32 = 1

    /// Gives a file a second name in another folder; where the file system has no such thing, a copy.
    func keep(_ name: String, in folder: Folder, as copy: String) throws(FileSystemError) {
      if linkat(descriptor, name, folder.descriptor, copy, 0) == 0 { return }
      guard [EPERM, ENOTSUP, EOPNOTSUPP, EMLINK, EXDEV, ENOSYS].contains(errno) else {
        throw FileSystemError("keep", path(of: name))
      }
      guard let file = try file(name) else { throw FileSystemError("keep", path(of: name), code: ENOENT) }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      try folder.make(copy, named: path(of: name), from: file, buffer: &buffer)
    }

    /// What a file holds; `nil` where there is none of that name.
    func bytes(of name: String) throws(FileSystemError) -> [UInt8]? {
      guard let file = try file(name) else { return nil }
      // One byte more, so that the end is met by the call that reads the last of it.
      var bytes = [UInt8](repeating: 0, count: file.size + 1)
      bytes.removeLast(bytes.count - (try file.read(into: &bytes)))
      return bytes
    }

    /// Removes a file; one that is not there is no failure.
    func removeFile(_ name: String) throws(FileSystemError) {
      guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
        throw FileSystemError("remove", path(of: name))
      }
    }

    /// Removes a folder if it is there and empty, and nothing is mounted on it.
    func removeFolderIfEmpty(_ name: String) throws(FileSystemError) {
      guard unlinkat(descriptor, name, AT_REMOVEDIR) != 0 else { return }
      guard [ENOENT, ENOTEMPTY, EEXIST, ENOTDIR, EBUSY].contains(errno) else {
        throw FileSystemError("remove the folder", path(of: name))
      }
    }

    /// The names in it, in no particular order.
    func entries() throws(FileSystemError) -> [(name: String, kind: Kind)] {
      // A second descriptor, for the stream closes its own; opened anew, for a copy would share the place in the list.
      let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard own >= 0 else { throw FileSystemError("read the folder", path) }
      guard let stream = fdopendir(own) else {
        let code = errno
        close(own)
        throw FileSystemError("read the folder", path, code: code)
      }
      defer { closedir(stream) }
      return FileSystem.entries(of: stream) { try? kind(of: $0) }
    }

    /// The path of something in it, as messages name it.
    func path(of name: String) -> String { path + "/" + name }
  }
}
