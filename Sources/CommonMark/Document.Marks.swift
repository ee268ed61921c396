extension Document {
  /// A passage of the plain text to be marked.
  public struct Mark: Sendable {
    /// The bytes of ``PlainText/utf8`` it covers.
    public let range: Range<Int>
    /// Trusted attributes of each of its pieces, with a space in front of each: ` data-position="x"`.
    public let attributes: [UInt8]
    /// Trusted attributes of the first piece only, such as its `id`.
    public let firstAttributes: [UInt8]

    /// Creates a mark.
    public init(range: Range<Int>, attributes: [UInt8], firstAttributes: [UInt8] = []) {
      self.range = range
      self.attributes = attributes
      self.firstAttributes = firstAttributes
    }
  }

  /// Puts passages of the text into `<mark>`, in pieces where markup parts them.
  ///
  /// Passages may overlap: they are cut wherever one begins or ends, and the one that begins first, or else is longer, or
  /// else is named first, is outside. The plain text stays what it is. What is written grows with the sum of the pieces
  /// of all passages.
  public mutating func mark(_ marks: [Mark]) {
    guard !marks.isEmpty else { return }
    let text = plainText()
    var marker = Marker(marks, in: text, tree, markdown: manuscript.bytes)
    tree = Tree()
    marker.apply(to: text.segments)
    tree = marker.tree
  }
}
