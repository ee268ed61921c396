import CMicroHTTPD

/// A connection, which may be resumed from any thread.
struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  func resume() { MHD_resume_connection(pointer) }

  func request(_ method: String, target: String) -> Request {
    var fields: [String: String] = [:]
    withUnsafeMutablePointer(to: &fields) { fields in
      _ = MHD_get_connection_values(
        pointer, .HEADER_KIND,
        { context, _, name, value in
          guard let context, let name else { return .YES }
          let key = String(cString: name).lowercased()
          let text = value.map { String(cString: $0) } ?? ""
          context.assumingMemoryBound(to: [String: String].self).pointee
            .merge([key: text]) { first, second in first + ", " + second }
          return .YES
        }, fields)
    }
    return Request(method: method, target: target, fields: fields)
  }

  func send(_ response: Response) -> MHD_Result {
    guard let made = make(response.body) else { return .NO }
    defer { MHD_destroy_response(made) }
    for (name, value) in response.fields { MHD_add_response_header(made, name, value) }
    return MHD_queue_response(pointer, UInt32(response.status), made)
  }

  private func make(_ body: Response.Body) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        MHD_create_response_from_buffer(
          $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .file(let file, let range):
      guard let descriptor = file.duplicate() else { return nil }
      return MHD_create_response_from_fd_at_offset64(
        UInt64(range.count), descriptor, UInt64(range.lowerBound))
    case .events(let stream):
      return EventReader(stream, connection: self).response()
    }
  }
}
