/// Which names the server answers to.
///
/// A page of somebody else's can have its own name lead to this machine and then read what is here as its own (DNS
/// rebinding); but the browser still says that name, and so is found out.
enum HostRule: Sendable {
  /// Only those of this machine itself.
  case loopback
  /// Any: whoever lets others in is called by many names.
  case any

  /// Whether a request with this `Host` is answered.
  func allows(_ host: String?) -> Bool {
    guard self == .loopback else { return true }
    guard let host else { return false }
    return ["localhost", "127.0.0.1", "[::1]"].contains(Self.name(in: host).lowercased())
  }

  /// The port in `Host`, as a browser's `location.port` has it: empty for the usual one.
  static func port(in host: String?) -> Substring {
    guard let host else { return "" }
    return host.dropFirst(name(in: host).utf8.count).dropFirst()
  }

  /// `Host` without a port that may follow.
  private static func name(in host: String) -> Substring {
    guard let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") else { return host[...] }
    let port = host[host.index(after: colon)...]
    let isPort = !port.isEmpty && port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isPort ? host[..<colon] : host[...]
  }
}
