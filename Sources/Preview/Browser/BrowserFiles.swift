import Diagnostics
import Escaping

/// What the preview itself puts into browsers, beside the site: a script, its worker, and a page for want of any other.
///
/// They stand below `/.dateline/`, where no site has a page. The pages of the built-in theme let a browser run scripts
/// of their own host and open no connection (Content-Security-Policy); a worker is a script, and may.
enum BrowserFiles {
  private static let folder = "/.dateline/"

  /// - Returns: `nil` for what is not the preview's own.
  static func response(to request: Request, events: EventStream) -> Response? {
    guard request.path.hasPrefix(folder) else { return nil }
    let fields = [("Content-Type", MediaType.of("script.js"))]
    switch request.path.dropFirst(folder.utf8.count) {
    case "preview.js": return Response(200, fields, .bytes(script("preview.js")))
    case "worker.js": return Response(200, fields, .bytes(script("worker.js")))
    case "events" where request.method == "GET":
      return Response(200, [("Content-Type", "text/event-stream")], .events(events))
    default: return .plain(404, "There is no such file of the preview's own.")
    }
  }

  private static func script(_ name: String) -> [UInt8] {
    embeddedFiles.first { "\($0.path)" == name }.map { $0.content.withUTF8Buffer { Array($0) } } ?? []
  }

  /// A page with the preview's script at its end.
  ///
  /// - Parameter fingerprint: the name of these bytes, by which the script knows what it stands in.
  static func injected(into page: [UInt8], fingerprint: String) -> [UInt8] {
    let script = Array("<script src=\"\(folder)preview.js\" data-version=\"\(fingerprint)\"></script>".utf8)
    let end = Array("</body>".utf8)
    var index = page.count - end.count
    while index >= 0, page[index] != end[0] || !page[index..<(index + end.count)].elementsEqual(end) { index -= 1 }
    guard index >= 0 else { return page + script }
    var out: [UInt8] = []
    out.reserveCapacity(page.count + script.count)
    out += page[..<index]
    out += script
    out += page[index...]
    return out
  }

  /// A page that says what is wrong, where there is no other; the script takes its place once there is.
  static func nothingToShow(errors: Diagnostics) -> Response {
    var out = ByteWriter()
    out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.raw("<title>Dateline preview</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n")
    out.raw("<style>\nbody { margin: 0 auto; max-width: 75ch; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }\n")
    out.raw("pre { font: .875rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }\n")
    out.raw("</style>\n</head>\n<body>\n<main>\n")
    out.raw("<h1>Nothing to show yet</h1>\n<p>The page appears by itself when this is mended:</p>\n<pre>")
    var writer = ConsoleWriter(color: false)
    out.text(writer.text(for: errors))
    out.raw("</pre>\n</main>\n</body>\n</html>\n")
    return Response(
      503, [("Content-Type", MediaType.of("page.html"))], .bytes(injected(into: out.bytes, fingerprint: "none")))
  }
}
