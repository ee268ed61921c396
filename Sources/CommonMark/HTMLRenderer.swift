public import Escaping

/// Writes a document as HTML, whole or block by block.
///
/// Footnotes are numbered once, when this is made.
public struct HTMLRenderer: Sendable {
  let document: Document
  let options: RenderOptions
  let numbering: FootnoteNumbering

  /// Creates a renderer of a document as it is now.
  public init(_ document: Document, options: RenderOptions = RenderOptions()) {
    self.document = document
    self.options = options
    numbering = FootnoteNumbering(document)
  }

  /// Writes the document, with its footnotes after it.
  public func render(into out: inout ByteWriter) {
    render(document.root, into: &out)
    renderFootnotes(into: &out)
  }

  /// Writes one node and what is in it.
  public func render(_ node: NodeID, into out: inout ByteWriter) {
    guard document.tree.contains(node) else { return }
    write(from: node, into: &out)
  }

  /// Writes the document without the tags around its paragraphs, for a short text that stands inside a line.
  ///
  /// Paragraphs are parted by a space; footnotes are left out.
  public func renderInline(into out: inout ByteWriter) {
    var isFirst = true
    for block in document.topLevelBlocks {
      if !isFirst { out.raw(" ") }
      isFirst = false
      guard document.tree[block].kind == .paragraph else {
        write(from: block, into: &out)
        continue
      }
      for inline in document.children(of: block) { write(from: inline, into: &out) }
    }
  }

  /// Walks without recursion, so that no depth of nesting can overflow the stack.
  private func write(from root: NodeID, into out: inout ByteWriter) {
    let start = out.count
    var current = root
    while true {
      let descends = enter(current, start, &out)
      let child = document.tree[current].firstChild
      if descends, !child.isNone {
        current = child
        continue
      }
      leave(current, start, &out)
      while true {
        if current == root { return }
        let next = document.tree[current].next
        if !next.isNone {
          current = next
          break
        }
        current = document.tree[current].parent
        leave(current, start, &out)
      }
    }
  }

  /// Begins a line, unless one has just begun.
  func beginLine(_ start: Int, _ out: inout ByteWriter) {
    if out.count > start, out.last != UInt8(ascii: "\n") { out.raw(UInt8(ascii: "\n")) }
  }

  /// Writes what comes before the children of a node.
  ///
  /// - Returns: whether the children are to be written.
  private func enter(_ id: NodeID, _ start: Int, _ out: inout ByteWriter) -> Bool {
    let node = document.tree[id]
    switch node.kind {
    case .text: out.text(document.tree[node.literal])
    case .softBreak: out.raw("\n")
    case .paragraph where isTight(node): break
    case .document, .footnoteDefinition: break
    case .paragraph: open("<p>", start, &out)
    case .blockQuote: open("<blockquote>\n", start, &out)
    case .item: open("<li>", start, &out)
    case .thematicBreak: open("<hr />\n", start, &out)
    case .figure: open("<figure>\n", start, &out)
    case .caption: open("<figcaption>", start, &out)
    case .table: openTable(start, &out)
    case .list: openList(node, start, &out)
    case .heading: openHeading(node, start, &out)
    case .codeBlock: return openCodeBlock(node, start, &out)
    case .tableRow: openRow(node, start, &out)
    case .tableCell: openCell(node, start, &out)
    case .htmlBlock, .trustedBlock:
      guard node.kind == .trustedBlock || options.allowsRawHTML else { return false }
      beginLine(start, &out)
      out.raw(document.tree[node.literal])
      beginLine(start, &out)
    default: return enterInline(id, node, &out)
    }
    return true
  }

  /// Writes what comes after the children of a node.
  private func leave(_ id: NodeID, _ start: Int, _ out: inout ByteWriter) {
    let node = document.tree[id]
    switch node.kind {
    case .paragraph where isTight(node): break
    case .paragraph: out.raw("</p>\n")
    case .blockQuote:
      beginLine(start, &out)
      out.raw("</blockquote>\n")
    case .list: out.raw(node.number < 0 ? "</ul>\n" : "</ol>\n")
    case .item: out.raw("</li>\n")
    case .heading:
      out.raw("</h")
      out.raw(level(of: node))
      out.raw(">\n")
    case .codeBlock: out.raw("</code></pre>\n")
    case .figure: out.raw("</figure>\n")
    case .caption: out.raw("</figcaption>\n")
    case .table: closeTable(node, &out)
    case .tableRow: closeRow(node, &out)
    case .tableCell: out.raw(node.flag ? "</th>\n" : "</td>\n")
    default: leaveInline(node, &out)
    }
  }

  /// Paragraphs in a tight list have no tags (CommonMark, lists).
  private func isTight(_ node: Node) -> Bool {
    guard !node.parent.isNone else { return false }
    let grandparent = document.tree[node.parent].parent
    return !grandparent.isNone && document.tree[grandparent].kind == .list && document.tree[grandparent].flag
  }
}
