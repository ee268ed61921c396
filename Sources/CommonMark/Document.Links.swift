public import Diagnostics

extension Document {
  /// A link or an image, as an author wrote it.
  public struct Link: Sendable {
    /// The link or the image.
    public let node: NodeID
    /// Where it leads, entities and escapes resolved, not percent-encoded.
    public let destination: String
    /// Its title; empty where it has none.
    public let title: String
    /// Whether there is no text and no image in it.
    public let isEmpty: Bool
    /// Where it stands in the file, brackets and destination included.
    public let location: SourceLocation
  }

  /// All links in document order, those in footnotes last.
  public var links: [Link] { links(of: .link) { _ in true } }

  /// The links whose destination is wanted, in the same order.
  ///
  /// - Parameter isWanted: is given each destination in UTF-8, which costs less than to make a link of it.
  public func links(where isWanted: (ArraySlice<UInt8>) -> Bool) -> [Link] { links(of: .link, where: isWanted) }

  /// All images in document order, those in footnotes last; what stands between the brackets is the image's description.
  public var images: [Link] { links(of: .image) { _ in true } }

  private func links(of kind: NodeKind, where isWanted: (ArraySlice<UInt8>) -> Bool) -> [Link] {
    nodes(of: kind).compactMap { id in
      let node = tree[id]
      guard isWanted(tree[node.literal]) else { return nil }
      return Link(
        node: id, destination: tree.string(node.literal), title: tree.string(node.extra), isEmpty: isBare(id),
        location: location(of: id))
    }
  }

  private func isBare(_ id: NodeID) -> Bool {
    var current = tree.following(id, within: id)
    while !current.isNone {
      let node = tree[current]
      if node.kind == .image || !node.literal.isEmpty { return false }
      current = tree.following(current, within: id)
    }
    return true
  }

  /// Changes where links and images lead.
  ///
  /// - Parameter change: is given each destination in UTF-8; `nil` leaves it as it is.
  public mutating func changeDestinations(_ change: (ArraySlice<UInt8>) -> String?) {
    for index in tree.nodes.indices where tree.nodes[index].kind == .link || tree.nodes[index].kind == .image {
      guard let destination = change(tree[tree.nodes[index].literal]) else { continue }
      tree[NodeID(index)].literal = tree.store(destination.utf8)
    }
  }

  /// Changes where a link or an image leads; nothing for another node.
  public mutating func setDestination(of node: NodeID, to destination: String) {
    guard let kind = kind(of: node), kind == .link || kind == .image else { return }
    tree[node].literal = tree.store(destination.utf8)
  }

  /// Replaces what stands in a link, or another inline with inlines in it, by a text.
  public mutating func setText(of node: NodeID, to text: String) {
    guard let kind = kind(of: node), kind.holdsInlines, !kind.isBlock else { return }
    while let child = tree[node].firstChild.optional { tree.detach(child) }
    var leaf = Node(.text, start: Int(tree[node].start), end: Int(tree[node].end))
    leaf.literal = tree.store(text.utf8)
    _ = tree.add(leaf, to: node)
  }

  /// Takes a link away, and leaves what stands in it; the same for any other inline that holds inlines.
  public mutating func unlink(_ node: NodeID) {
    guard let kind = kind(of: node), kind.holdsInlines, !kind.isBlock, !tree[node].parent.isNone else { return }
    tree.unwrap(node)
  }

  /// The document's own node, and those of the bodies of its notes.
  var roots: [NodeID] { [root] + notes.compactMap(\.body.optional) }

  /// All nodes of a kind that are part of the document, in order, those in footnotes last.
  func nodes(of kind: NodeKind) -> [NodeID] {
    var nodes: [NodeID] = []
    for root in roots {
      var current = root
      while !current.isNone {
        if tree[current].kind == kind { nodes.append(current) }
        current = tree.following(current, within: root)
      }
    }
    return nodes
  }
}
