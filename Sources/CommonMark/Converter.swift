/// Copies the tree libcmark made into an arena, and works out where in the Markdown each node stands.
///
/// libcmark counts the columns of inlines from the block's first column, as if every line of the block began there;
/// it does not count the lines inside link destinations and before backslash breaks, nor those of definitions that
/// a paragraph begins with. What is known about that is all here.
struct Converter {
  private(set) var tree: Tree
  /// The lines of link definitions that paragraphs began with.
  private(set) var definitions: [Range<Int>] = []
  private let passage: Passage

  // Where the inlines of the current block are.
  private var quotes = 0
  /// The column libcmark gave the block.
  private var blockColumn = 1
  /// The line, 0-based, that is being read.
  private var line = 0
  private var lineEnd = 0
  /// Where the text of the line begins.
  private var contentStart = 0
  /// The offset that a column equal to `blockColumn` stands for.
  private var base = 0
  private var lastLine = 0
  /// Whether the next inline is the first of its line.
  private var isLineStart = false

  init(_ passage: Passage, into tree: Tree) {
    self.passage = passage
    self.tree = tree
  }

  /// Copies all blocks of a document.
  mutating func convert(_ document: borrowing CMarkDocument, under parent: NodeID) {
    convertChildren(of: document.root, under: parent)
  }

  /// Copies the inlines of one heading of an auxiliary document, whose text stands at `offset` of this passage.
  ///
  /// - Parameter column: the column of the heading's text.
  mutating func convertInlines(of heading: CMarkNode, under parent: NodeID, column: Int, at offset: Int) {
    blockColumn = column
    isLineStart = false
    base = offset
    line = passage.line(at: offset)
    lineEnd = passage.end(ofLine: line)
    lastLine = line
    convertChildren(of: heading, under: parent)
  }

  private mutating func convertChildren(of root: CMarkNode, under rootID: NodeID) {
    var parent = rootID
    var current = root.firstChild
    while let node = current {
      let id = enter(node, under: parent)
      if let child = node.firstChild {
        parent = id
        current = child
        continue
      }
      leave(node, id)
      current = following(node, &parent, within: root)
    }
  }

  private mutating func following(_ node: CMarkNode, _ parent: inout NodeID, within root: CMarkNode) -> CMarkNode? {
    var current = node
    while true {
      if let next = current.next { return next }
      guard let up = current.parent, up != root else { return nil }
      leave(up, parent)
      parent = tree[parent].parent
      current = up
    }
  }

  private mutating func enter(_ source: CMarkNode, under parent: NodeID) -> NodeID {
    let kind = source.kind ?? .text
    var node = kind.isBlock ? block(kind, source) : inline(kind, source)
    switch kind {
    case .text:
      node.literal = tree.store { source.appendLiteral(to: &$0) }
      if tree.pool.last == UInt8(ascii: "`") || tree[node.literal].first == UInt8(ascii: "`") {
        includeBackticks(&node)
      }
    case .code, .htmlInline, .htmlBlock:
      node.literal = tree.store { source.appendLiteral(to: &$0) }
    case .codeBlock:
      node.literal = tree.store { source.appendLiteral(to: &$0) }
      node.extra = tree.store { source.appendInfo(to: &$0) }
    case .link, .image:
      node.literal = tree.store { source.appendDestination(to: &$0) }
      node.extra = tree.store { source.appendTitle(to: &$0) }
    case .list:
      node.flag = source.isTight
      node.number = Int32(clamping: source.listStart ?? -1)
    case .blockQuote:
      quotes += 1
    case .heading:
      node.number = Int32(clamping: source.headingLevel)
      beginInlines(of: source, &node)
    case .paragraph:
      beginInlines(of: source, &node)
    default: break
    }
    return tree.add(node, to: parent)
  }

  private mutating func leave(_ source: CMarkNode, _ id: NodeID) {
    switch tree[id].kind {
    case .blockQuote: quotes -= 1
    case .link, .image:
      isLineStart = false
      endLink(source, id)
    case .emphasis, .strong:
      isLineStart = false
      tree[id].end = Int32(clamping: offset(ofColumn: source.endColumn) + 1)
    default: break
    }
  }

  private func block(_ kind: NodeKind, _ source: CMarkNode) -> Node {
    let start = passage.start(ofLine: source.startLine - 1) + source.startColumn - 1
    var end = passage.start(ofLine: source.endLine - 1) + source.endColumn
    if kind == .heading, source.endLine > source.startLine {
      // libcmark may take the line after the underline for the last.
      let lines = max(source.startLine, source.endLine - 2)..<source.endLine
      let underline = lines.first { passage.isUnderline($0, quotes: quotes, maximumColumn: source.startColumn + 2) }
      if let underline { end = passage.end(ofLine: underline) }
    }
    return Node(kind, start: clamped(start), end: clamped(end))
  }

  private func clamped(_ offset: Int) -> Int {
    min(max(offset, passage.range.lowerBound), passage.range.upperBound)
  }
}

// MARK: Where inlines are

extension Converter {
  private func offset(ofColumn column: Int) -> Int { clamped(base + column - blockColumn) }

  private mutating func beginInlines(of source: CMarkNode, _ node: inout Node) {
    blockColumn = source.startColumn
    isLineStart = false
    line = source.startLine - 1
    lineEnd = passage.end(ofLine: line)
    // The line below a heading that underlines it is not one of its text.
    let isUnderlined = node.kind == .heading && source.endLine > source.startLine
    lastLine = passage.line(at: max(Int(node.end) - 1, Int(node.start))) - (isUnderlined ? 1 : 0)
    base = Int(node.start)
    if base < lineEnd, passage.bytes[base] == UInt8(ascii: "[") { skipDefinitions(of: source, &node) }
  }

  /// Finds where the text of a paragraph begins that may have had link definitions in front.
  ///
  /// libcmark gives it the position of the definitions. They took the lines that its inlines do not, if none of these
  /// has a destination on lines of its own; the first words have to be where libcmark says.
  private mutating func skipDefinitions(of source: CMarkNode, _ node: inout Node) {
    var leaf = source
    while let child = leaf.firstChild { leaf = child }
    var literal: [UInt8] = []
    leaf.appendLiteral(to: &literal)
    let column = leaf.startColumn - blockColumn
    let expected = lastLine - source.inlineLineFeeds
    guard expected > line else { return }
    let first = stride(from: expected, through: line, by: -1).first { candidate in
      let start = candidate == line ? base : passage.contentStart(ofLine: candidate, quotes: quotes)
      let place = passage.bytes[...][from: start + column]
      return !literal.isEmpty && TextAlignment(literal.prefix(64), in: place).isComplete
    }
    // Where there are no words to be found, the lines have to do.
    guard let first = first ?? (passage.bytes[base..<lineEnd].contains(UInt8(ascii: ":")) ? expected : nil),
      first > line
    else { return }
    definitions.append(base..<passage.start(ofLine: first))
    line = first
    lineEnd = passage.end(ofLine: line)
    contentStart = passage.contentStart(ofLine: first, quotes: quotes)
    base = contentStart
    node.start = Int32(clamping: base)
  }

  private mutating func inline(_ kind: NodeKind, _ source: CMarkNode) -> Node {
    if isLineStart { beginLine(with: kind, source) }
    switch kind {
    case .softBreak:
      let place = lineEnd
      nextLine()
      isLineStart = true
      return Node(kind, start: place, end: passage.start(ofLine: line))
    case .lineBreak:
      let place = lineEnd
      let isBackslash = place > passage.range.lowerBound && passage.bytes[place - 1] == UInt8(ascii: "\\")
      if isBackslash { nextUncountedLine() } else { nextLine() }
      isLineStart = true
      return Node(kind, start: place, end: passage.start(ofLine: line))
    case .code, .htmlInline:
      let start = offset(ofColumn: source.startColumn)
      let newlines = source.endLine - source.startLine
      guard newlines > 0 else {
        return Node(kind, start: start, end: offset(ofColumn: source.endColumn) + 1)
      }
      for _ in 0..<newlines { nextLine() }
      return Node(kind, start: start, end: clamped(base + source.endColumn + (kind == .code ? 0 : 1)))
    default:
      return Node(
        kind, start: offset(ofColumn: source.startColumn), end: offset(ofColumn: source.endColumn) + 1)
    }
  }

  /// A lazy continuation line keeps its indentation, which libcmark counts: the first inline of a line tells how much.
  private mutating func beginLine(with kind: NodeKind, _ source: CMarkNode) {
    isLineStart = false
    var column = source.startColumn
    switch kind {
    case .code: column -= passage.run(of: UInt8(ascii: "`"), at: contentStart)
    case .text:
      // Behind a backslash the indentation is text.
      column += source.literalPrefix { $0.isBlank }
      if source.literalPrefix(where: { $0 == UInt8(ascii: "`") }) > 0 {
        column -= passage.run(of: UInt8(ascii: "`"), at: contentStart)
      }
    case .link where passage.run(of: UInt8(ascii: "<"), at: contentStart) > 0:
      column = (source.firstChild?.startColumn ?? column) - 1
    case .softBreak, .lineBreak: return
    default: break
    }
    base -= max(base + column - blockColumn - contentStart, 0)
  }

  /// libcmark gives backticks that open no code the place behind them.
  private func includeBackticks(_ node: inout Node) {
    let tick = UInt8(ascii: "`")
    let text = tree[node.literal]
    let run = text.prefix { $0 == tick }.count
    let start = Int(node.start)
    if run > 0, start - run >= passage.range.lowerBound, passage.run(of: tick, at: start - run) == run {
      node.start -= Int32(clamping: run)
    }
    let end = Int(node.end)
    if text.last == tick, end > start, passage.run(of: tick, at: end - 1) == 0 { node.end -= 1 }
  }

  private mutating func nextLine() {
    guard line < lastLine else { return }
    line += 1
    contentStart = passage.contentStart(ofLine: line, quotes: quotes)
    base = contentStart
    lineEnd = passage.end(ofLine: line)
  }

  /// Goes to a line that libcmark did not notice: its columns go on counting.
  private mutating func nextUncountedLine() {
    guard line < lastLine else { return }
    let counted = lineEnd - base + 1
    nextLine()
    base -= counted
  }

  /// Destinations, titles and labels may run over line endings, which libcmark does not count.
  private mutating func endLink(_ source: CMarkNode, _ id: NodeID) {
    let child = tree[id].firstChild
    if !child.isNone, tree[child].start > 0, tree[child].kind == .text, isAutolink(child) {
      tree[id].start = tree[child].start - 1
      tree[id].end = tree[child].end + 1
      return
    }
    while base + source.endColumn - blockColumn + 1 > lineEnd, line < lastLine { nextUncountedLine() }
    tree[id].end = Int32(clamping: offset(ofColumn: source.endColumn) + 1)
  }

  private func isAutolink(_ text: NodeID) -> Bool {
    let before = Int(tree[text].start) - 1
    return before >= passage.range.lowerBound && before < passage.range.upperBound
      && passage.bytes[before] == UInt8(ascii: "<")
  }
}
