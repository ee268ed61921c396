import Diagnostics
import Site

/// What a request for a file of the site is answered, from one state of the site.
struct SiteAnswer: Sendable {
  private let snapshot: SiteSnapshot
  private let request: Request

  init(_ snapshot: SiteSnapshot, _ request: Request) {
    self.snapshot = snapshot
    self.request = request
  }

  /// Answers at once what has been rendered, and the rest as soon as it is.
  ///
  /// - Parameter onBroken: called where an error keeps the page from being made; it returns all there are.
  func answer(onBroken: @escaping @Sendable () -> Diagnostics) -> HTTPServer.Answer {
    guard request.path.hasPrefix(snapshot.root) else {
      if (request.path + "/") == snapshot.root || request.path == "/" { return .now(.redirect(to: snapshot.root)) }
      return notFound(onBroken)
    }
    let (path, lacksSlash) = snapshot.resolve(request.path.dropFirst(snapshot.root.utf8.count))
    guard snapshot.contains(path) else { return notFound(onBroken) }
    // The address is built anew from the file's path: two slashes at its start would lead to another host.
    if lacksSlash { return .now(.redirect(to: snapshot.root + SiteSnapshot.address(of: path) + request.query)) }
    return page(path, status: 200, onBroken)
  }

  private func notFound(_ onBroken: @escaping @Sendable () -> Diagnostics) -> HTTPServer.Answer {
    page("404.html", status: 404, onBroken)
  }

  private func page(
    _ path: String, status: Int, _ onBroken: @escaping @Sendable () -> Diagnostics
  ) -> HTTPServer.Answer {
    if let file = snapshot.readyFile(path), !file.isBroken { return .now(response(file, status: status)) }
    return .later {
      guard let file = snapshot.file(path) else { return .plain(404, "There is no such page.") }
      let errors = file.isBroken ? onBroken() : Diagnostics()
      return file.content == nil ? BrowserFiles.nothingToShow(errors: errors) : response(file, status: status)
    }
  }

  private func response(_ file: SiteFile, status: Int) -> Response {
    let type = ("Content-Type", MediaType.of(file.path))
    // What is shown hangs on the day that a browser asked for.
    let vary = ("Vary", "Cookie")
    switch file.content {
    case nil: return .plain(404, "There is no such page.")
    case .file(let path):
      guard let open = OpenFile(path) else { return .plain(404, "There is no such file any more.") }
      return part(of: open.size, tag: open.tag, status: status, [type, vary]) { .file(open, $0) }
    case .bytes(let bytes, let fingerprint):
      let isPage = type.1.hasPrefix("text/html")
      let body = isPage ? BrowserFiles.injected(into: bytes, fingerprint: fingerprint) : bytes
      return part(of: Int64(body.count), tag: fingerprint, status: status, [type, vary]) { range in
        .bytes(range.count == body.count ? body : Array(body[Int(range.lowerBound)..<Int(range.upperBound)]))
      }
    }
  }

  /// All of a thing, the part of it that was asked for, or nothing where the browser has it already (RFC 9110, 13 and
  /// 14).
  private func part(
    of size: Int64, tag: String, status: Int, _ fields: [(name: String, value: String)],
    body: (Range<Int64>) -> Response.Body
  ) -> Response {
    let tag = "\"\(tag)\""
    let fields = fields + [("ETag", tag), ("Accept-Ranges", "bytes")]
    guard status == 200 else { return Response(status, fields, body(0..<size)) }
    if let known = request.fields["if-none-match"], Self.matches(known, tag) { return Response(304, fields) }
    let asked = request.fields["if-range"].map { $0 == tag } ?? true
    switch ByteRange(asked ? request.fields["range"] : nil, size: size) {
    case .whole: return Response(200, fields, body(0..<size))
    case .part(let range):
      let place = ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
      return Response(206, fields + [place], body(range))
    case .unsatisfiable: return Response(416, fields + [("Content-Range", "bytes */\(size)")])
    }
  }

  /// Whether a list of tags has this one; a weak tag is as good as a strong one here (RFC 9110, 13.1.2).
  private static func matches(_ list: String, _ tag: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let known = entry.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      let name = String(known)
      return name == "*" || name == tag || name == "W/" + tag
    }
  }
}
