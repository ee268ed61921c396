/// What a browser is answered.
struct Response: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A part of a file on the disk.
    case file(OpenFile, Range<Int64>)
    /// Whatever happens from now on, until the browser goes.
    case events(EventStream)
  }

  var status: Int
  /// The header's fields but the length, which follows from the body.
  var fields: [(name: String, value: String)]
  var body: Body

  init(_ status: Int, _ fields: [(name: String, value: String)] = [], _ body: Body = .bytes([])) {
    self.status = status
    self.fields = fields + [("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")]
    self.body = body
  }

  /// A sentence for whoever reads the answer as it is.
  static func plain(_ status: Int, _ text: String) -> Response {
    Response(status, [("Content-Type", "text/plain; charset=utf-8")], .bytes(Array((text + "\n").utf8)))
  }

  /// Sends the browser on to another address of this server.
  static func redirect(to path: String) -> Response { Response(302, [("Location", path)]) }
}
