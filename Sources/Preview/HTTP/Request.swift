/// What a browser asks for.
struct Request: Sendable {
  /// `GET`, `HEAD`, …
  let method: String
  /// The path as it was sent, percent-encoded: `/news/caf%C3%A9/`.
  let path: String
  /// What follows the path, with the question mark at its start; empty where there is none.
  let query: String
  /// The header's fields, by their names in small letters.
  let fields: [String: String]

  init(method: String, target: String, fields: [String: String]) {
    self.method = method
    let end = target.firstIndex(of: "?") ?? target.endIndex
    path = String(target[..<end])
    query = String(target[end...])
    self.fields = fields
  }

  /// The value of a cookie (RFC 6265, 4.2).
  func cookie(_ name: String) -> Substring? {
    for pair in (fields["cookie"] ?? "").split(separator: ";") {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name { return parts[1] }
    }
    return nil
  }
}
