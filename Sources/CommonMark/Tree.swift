/// The arena of a document: nodes in one array, their bytes in another, so that walking counts no references.
///
/// Nodes are never freed; one that was taken out of the tree merely has no parent.
struct Tree: Sendable {
  private(set) var nodes: [Node] = []
  private(set) var pool: [UInt8] = []

  init() {}

  /// Gives back the room that was reserved and not needed, for a tree that is kept.
  mutating func trim() {
    var nodes: [Node] = []
    nodes.reserveCapacity(self.nodes.count)
    nodes += self.nodes
    self.nodes = nodes
    var pool: [UInt8] = []
    pool.reserveCapacity(self.pool.count)
    pool += self.pool
    self.pool = pool
  }

  mutating func reserve(nodes nodeCount: Int, bytes: Int) {
    nodes.reserveCapacity(nodeCount)
    pool.reserveCapacity(bytes)
  }

  subscript(_ id: NodeID) -> Node {
    @inline(__always) get { nodes[Int(id.index)] }
    @inline(__always) _modify { yield &nodes[Int(id.index)] }
  }

  func contains(_ id: NodeID) -> Bool { nodes.indices.contains(Int(id.index)) }

  // MARK: Bytes

  subscript(_ bytes: ByteRange) -> ArraySlice<UInt8> { pool[bytes.range] }

  func string(_ bytes: ByteRange) -> String { String(decoding: pool[bytes.range], as: UTF8.self) }

  mutating func store(_ bytes: some Collection<UInt8>) -> ByteRange {
    let start = pool.count
    pool.append(contentsOf: bytes)
    return ByteRange(start..<pool.count)
  }

  /// Lets a C string be appended to the pool without a detour.
  mutating func store(with append: (inout [UInt8]) -> Void) -> ByteRange {
    let start = pool.count
    append(&pool)
    return ByteRange(start..<pool.count)
  }

  // MARK: Structure

  mutating func add(_ node: Node) -> NodeID {
    nodes.append(node)
    return NodeID(nodes.count - 1)
  }

  mutating func add(_ node: Node, to parent: NodeID) -> NodeID {
    let id = add(node)
    append(id, to: parent)
    return id
  }

  /// Makes a node that is in no tree the last child of another.
  mutating func append(_ id: NodeID, to parent: NodeID) {
    let last = self[parent].lastChild
    self[id].parent = parent
    self[id].previous = last
    self[id].next = .none
    if last.isNone { self[parent].firstChild = id } else { self[last].next = id }
    self[parent].lastChild = id
  }

  /// Puts a node that is in no tree behind another.
  mutating func insert(_ id: NodeID, after sibling: NodeID) {
    let parent = self[sibling].parent
    let next = self[sibling].next
    self[id].parent = parent
    self[id].previous = sibling
    self[id].next = next
    self[sibling].next = id
    if !next.isNone {
      self[next].previous = id
    } else if !parent.isNone {
      self[parent].lastChild = id
    }
  }

  /// Takes a node, with what is below it, out of the tree.
  mutating func detach(_ id: NodeID) {
    let node = self[id]
    if !node.previous.isNone {
      self[node.previous].next = node.next
    } else if !node.parent.isNone {
      self[node.parent].firstChild = node.next
    }
    if !node.next.isNone {
      self[node.next].previous = node.previous
    } else if !node.parent.isNone {
      self[node.parent].lastChild = node.previous
    }
    self[id].parent = .none
    self[id].next = .none
    self[id].previous = .none
  }

  /// Puts `wrapper`, which is in no tree, where `first` stands, and `first` through its later sibling `last` into it.
  mutating func wrap(_ first: NodeID, through last: NodeID, in wrapper: NodeID) {
    var end = first
    insert(wrapper, after: last)
    var current = first
    while true {
      let next = self[current].next
      detach(current)
      append(current, to: wrapper)
      end = current
      if end == last || next.isNone { return }
      current = next
    }
  }

  /// Puts the children of a node where it stands, and takes it out of the tree.
  mutating func unwrap(_ id: NodeID) {
    var place = id
    var child = self[id].firstChild
    while !child.isNone {
      let next = self[child].next
      detach(child)
      insert(child, after: place)
      place = child
      child = next
    }
    detach(id)
  }

  /// Cuts a text, code or mark-less leaf in two: `id` keeps the first `count` bytes of its literal.
  ///
  /// - Parameter sourceOffset: where the second part begins in the Markdown.
  mutating func split(_ id: NodeID, at count: Int, sourceOffset: Int) -> NodeID {
    var rest = self[id]
    rest.firstChild = .none
    rest.lastChild = .none
    rest.literal = ByteRange(rest.literal.range.dropFirst(count))
    rest.start = Int32(clamping: sourceOffset)
    rest.end = max(rest.end, rest.start)
    self[id].literal = ByteRange(self[id].literal.range.prefix(count))
    self[id].end = rest.start
    let restID = add(rest)
    insert(restID, after: id)
    return restID
  }

  // MARK: Walking

  /// The node after `id` in document order, inside `root`; none at its end.
  func following(_ id: NodeID, within root: NodeID) -> NodeID {
    let child = self[id].firstChild
    return child.isNone ? followingSubtree(id, within: root) : child
  }

  /// The node after all that is below `id`, in document order, inside `root`; none at its end.
  func followingSubtree(_ id: NodeID, within root: NodeID) -> NodeID {
    var current = id
    while current != root, !current.isNone {
      let next = self[current].next
      if !next.isNone { return next }
      current = self[current].parent
    }
    return .none
  }
}
