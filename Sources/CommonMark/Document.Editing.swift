extension Document {
  /// Puts trusted markup in the place of a node and all that is in it.
  public mutating func replace(_ node: NodeID, withTrustedHTML html: [UInt8]) {
    guard let kind = kind(of: node), !tree[node].parent.isNone else { return }
    while let child = tree[node].firstChild.optional { tree.detach(child) }
    tree[node].kind = kind.isBlock ? .trustedBlock : .trustedInline
    tree[node].literal = tree.store(html)
  }

  /// Puts trusted markup behind a node: as a block behind a block, as an inline behind an inline.
  ///
  /// - Returns: the new node; `nil` where `node` is not part of the document.
  @discardableResult
  public mutating func insert(trustedHTML html: [UInt8], after node: NodeID) -> NodeID? {
    guard let kind = kind(of: node), !tree[node].parent.isNone else { return nil }
    var new = Node(
      kind.isBlock ? .trustedBlock : .trustedInline, start: Int(tree[node].end), end: Int(tree[node].end))
    new.literal = tree.store(html)
    let id = tree.add(new)
    tree.insert(id, after: node)
    return id
  }

  /// Takes a node, and all that is in it, out of the document.
  public mutating func remove(_ node: NodeID) {
    guard tree.contains(node), !tree[node].parent.isNone else { return }
    tree.detach(node)
  }

  /// Adds a generated footnote, referred to behind an inline node, numbered among the authored ones.
  ///
  /// - Parameters:
  ///   - key: calls with the same key refer to the same note, which says what the first call gave it.
  ///   - html: what the note says: trusted markup that may stand in a paragraph.
  public mutating func addFootnote(after node: NodeID, key: String, trustedHTML html: [UInt8]) {
    guard let kind = kind(of: node), !kind.isBlock, !tree[node].parent.isNone else { return }
    let note: Int
    if let known = generatedNotes[key] {
      note = known
    } else {
      note = notes.count
      generatedNotes[key] = note
      notes.append(Footnote(key: key, body: .none, html: tree.store(html), label: tree[node].source))
    }
    var reference = Node(.footnoteReference, start: Int(tree[node].end), end: Int(tree[node].end))
    reference.number = Int32(clamping: note)
    tree.insert(tree.add(reference), after: node)
  }
}
