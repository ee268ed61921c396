import Escaping

extension HTMLRenderer {
  func open(_ tag: StaticString, _ start: Int, _ out: inout ByteWriter) {
    beginLine(start, &out)
    out.raw(tag)
  }

  func level(of heading: Node) -> UInt8 { UInt8(ascii: "0") + UInt8(clamping: min(max(heading.number, 1), 6)) }

  func openList(_ node: Node, _ start: Int, _ out: inout ByteWriter) {
    guard node.number >= 0, node.number != 1 else {
      return open(node.number < 0 ? "<ul>\n" : "<ol>\n", start, &out)
    }
    beginLine(start, &out)
    out.raw("<ol start=\"")
    out.raw(number: Int(node.number))
    out.raw("\"")
    out.raw(">\n")
  }

  func openHeading(_ node: Node, _ start: Int, _ out: inout ByteWriter) {
    beginLine(start, &out)
    out.raw("<h")
    out.raw(level(of: node))
    if !node.extra.isEmpty {
      out.raw(" id=\"")
      out.attribute(document.tree[node.extra])
      out.raw("\"")
    }
    out.raw(">")
  }

  func openCodeBlock(_ node: Node, _ start: Int, _ out: inout ByteWriter) -> Bool {
    open("<pre><code", start, &out)
    let info = document.tree[node.extra]
    if !info.isEmpty {
      out.raw(" class=\"language-")
      out.text(info.prefix { !$0.isSpace })
      out.raw("\"")
    }
    out.raw(">")
    return writeCode(node, &out)
  }

  /// Writes code that no mark has cut into pieces.
  ///
  /// - Returns: whether it is in pieces.
  func writeCode(_ node: Node, _ out: inout ByteWriter) -> Bool {
    if node.firstChild.isNone { out.text(document.tree[node.literal]) }
    return !node.firstChild.isNone
  }

  func openTable(_ start: Int, _ out: inout ByteWriter) {
    // A table too wide for a small screen scrolls by itself, by keyboard too.
    if options.markup == .page {
      beginLine(start, &out)
      out.raw("<div class=\"table-scroll\" tabindex=\"0\">\n")
    }
    open("<table>\n", start, &out)
  }

  func closeTable(_ node: Node, _ out: inout ByteWriter) {
    out.raw(node.firstChild == node.lastChild ? "</table>\n" : "</tbody>\n</table>\n")
    if options.markup == .page { out.raw("</div>\n") }
  }

  func openRow(_ node: Node, _ start: Int, _ out: inout ByteWriter) {
    if node.flag { out.raw("<thead>\n") }
    open("<tr>\n", start, &out)
  }

  func closeRow(_ node: Node, _ out: inout ByteWriter) {
    out.raw("</tr>\n")
    guard node.flag else { return }
    out.raw(node.next.isNone ? "</thead>\n" : "</thead>\n<tbody>\n")
  }

  func openCell(_ node: Node, _ start: Int, _ out: inout ByteWriter) {
    open(node.flag ? "<th" : "<td", start, &out)
    let isPage = options.markup == .page
    if isPage, node.flag { out.raw(" scope=\"col\"") }
    switch TableAlignment(rawValue: node.number) {
    case .left: out.raw(isPage ? " class=\"align-left\"" : " align=\"left\"")
    case .center: out.raw(isPage ? " class=\"align-center\"" : " align=\"center\"")
    case .right: out.raw(isPage ? " class=\"align-right\"" : " align=\"right\"")
    case nil, .some(.none): break
    }
    out.raw(">")
  }
}

extension UInt8 {
  /// What C's `isspace` and CommonMark's info strings take for white space.
  fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
}
