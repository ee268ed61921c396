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

  /// The error the last system call left in `errno`.
  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Something that is no folder stands where a folder is needed.
  static func notAFolder(_ path: String) -> FileSystemError {
    FileSystemError("write into", path, code: ENOTDIR)
  }

  /// “cannot write Output/index.html: No space left on device”.
  public var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}
