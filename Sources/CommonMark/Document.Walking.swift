public import Diagnostics

extension Document {
  /// The blocks that stand directly in the document, in order.
  public var topLevelBlocks: [NodeID] { children(of: root) }

  /// What a node is; `nil` for a node of another document.
  public func kind(of node: NodeID) -> NodeKind? { tree.contains(node) ? tree[node].kind : nil }

  /// What stands directly in a node, in order.
  public func children(of node: NodeID) -> [NodeID] {
    guard tree.contains(node) else { return [] }
    var children: [NodeID] = []
    var child = tree[node].firstChild
    while !child.isNone {
      children.append(child)
      child = tree[child].next
    }
    return children
  }

  /// What a node stands in; `nil` for the document, for what is not part of it any more, and for the body of a footnote.
  public func parent(of node: NodeID) -> NodeID? { tree.contains(node) ? tree[node].parent.optional : nil }

  /// Where a node stands in the file.
  public func location(of node: NodeID) -> SourceLocation {
    manuscript.location(tree.contains(node) ? tree[node].source : tree[root].source)
  }

  /// The text in a node as a reader sees it, on one line.
  public func text(of node: NodeID) -> String {
    guard tree.contains(node) else { return "" }
    var text: [UInt8] = []
    var current = node
    while !current.isNone {
      switch tree[current].kind {
      case .text, .code, .codeBlock: text += tree[tree[current].literal]
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .image:
        current = tree.followingSubtree(current, within: node)
        continue
      default: break
      }
      current = tree.following(current, within: node)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
