import CMicroHTTPD

/// The events of one connection.
final class EventReader: Sendable {
  fileprivate let stream: EventStream
  fileprivate let listener = EventStream.Listener()
  fileprivate let connection: Connection

  init(_ stream: EventStream, connection: Connection) {
    self.stream = stream
    self.connection = connection
    stream.add(listener)
  }

  /// How many bytes are sent at once; so many are kept ready for each browser that listens.
  private static let blockSize = 4 * 1024

  /// An answer that goes on until the browser goes.
  func response() -> OpaquePointer? {
    MHD_create_response_from_callback(
      UInt64.max, Self.blockSize, readEvents, Unmanaged.passRetained(self).toOpaque(), endEvents)
  }
}

// MARK: What libmicrohttpd calls

private let readEvents: MHD_ContentReaderCallback = { context, _, buffer, size in
  guard let context, let buffer else { return -2 }
  let reader = Unmanaged<EventReader>.fromOpaque(context).takeUnretainedValue()
  let connection = reader.connection
  let taken = reader.listener.take(atMost: size) {
    MHD_suspend_connection(connection.pointer)
    return { connection.resume() }
  }
  guard let taken else { return -1 }
  for (index, byte) in taken.enumerated() { buffer[index] = CChar(bitPattern: byte) }
  return taken.count
}

private let endEvents: MHD_ContentReaderFreeCallback = { context in
  guard let context else { return }
  let reader = Unmanaged<EventReader>.fromOpaque(context).takeRetainedValue()
  reader.stream.remove(reader.listener)
}
