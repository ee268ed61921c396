#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A port of this machine on which connections are taken.
struct ListeningSocket: Sendable {
  let descriptor: Int32
  /// The port, which the system chose where 0 was asked for.
  let port: UInt16

  /// Takes a port.
  ///
  /// - Parameters:
  ///   - host: a name or address of this machine.
  ///   - port: 0 for any that is free.
  /// - Throws: ``PreviewError`` where the port is taken or may not be had.
  init(host: String, port: UInt16) throws(PreviewError) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let address = found?.pointee else {
      throw .unknownHost(host, reason: String(cString: gai_strerror(code)))
    }
    defer { freeaddrinfo(found) }

    let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
    guard descriptor >= 0 else { throw .cannotListen(host, port, code: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A port whose last owner has just gone is free.
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 1024) == 0,
      let bound = Self.port(of: descriptor)
    else {
      let code = errno
      close(descriptor)
      throw code == EADDRINUSE ? .portTaken(port) : .cannotListen(host, port, code: code)
    }
    self.descriptor = descriptor
    self.port = bound
  }

  private static func port(of descriptor: Int32) -> UInt16? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let isKnown = withUnsafeMutableBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { getsockname(descriptor, $0.baseAddress, &length) == 0 }
    }
    guard isKnown else { return nil }
    // In both families the port is the second half of the first four bytes, in the order of the network.
    return withUnsafeBytes(of: address) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }
}
