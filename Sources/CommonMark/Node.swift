/// One node of a document: a handle that means something only in the document that gave it out, and in its copies.
public struct NodeID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) { self.index = Int32(clamping: index) }

  /// The handle that stands for no node.
  static let none = NodeID(-1)

  var isNone: Bool { index < 0 }

  /// `nil` where this stands for no node.
  var optional: NodeID? { isNone ? nil : self }
}

/// What a node of a document is.
public enum NodeKind: UInt8, Sendable {
  /// A block that holds blocks.
  case document, blockQuote, list, item, table, tableRow, figure, footnoteDefinition
  /// A block that holds inlines.
  case paragraph, heading, tableCell, caption
  /// A block that holds text, markup or nothing.
  case codeBlock, htmlBlock, thematicBreak, trustedBlock
  /// An inline that holds inlines.
  case emphasis, strong, strikethrough, link, image, mark
  /// An inline that is a leaf.
  case text, softBreak, lineBreak, code, htmlInline, footnoteReference, trustedInline

  /// Whether this stands among blocks, not inside a line of text.
  public var isBlock: Bool { rawValue <= Self.trustedBlock.rawValue }

  /// Whether the children of this are inlines.
  var holdsInlines: Bool {
    switch self {
    case .paragraph, .heading, .tableCell, .caption, .emphasis, .strong, .strikethrough, .link, .image, .mark: true
    default: false
    }
  }
}

/// A range of the byte pool of a tree.
struct ByteRange: Sendable {
  var lower: Int32 = 0
  var count: Int32 = 0

  var range: Range<Int> { Int(lower)..<Int(lower) + Int(count) }
  var isEmpty: Bool { count == 0 }

  init() {}

  init(_ range: Range<Int>) {
    lower = Int32(clamping: range.lowerBound)
    count = Int32(clamping: range.count)
  }
}

/// What the arena holds for each node; which fields mean something depends on the kind.
struct Node: Sendable {
  var kind: NodeKind
  /// A list that is tight; a table cell of the header row.
  var flag = false
  var parent = NodeID.none
  var firstChild = NodeID.none
  var lastChild = NodeID.none
  var next = NodeID.none
  var previous = NodeID.none
  /// Where the node stands in the Markdown.
  var start: Int32 = 0
  var end: Int32 = 0
  /// Text, code, markup; the destination of a link or image; the attributes of a mark.
  var literal = ByteRange()
  /// The title of a link or image; the info string of a code block; the id of a heading.
  var extra = ByteRange()
  /// The level of a heading; the first number of an ordered list, −1 for a bullet list; the alignment of a cell; the
  /// note a reference refers to.
  var number: Int32 = 0

  init(_ kind: NodeKind, start: Int = 0, end: Int = 0) {
    self.kind = kind
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  var source: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}
