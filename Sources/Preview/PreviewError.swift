#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a preview cannot be served.
public enum PreviewError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Somebody else listens on the port that was asked for.
  case portTaken(UInt16)
  /// This machine has no such name or address.
  case unknownHost(String, reason: String)
  /// The system would not let the port be had, with its number for why (POSIX).
  case cannotListen(String, UInt16, code: Int32)
  /// The HTTP server would not start.
  case cannotServe

  /// “port 4000 is taken; …”.
  public var description: String {
    switch self {
    case .portTaken(let port): "port \(port) is taken; name another with --port, or none to get one that is free"
    case .unknownHost(let host, let reason): "cannot listen on “\(host)”: \(reason)"
    case .cannotListen(let host, let port, let code):
      "cannot listen on \(host), port \(port): \(String(cString: strerror(code)))"
    case .cannotServe: "the HTTP server would not start"
    }
  }
}
