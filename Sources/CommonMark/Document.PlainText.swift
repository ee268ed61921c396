public import Diagnostics

extension Document {
  /// The text of the document as a reader sees it, that of its authored footnotes at the end.
  public func plainText() -> PlainText {
    var text = PlainText()
    text.utf8.reserveCapacity(manuscript.bytes.count)
    append(root, to: &text)
    for note in FootnoteNumbering(self).order where !notes[note].body.isNone { append(notes[note].body, to: &text) }
    return text
  }

  private func append(_ root: NodeID, to text: inout PlainText) {
    var current = root
    // The block whose text comes next: it begins with its first text, as a block without any is none.
    var block = NodeID.none
    while !current.isNone {
      let node = tree[current]
      switch node.kind {
      case .paragraph, .heading, .caption: block = current
      case .tableRow:
        block = .none
        let isFirst = node.previous.isNone
        text.begin(current, .tableRow, at: manuscript.location(node.source), separator: isFirst ? "\n\n" : "\n")
      case .tableCell: if !node.previous.isNone { text.utf8.append(UInt8(ascii: "\t")) }
      case .text: append(tree[node.literal], from: current, in: &block, to: &text)
      case .code where node.firstChild.isNone: append(tree[node.literal], from: current, in: &block, to: &text)
      case .codeBlock:
        block = current
        let code = tree[node.literal]
        let isWhole = code.last != UInt8(ascii: "\n")
        if node.firstChild.isNone {
          append(isWhole ? code : code.dropLast(), from: current, in: &block, to: &text)
        }
      case .softBreak: append([UInt8(ascii: " ")], from: current, in: &block, to: &text)
      case .lineBreak: append([UInt8(ascii: "\n")], from: current, in: &block, to: &text)
      case .image:
        current = tree.followingSubtree(current, within: root)
        continue
      default: break
      }
      current = tree.following(current, within: root)
    }
  }

  private func append(
    _ bytes: some Collection<UInt8>, from node: NodeID, in block: inout NodeID, to text: inout PlainText
  ) {
    guard !bytes.isEmpty else { return }
    if !block.isNone {
      let kind = tree[block].kind
      text.begin(block, kind, at: manuscript.location(tree[block].source), separator: "\n\n")
      block = .none
    }
    text.append(bytes, from: node)
    text.end()
  }

  /// Where a range of the plain text stands in the file.
  ///
  /// - Parameters:
  ///   - range: of the bytes of `text`.
  ///   - text: ``plainText()`` of this document.
  public func location(ofPlainTextRange range: Range<Int>, in text: PlainText) -> SourceLocation {
    guard let first = segment(at: range.lowerBound, in: text), !range.isEmpty,
      let last = segment(at: range.upperBound - 1, in: text)
    else { return manuscript.location(Int(tree[root].start)..<Int(tree[root].start)) }
    let lower = markdownOffset(of: range.lowerBound - first.range.lowerBound, in: first.node)
    let upper = markdownEnd(of: min(range.upperBound, last.range.upperBound) - last.range.lowerBound, in: last.node)
    return manuscript.location(lower..<max(lower, upper))
  }

  /// The segment that holds a byte of the text, or is the last before it.
  private func segment(at offset: Int, in text: PlainText) -> PlainText.Segment? {
    let after = partitioningIndex(text.segments) { $0.range.lowerBound > offset }
    guard after > 0, tree.contains(text.segments[after - 1].node) else { return nil }
    return text.segments[after - 1]
  }

  /// Where a byte of a leaf's text stands in the Markdown.
  private func markdownOffset(of offset: Int, in leaf: NodeID) -> Int {
    let node = tree[leaf]
    switch node.kind {
    case .text:
      return TextAlignment(tree[node.literal], in: manuscript.bytes[from: Int(node.start)]).markdownOffset(of: offset)
    case .codeBlock: return markdownOffset(of: offset, inCode: node)
    default: return min(Int(node.start) + offset, max(Int(node.end), Int(node.start)))
    }
  }

  /// Where the text of a leaf that ends before a byte ends in the Markdown.
  private func markdownEnd(of offset: Int, in leaf: NodeID) -> Int {
    switch tree[leaf].kind {
    case .text: markdownOffset(of: offset, in: leaf)
    case .softBreak, .lineBreak: Int(tree[leaf].end)
    default: markdownOffset(of: offset - 1, in: leaf) + 1
    }
  }

  /// A line of code is the end of a line of the file.
  private func markdownOffset(of offset: Int, inCode node: Node) -> Int {
    let newline = UInt8(ascii: "\n")
    let code = tree[node.literal]
    let place = min(code.startIndex + offset, code.endIndex)
    let lineStart = code[..<place].lastIndex(of: newline).map { $0 + 1 } ?? code.startIndex
    let lineEnd = code[place...].firstIndex(of: newline) ?? code.endIndex
    let passage = manuscript.passage
    let line =
      passage.line(at: Int(node.start)) + (isFenced(node) ? 1 : 0) + code[..<place].count { $0 == newline }
    let end = passage.end(ofLine: line)
    return max(end - (lineEnd - place), passage.start(ofLine: line) + (place - lineStart))
  }
}
