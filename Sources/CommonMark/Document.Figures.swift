extension Document {
  /// Makes a figure of each paragraph that holds one image with a title and nothing else.
  mutating func makeFigures() {
    for index in tree.nodes.indices where tree.nodes[index].kind == .image {
      let image = NodeID(index)
      let paragraph = tree[image].parent
      guard !paragraph.isNone, tree[paragraph].kind == .paragraph, tree[paragraph].firstChild == image,
        tree[paragraph].lastChild == image, !tree[image].extra.isEmpty
      else { continue }
      tree[paragraph].kind = .figure
      let caption = tree.add(Node(.caption, start: Int(tree[image].start), end: Int(tree[image].end)), to: paragraph)
      var text = Node(.text, start: Int(tree[image].start), end: Int(tree[image].end))
      text.literal = tree[image].extra
      tree[image].extra = ByteRange()
      _ = tree.add(text, to: caption)
    }
  }
}
