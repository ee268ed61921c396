import Escaping

extension HTMLRenderer {
  func enterInline(_ id: NodeID, _ node: Node, _ out: inout ByteWriter) -> Bool {
    switch node.kind {
    case .lineBreak: out.raw("<br />\n")
    case .emphasis: out.raw("<em>")
    case .strong: out.raw("<strong>")
    case .strikethrough: out.raw("<del>")
    case .link: openLink(node, &out)
    case .image:
      writeImage(id, node, &out)
      return false
    case .code:
      out.raw("<code>")
      return writeCode(node, &out)
    case .mark:
      out.raw("<mark")
      out.raw(document.tree[node.literal])
      out.raw(">")
    case .footnoteReference: writeReference(id, node, &out)
    case .htmlInline: if options.allowsRawHTML { out.raw(document.tree[node.literal]) }
    case .trustedInline: out.raw(document.tree[node.literal])
    default: break
    }
    return true
  }

  func leaveInline(_ node: Node, _ out: inout ByteWriter) {
    switch node.kind {
    case .emphasis: out.raw("</em>")
    case .strong: out.raw("</strong>")
    case .strikethrough: out.raw("</del>")
    case .link: if keepsDestination(node) { out.raw("</a>") }
    case .code: out.raw("</code>")
    case .mark: out.raw("</mark>")
    default: break
    }
  }

  private func keepsDestination(_ node: Node) -> Bool {
    options.allowsAnyURL || document.allowsDestination(of: node)
  }

  private func openLink(_ node: Node, _ out: inout ByteWriter) {
    guard keepsDestination(node) else { return }
    out.raw("<a href=\"")
    out.url(document.tree[node.literal])
    out.raw("\"")
    writeTitle(node, &out)
    out.raw(">")
  }

  private func writeTitle(_ node: Node, _ out: inout ByteWriter) {
    guard !node.extra.isEmpty else { return }
    out.raw(" title=\"")
    out.text(document.tree[node.extra])
    out.raw("\"")
  }

  private func writeImage(_ id: NodeID, _ node: Node, _ out: inout ByteWriter) {
    guard keepsDestination(node) else { return writePlain(id, &out) }
    out.raw("<img src=\"")
    out.url(document.tree[node.literal])
    out.raw("\" alt=\"")
    writePlain(id, &out)
    out.raw("\"")
    writeTitle(node, &out)
    if options.markup == .page { out.raw(" loading=\"lazy\" decoding=\"async\"") }
    out.raw(" />")
  }

  /// Writes the text in an image, as its alternative text.
  private func writePlain(_ image: NodeID, _ out: inout ByteWriter) {
    var current = document.tree[image].firstChild
    while !current.isNone {
      let node = document.tree[current]
      switch node.kind {
      case .text, .code: out.text(document.tree[node.literal])
      case .htmlInline: if options.allowsRawHTML { out.text(document.tree[node.literal]) }
      case .softBreak, .lineBreak: out.raw(" ")
      default: break
      }
      current = document.tree.following(current, within: image)
    }
  }
}

extension Document {
  /// Whether the destination of a link or an image may stand in a page.
  func allowsDestination(of node: Node) -> Bool {
    let destination = tree[node.literal]
    // Most are of these two schemes, which every policy allows.
    if destination.starts(with: "https://".utf8) || destination.starts(with: "http://".utf8) { return true }
    return (node.kind == .image ? URLPolicy.media : .link).allows(destination)
  }
}
