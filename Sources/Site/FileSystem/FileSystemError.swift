#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Something the machine would not do: no room, no permission, no such folder.
public struct FileSystemError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a verb: `read`, `write`, `remove`.
  public let operation: String
  /// On which file or folder.
  public let path: String
  /// The system's number for what went wrong (POSIX).
  public let code: Int32
  /// What has become of the work it was part of, if there is more to say than that it was not done.
  public internal(set) var aftermath: String?

  /// The error the last system call left in `errno`.
  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// This error, once everything before it has been undone; or could not be.
  ///
  /// - Parameter output: the folder that is to be as it was.
  func after(undoing undo: () async throws(FileSystemError) -> Void, in output: String) async -> FileSystemError {
    var told = self
    do throws(FileSystemError) {
      try await undo()
      told.aftermath = "\(output) is as it was"
    } catch {
      told.aftermath = "nor could \(output) be put back; the next build does that, or completes this one"
    }
    return told
  }

  /// A symbolic link leads to nothing.
  static func danglingLink(_ path: String) -> FileSystemError {
    FileSystemError("follow the symbolic link", path, code: ENOENT)
  }

  /// A symbolic link in place of one of the site's folders leads somewhere else, where files may be that are nobody's
  /// business, or where none may be written.
  static func outwardLink(_ path: String, help: String) -> FileSystemError {
    var error = FileSystemError("follow the symbolic link", path, code: EPERM)
    error.aftermath = "it leads out of the site; " + help
    return error
  }

  /// A file of the build's own does not hold what it should.
  static func damaged(_ path: String) -> FileSystemError {
    var error = FileSystemError("make sense of", path, code: EINVAL)
    error.aftermath = "remove it to keep the site as it stands there now"
    return error
  }

  /// Something that is no folder stands where a folder is needed.
  static func notAFolder(_ path: String) -> FileSystemError {
    FileSystemError("write into", path, code: ENOTDIR)
  }

  /// “cannot write Output/index.html: No space left on device”.
  public var description: String {
    "cannot \(operation) \(path): \(String(cString: strerror(code)))" + (aftermath.map { "; \($0)" } ?? "")
  }
}
