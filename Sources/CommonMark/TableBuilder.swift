/// Turns paragraphs that are GFM tables into tables.
///
/// libcmark reads a table as one paragraph. Its lines are cut into cells here, and all cells of a passage that may hold
/// markup are parsed as the headings of one auxiliary document, with the link definitions of the passage in front.
struct TableBuilder {
  private(set) var tree: Tree
  private let passage: Passage
  private let definitions: [UInt8]
  private var cells: [Cell] = []
  /// How many cells short rows may still be filled up with: what is written stays in proportion to what was read.
  private var padding: Int

  private struct Cell {
    let node: NodeID
    let text: Range<Int>
  }

  init(_ passage: Passage, _ tree: Tree, definitions: [UInt8]) {
    self.passage = passage
    self.tree = tree
    self.definitions = definitions
    padding = 10_000 + passage.range.count
  }

  /// Builds the tables that have one of these lines as their delimiter row.
  ///
  /// - Parameters:
  ///   - delimiterLines: 0-based, ascending.
  ///   - firstNode: where the nodes of the passage begin in the tree.
  mutating func build(at delimiterLines: [Int], nodesFrom firstNode: Int) {
    var candidates = delimiterLines[...]
    for index in firstNode..<tree.nodes.count {
      let id = NodeID(index)
      let node = tree[id]
      guard node.kind == .paragraph || node.kind == .heading else { continue }
      let first = passage.line(at: Int(node.start))
      let last = passage.line(at: max(Int(node.end) - 1, Int(node.start)))
      candidates = candidates.drop { $0 <= first }
      let inside = candidates.prefix { $0 <= last }
      candidates = candidates.dropFirst(inside.count)
      if !inside.isEmpty { build(id, lines: first...last, delimiterLines: inside) }
    }
    parseCells()
  }

  private mutating func build(_ block: NodeID, lines: ClosedRange<Int>, delimiterLines: ArraySlice<Int>) {
    let quotes = countQuotes(around: block)
    for line in delimiterLines {
      guard let alignments = TableRow.alignments(passage.bytes, line: content(line, quotes, in: block)) else {
        continue
      }
      let header = TableRow(passage.bytes, line: content(line - 1, quotes, in: block))
      guard header.cells.count == alignments.count else { continue }
      // What underlines a heading ends a table, and is a line of its own below it.
      let isHeading = tree[block].kind == .heading
      let lastRow = isHeading ? lines.upperBound - 1 : lines.upperBound
      guard lastRow >= line, cutOff(block, beforeLine: line - 1, isFirst: line - 1 == lines.lowerBound) else {
        continue
      }

      let end = passage.end(ofLine: lastRow)
      let table = tree.add(Node(.table, start: passage.start(ofLine: line - 1), end: end))
      tree.insert(table, after: block)
      addRow(header, alignments, isHeader: true, line: line - 1, to: table)
      for row in stride(from: line + 1, through: lastRow, by: 1) {
        addRow(
          TableRow(passage.bytes, line: content(row, quotes, in: block)), alignments, isHeader: false, line: row,
          to: table)
      }
      if isHeading { addUnderline(lines.upperBound, alignments, quotes: quotes, below: table) }
      if line - 1 == lines.lowerBound { tree.detach(block) }
      return
    }
  }

  private func countQuotes(around block: NodeID) -> Int {
    var count = 0
    var current = tree[block].parent
    while !current.isNone {
      if tree[current].kind == .blockQuote { count += 1 }
      current = tree[current].parent
    }
    return count
  }

  private func content(_ line: Int, _ quotes: Int, in block: NodeID) -> Range<Int> {
    let blockStart = Int(tree[block].start)
    let start = max(passage.contentStart(ofLine: line, quotes: quotes), blockStart)
    return start..<max(passage.end(ofLine: line), start)
  }

  /// Leaves in a block what stands before a line; `false` where markup runs over that line's beginning.
  private mutating func cutOff(_ block: NodeID, beforeLine line: Int, isFirst: Bool) -> Bool {
    if isFirst { return true }
    let start = passage.start(ofLine: line)
    var child = tree[block].firstChild
    while !child.isNone, Int(tree[child].end) != start || !tree[child].kind.isLineEnd { child = tree[child].next }
    guard !child.isNone else { return false }
    tree[block].end = tree[child].start
    // A lead-in is a paragraph, whatever the line below the table made of it.
    tree[block].kind = .paragraph
    while !child.isNone {
      let next = tree[child].next
      tree.detach(child)
      child = next
    }
    return true
  }

  private mutating func addRow(
    _ row: TableRow, _ alignments: [TableAlignment], isHeader: Bool, line: Int, to table: NodeID
  ) {
    let end = passage.end(ofLine: line)
    var rowNode = Node(.tableRow, start: passage.start(ofLine: line), end: end)
    rowNode.flag = isHeader
    let rowID = tree.add(rowNode, to: table)
    for (column, alignment) in alignments.enumerated() {
      let isGiven = column < row.cells.count
      if !isGiven {
        guard padding > 0 else { return }
        padding -= 1
      }
      let text = isGiven ? row.cells[column] : end..<end
      var cell = Node(.tableCell, start: text.lowerBound, end: text.upperBound)
      cell.flag = isHeader
      cell.number = alignment.rawValue
      let cellID = tree.add(cell, to: rowID)
      if text.isEmpty { continue }
      if passage.bytes[text].allSatisfy(\.isPlainText) {
        var leaf = Node(.text, start: text.lowerBound, end: text.upperBound)
        leaf.literal = tree.store(passage.bytes[text])
        _ = tree.add(leaf, to: cellID)
      } else {
        cells.append(Cell(node: cellID, text: text))
      }
    }
  }

  private mutating func addUnderline(_ line: Int, _ alignments: [TableAlignment], quotes: Int, below table: NodeID) {
    let start = passage.contentStart(ofLine: line, quotes: quotes)
    let end = passage.end(ofLine: line)
    let text = passage.bytes[start..<max(end, start)]
    if text.count(where: { $0 == UInt8(ascii: "-") }) >= 3 {
      let rule = tree.add(Node(.thematicBreak, start: start, end: end))
      tree.insert(rule, after: table)
    } else {
      let row = TableRow(passage.bytes, line: start..<max(end, start))
      addRow(row, alignments, isHeader: false, line: line, to: table)
    }
  }

  private mutating func parseCells() {
    guard !cells.isEmpty else { return }
    var markdown = definitions
    let definitionLines = definitions.count { $0 == UInt8(ascii: "\n") }
    for cell in cells {
      markdown += "# ".utf8
      var isEscape = false
      for byte in passage.bytes[cell.text] {
        if isEscape, byte == UInt8(ascii: "|") { markdown.removeLast() }
        isEscape = byte == UInt8(ascii: "\\")
        markdown.append(byte)
      }
      // A closing sequence of its own keeps libcmark from taking the cell's last `#` for one.
      markdown += " #\n".utf8
    }
    guard let document = CMarkDocument(parsing: markdown.span) else { return }
    var converter = Converter(passage, into: tree)
    tree = Tree()
    var heading = document.root.firstChild
    while let current = heading {
      let index = current.startLine - 1 - definitionLines
      if cells.indices.contains(index) {
        let cell = cells[index]
        converter.convertInlines(of: current, under: cell.node, column: 3, at: cell.text.lowerBound)
      }
      heading = current.next
    }
    tree = converter.tree
  }
}

extension NodeKind {
  fileprivate var isLineEnd: Bool { self == .softBreak || self == .lineBreak }
}

extension UInt8 {
  /// Whether this stands for itself wherever it is in a line of inlines.
  fileprivate var isPlainText: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x20,
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+")...UInt8(ascii: "/"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
