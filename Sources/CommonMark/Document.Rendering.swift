public import Escaping

extension Document {
  /// Writes the document as HTML, with its footnotes after it.
  public func render(into out: inout ByteWriter, options: RenderOptions = RenderOptions()) {
    HTMLRenderer(self, options: options).render(into: &out)
  }

  /// Writes one node as HTML.
  ///
  /// Who writes many blocks one by one makes one ``HTMLRenderer`` for all, as footnotes are counted for each.
  public func render(_ node: NodeID, into out: inout ByteWriter, options: RenderOptions = RenderOptions()) {
    HTMLRenderer(self, options: options).render(node, into: &out)
  }

  /// Writes the section of footnotes; nothing where there are none.
  public func renderFootnotes(into out: inout ByteWriter, options: RenderOptions = RenderOptions()) {
    HTMLRenderer(self, options: options).renderFootnotes(into: &out)
  }

  /// Writes the document without the tags around its paragraphs, for a short text that stands inside a line.
  public func renderInline(into out: inout ByteWriter, options: RenderOptions = RenderOptions()) {
    HTMLRenderer(self, options: options).renderInline(into: &out)
  }
}
