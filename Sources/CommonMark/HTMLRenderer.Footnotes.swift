public import Escaping

extension HTMLRenderer {
  /// Writes the section of footnotes; nothing where none is referred to.
  public func renderFootnotes(into out: inout ByteWriter) {
    guard !numbering.order.isEmpty else { return }
    out.raw("<section class=\"footnotes\">\n<ol>\n")
    for note in numbering.order { writeNote(note, &out) }
    out.raw("</ol>\n</section>\n")
  }

  func writeReference(_ id: NodeID, _ node: Node, _ out: inout ByteWriter) {
    let note = Int(node.number)
    out.raw("<sup class=\"footnote-ref\"><a href=\"#")
    writeNoteID(note, &out)
    out.raw("\" id=\"")
    writeReferenceID(id, note, &out)
    out.raw("\">")
    out.raw(number: numbering.number(of: note))
    out.raw("</a></sup>")
  }

  private func writeNote(_ note: Int, _ out: inout ByteWriter) {
    let footnote = document.notes[note]
    out.raw("<li id=\"")
    writeNoteID(note, &out)
    out.raw("\">\n")
    guard !footnote.body.isNone else {
      out.raw("<p>")
      out.raw(document.tree[footnote.html])
      out.raw(" ")
      writeBackReferences(note, &out)
      out.raw("</p>\n</li>\n")
      return
    }
    render(footnote.body, into: &out)
    // The way back stands at the end of the last paragraph, or after what else is last.
    let last = document.tree[footnote.body].lastChild
    if !last.isNone, document.tree[last].kind == .paragraph {
      out.truncate(to: out.count - "</p>\n".utf8.count)
      out.raw(" ")
      writeBackReferences(note, &out)
      out.raw("</p>\n")
    } else {
      writeBackReferences(note, &out)
      out.raw("\n")
    }
    out.raw("</li>\n")
  }

  private func writeBackReferences(_ note: Int, _ out: inout ByteWriter) {
    for (index, reference) in numbering.references(to: note).enumerated() {
      if index > 0 { out.raw(" ") }
      out.raw("<a href=\"#")
      writeReferenceID(reference, note, &out)
      out.raw("\" class=\"footnote-backref\">↩")
      if index > 0 {
        out.raw("<sup>")
        out.raw(number: index + 1)
        out.raw("</sup>")
      }
      out.raw("</a>")
    }
  }

  private func writeNoteID(_ note: Int, _ out: inout ByteWriter) {
    out.attribute(document.options.idPrefix)
    out.raw("fn")
    out.raw(number: numbering.number(of: note))
  }

  private func writeReferenceID(_ reference: NodeID, _ note: Int, _ out: inout ByteWriter) {
    out.attribute(document.options.idPrefix)
    out.raw("fnref")
    out.raw(number: numbering.number(of: note))
    let ordinal = numbering.ordinal(of: reference)
    guard ordinal > 1 else { return }
    out.raw("-")
    out.raw(number: ordinal)
  }
}
