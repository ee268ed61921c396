import CMicroHTTPD
import Synchronization

/// An HTTP server on one port, by GNU libmicrohttpd: only the files of this folder know of it.
///
/// One thread serves all connections. It never waits: an answer that takes time is made elsewhere while its connection
/// is suspended. The server lives as long as its process.
final class HTTPServer: Sendable {
  /// What a request is answered: at once, or when it is ready.
  enum Answer: Sendable {
    case now(Response)
    case later(@Sendable () async -> Response)
  }

  typealias Handler = @Sendable (Request) -> Answer

  fileprivate let answer: Handler

  private init(_ answer: @escaping Handler) { self.answer = answer }

  /// Answers what comes in on a port from now on.
  ///
  /// - Throws: ``PreviewError/cannotServe``.
  static func start(on socket: ListeningSocket, answer: @escaping Handler) throws(PreviewError) {
    // Never released: the daemon holds it as long as the process runs.
    let server = Unmanaged.passRetained(HTTPServer(answer)).toOpaque()
    let flags = MHD_USE_AUTO.rawValue | MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
    let options = [
      MHD_OptionItem(option: .LISTEN_SOCKET, value: Int(socket.descriptor), ptr_value: nil),
      // In seconds; a connection that waits for an answer, or for events, is not idle.
      MHD_OptionItem(option: .CONNECTION_TIMEOUT, value: 60, ptr_value: nil),
      MHD_OptionItem(option: .CONNECTION_LIMIT, value: 8192, ptr_value: nil),
      MHD_OptionItem(option: .STRICT_FOR_CLIENT, value: 1, ptr_value: nil),
      option(.URI_LOG_CALLBACK, unsafeBitCast(requestBegan, to: Int.self)),
      option(.NOTIFY_COMPLETED, unsafeBitCast(requestEnded, to: Int.self)),
      // Paths are wanted as they were sent.
      option(.UNESCAPE_CALLBACK, unsafeBitCast(keepEscapes, to: Int.self)),
      MHD_OptionItem(option: .END, value: 0, ptr_value: nil),
    ]
    let daemon = options.withUnsafeBufferPointer { options in
      let list: [any CVarArg] = [
        Int32(bitPattern: MHD_OPTION.ARRAY.rawValue), UInt(bitPattern: options.baseAddress),
        Int32(bitPattern: MHD_OPTION.END.rawValue),
      ]
      return withVaList(list) { MHD_start_daemon_va(flags, 0, nil, nil, requestCame, server, $0) }
    }
    guard daemon != nil else { throw .cannotServe }
  }

  private static func option(_ option: MHD_OPTION, _ function: Int) -> MHD_OptionItem {
    MHD_OptionItem(option: option, value: function, ptr_value: nil)
  }
}

// MARK: What libmicrohttpd calls

private let requestBegan:
  @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer? = {
    _, target, _ in
    guard let target else { return nil }
    return Unmanaged.passRetained(Exchange(target: String(cString: target))).toOpaque()
  }

private let requestCame: MHD_AccessHandlerCallback = { server, pointer, _, method, _, _, bodySize, context in
  guard let server, let pointer, let method, let bodySize, let exchange = Exchange.at(context?.pointee) else {
    return .NO
  }
  let connection = Connection(pointer: pointer)
  switch exchange.state.withLock({ $0 }) {
  case .new:
    exchange.state.withLock { $0 = .reading }
    return .YES
  case .reading where bodySize.pointee > 0:
    bodySize.pointee = 0
    return .YES
  case .reading:
    let answer = Unmanaged<HTTPServer>.fromOpaque(server).takeUnretainedValue().answer(
      connection.request(String(cString: method), target: exchange.target))
    switch answer {
    case .now(let response): return connection.send(response)
    case .later(let make):
      exchange.state.withLock { $0 = .waiting }
      MHD_suspend_connection(pointer)
      Task(priority: .userInitiated) {
        let response = await make()
        exchange.state.withLock { $0 = .ready(response) }
        connection.resume()
      }
      return .YES
    }
  case .waiting: return .YES
  case .ready(let response): return connection.send(response)
  }
}

private let requestEnded: MHD_RequestCompletedCallback = { _, _, context, _ in
  guard let exchange = context?.pointee else { return }
  context?.pointee = nil
  Unmanaged<Exchange>.fromOpaque(exchange).release()
}

private let keepEscapes:
  @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int = { _, _, text in
    text.map { String(cString: $0).utf8.count } ?? 0
  }
