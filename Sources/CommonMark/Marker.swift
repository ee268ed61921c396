/// Puts marks around the leaves of a tree that passages of its text cover.
struct Marker {
  private(set) var tree: Tree
  private let markdown: ArraySlice<UInt8>

  private struct Passage {
    let range: Range<Int>
    let attributes: ByteRange
    let firstAttributes: ByteRange
    var isBegun = false
  }

  /// A run of siblings under the same marks.
  private struct Piece {
    let first: NodeID
    var last: NodeID
    let passages: [Int]
  }

  /// By where they begin, longer ones first.
  private var passages: [Passage] = []
  /// Where passages begin and end, ascending.
  private let boundaries: [Int]
  private var nextPassage = 0
  private var nextBoundary = 0
  /// The passages that cover the current place, the outermost first.
  private var open: [Int] = []
  private var piece: Piece?

  init(_ marks: [Document.Mark], in text: PlainText, _ tree: Tree, markdown: ArraySlice<UInt8>) {
    var tree = tree
    var unsorted: [Passage] = []
    for mark in marks {
      let range = Self.aligned(mark.range, in: text.utf8)
      guard !range.isEmpty else { continue }
      let attributes = tree.store(mark.attributes)
      let first = mark.firstAttributes.isEmpty ? attributes : tree.store(mark.attributes + mark.firstAttributes)
      unsorted.append(Passage(range: range, attributes: attributes, firstAttributes: first))
    }
    let order = unsorted.indices.sorted { left, right in
      let (a, b) = (unsorted[left].range, unsorted[right].range)
      return (a.lowerBound, -a.upperBound, left) < (b.lowerBound, -b.upperBound, right)
    }
    passages = order.map { unsorted[$0] }
    boundaries = Set(unsorted.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    self.tree = tree
    self.markdown = markdown
  }

  /// Clamps a range to the text and widens it to whole code points.
  private static func aligned(_ range: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    let range = range.clamped(to: 0..<utf8.count)
    guard !range.isEmpty else { return range }
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower > 0, utf8[lower] & 0b1100_0000 == 0b1000_0000 { lower -= 1 }
    while upper < utf8.count, utf8[upper] & 0b1100_0000 == 0b1000_0000 { upper += 1 }
    return lower..<upper
  }

  /// Marks the leaves of a text.
  mutating func apply(to segments: [PlainText.Segment]) {
    for segment in segments {
      if open.isEmpty, nextPassage == passages.count { break }
      cut(segment)
    }
    wrapPiece()
  }

  /// Cuts the leaf of a segment at every boundary inside it, and marks what is covered.
  private mutating func cut(_ segment: PlainText.Segment) {
    let range = segment.range
    advance(to: range.lowerBound)
    let isCut = nextBoundary < boundaries.count && boundaries[nextBoundary] < range.upperBound
    guard isCut || !open.isEmpty else { return }

    var leaf = isCut || tree[segment.node].kind.isCode ? textLeaf(of: segment.node) : segment.node
    let alignment =
      tree[segment.node].kind == .text && isCut
      ? TextAlignment(tree[tree[leaf].literal], in: markdown[from: Int(tree[leaf].start)]) : nil
    let markdownStart = Int(tree[leaf].start)
    var start = range.lowerBound
    while nextBoundary < boundaries.count, boundaries[nextBoundary] < range.upperBound {
      let boundary = boundaries[nextBoundary]
      let offset = boundary - range.lowerBound
      let rest = tree.split(
        leaf, at: boundary - start, sourceOffset: alignment?.markdownOffset(of: offset) ?? markdownStart + offset)
      cover(leaf)
      advance(to: boundary)
      leaf = rest
      start = boundary
    }
    cover(leaf)
  }

  /// The text to cut: code keeps its text in a child from now on.
  private mutating func textLeaf(of id: NodeID) -> NodeID {
    guard tree[id].kind.isCode else { return id }
    var text = Node(.text, start: Int(tree[id].start), end: Int(tree[id].end))
    text.literal = tree[id].literal
    let isLineEnded = tree[id].kind == .codeBlock && tree[text.literal].last == UInt8(ascii: "\n")
    guard isLineEnded else { return tree.add(text, to: id) }
    // The line feed at the end of a block of code is markup, not text.
    var lineFeed = Node(.trustedInline, start: Int(text.end), end: Int(text.end))
    lineFeed.literal = ByteRange(text.literal.range.suffix(1))
    text.literal = ByteRange(text.literal.range.dropLast())
    let leaf = tree.add(text, to: id)
    _ = tree.add(lineFeed, to: id)
    return leaf
  }

  /// Opens and closes passages up to a place of the text.
  private mutating func advance(to place: Int) {
    guard nextBoundary < boundaries.count, boundaries[nextBoundary] <= place else { return }
    while nextBoundary < boundaries.count, boundaries[nextBoundary] <= place { nextBoundary += 1 }
    wrapPiece()
    open.removeAll { passages[$0].range.upperBound <= place }
    while nextPassage < passages.count, passages[nextPassage].range.lowerBound <= place {
      if passages[nextPassage].range.upperBound > place { open.append(nextPassage) }
      nextPassage += 1
    }
  }

  /// Adds a leaf to the piece that is being gathered, or begins another.
  private mutating func cover(_ leaf: NodeID) {
    guard !open.isEmpty else { return }
    if let last = piece?.last, tree[last].next == leaf {
      piece?.last = leaf
    } else {
      wrapPiece()
      piece = Piece(first: leaf, last: leaf, passages: open)
    }
  }

  private mutating func wrapPiece() {
    guard let piece else { return }
    self.piece = nil
    var (first, last) = (piece.first, piece.last)
    for index in piece.passages.reversed() {
      var mark = Node(.mark, start: Int(tree[first].start), end: Int(tree[last].end))
      mark.literal = passages[index].isBegun ? passages[index].attributes : passages[index].firstAttributes
      passages[index].isBegun = true
      let id = tree.add(mark)
      tree.wrap(first, through: last, in: id)
      (first, last) = (id, id)
    }
  }
}

extension NodeKind {
  /// Whether the text of this is in itself, until a mark cuts it.
  fileprivate var isCode: Bool { self == .code || self == .codeBlock }
}
