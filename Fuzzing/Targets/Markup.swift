/// What no page has where HTML is not allowed in Content, whatever its texts are.
///
/// A reader of its own, so that what it looks at is not judged by the code that wrote it.
enum Markup {
  private static let elements: Set<String> = [
    "a", "abbr", "article", "aside", "b", "base", "blockquote", "body", "br", "caption", "cite", "clippath", "code",
    "circle", "col", "data", "dd", "defs", "del", "desc", "details", "dfn", "div", "dl", "dt", "em", "figcaption",
    "figure", "footer", "g", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "ins",
    "li", "line", "link", "main", "mark", "marker", "meta", "nav", "ol", "p", "path", "pattern", "polygon", "polyline",
    "pre", "q", "rect", "s", "samp", "script", "section", "small", "span", "strong", "style", "sub", "summary", "sup",
    "svg", "symbol", "table", "tbody", "td", "text", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tspan",
    "u", "ul",
    "use", "var", "wbr",
  ]

  /// Throws where a page has an element of another kind, a handler, a style, or an address that could run.
  static func judge(_ html: [UInt8]) throws(BrokenPromise) {
    var index = 0
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard index < html.count else { break }
      if html[index] == UInt8(ascii: "!") || html[index] == UInt8(ascii: "/") { continue }
      let name = take(html, &index) { $0 >= 0x80 || $0.isNameByte }
      try promise(elements.contains(name), "no text makes an element <\(name)>")
      try judgeAttributes(of: name, html, &index)
      if name == "script" {
        let type = Array("</script>".utf8)
        index = html[index...].firstRange(of: type)?.upperBound ?? html.count
      }
    }
  }

  private static func judgeAttributes(of element: String, _ html: [UInt8], _ index: inout Int) throws(BrokenPromise) {
    while index < html.count {
      _ = take(html, &index) { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      guard index < html.count, html[index] != UInt8(ascii: ">") else { break }
      let name = take(html, &index) { $0 > 0x20 && !"=>/".utf8.contains($0) }
      try promise(!name.isEmpty && name.utf8.allSatisfy(\.isNameByte), "no text makes an attribute \(name)")
      try promise(!name.hasPrefix("on") && name != "style" && name != "srcdoc", "no text makes an attribute \(name)")
      guard index < html.count, html[index] == UInt8(ascii: "=") else { continue }
      index += 1
      guard index < html.count, html[index] == UInt8(ascii: "\"") else {
        throw BrokenPromise("attributes of <\(element)> stand in quotation marks")
      }
      index += 1
      let value = take(html, &index) { $0 != UInt8(ascii: "\"") }
      index += 1
      if ["href", "src", "xlink:href", "action"].contains(name) {
        let start = value.lowercased().filter { !$0.isWhitespace }.prefix(12)
        try promise(
          !["javascript:", "vbscript:", "data:"].contains { start.hasPrefix($0) }, "no address runs: \(value)")
      }
    }
    index = min(index + 1, html.count)
  }

  private static func take(_ html: [UInt8], _ index: inout Int, while holds: (UInt8) -> Bool) -> String {
    let start = index
    while index < html.count, holds(html[index]) { index += 1 }
    return String(decoding: html[start..<index], as: UTF8.self).lowercased()
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}
