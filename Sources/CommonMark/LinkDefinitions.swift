/// The link definitions of a passage, found by where libcmark left nothing in the tree: they are needed again where
/// parts of the document are parsed apart from it.
struct LinkDefinitions {
  /// The definitions as Markdown, at the left margin, in the order of the passage; empty, or ending with a blank line.
  private(set) var markdown: [UInt8] = []
  private let passage: Passage

  /// - Parameters:
  ///   - firstNode: where the nodes of the passage begin in the tree.
  ///   - known: lines that are known to be definitions.
  init(_ passage: Passage, _ tree: Tree, from firstNode: Int, known: [Range<Int>]) {
    self.passage = passage
    var isCovered = [Bool](repeating: false, count: passage.lineCount)
    for node in tree.nodes[firstNode...] where node.kind.isLeafBlock {
      let last = passage.line(at: max(Int(node.end) - 1, Int(node.start)))
      for line in passage.line(at: Int(node.start))...max(last, passage.line(at: Int(node.start))) {
        isCovered[line] = true
      }
    }
    var wasDefinition = false
    for line in isCovered.indices {
      let text = isCovered[line] ? 0..<0 : textOfLine(line)
      let isDefinition =
        !text.isEmpty && (wasDefinition || passage.bytes[text.lowerBound] == UInt8(ascii: "["))
      if isDefinition { append(text) } else if wasDefinition { endParagraph() }
      wasDefinition = isDefinition
    }
    if wasDefinition { endParagraph() }
    for lines in known {
      for line in passage.line(at: lines.lowerBound)...passage.line(at: max(lines.upperBound - 1, lines.lowerBound)) {
        append(textOfLine(line))
      }
      endParagraph()
    }
  }

  private mutating func append(_ text: Range<Int>) {
    markdown += passage.bytes[text]
    markdown.append(UInt8(ascii: "\n"))
  }

  private mutating func endParagraph() { markdown.append(UInt8(ascii: "\n")) }

  /// A line without the marks of quotes and list items before its text.
  private func textOfLine(_ line: Int) -> Range<Int> {
    let end = passage.end(ofLine: line)
    var start = passage.contentStart(ofLine: line, quotes: .max)
    while start < end, let width = widthOfListMarker(passage.bytes[start..<end]) {
      start += width
      while start < end, passage.bytes[start] <= UInt8(ascii: " ") || passage.bytes[start] == UInt8(ascii: ">") {
        start += 1
      }
    }
    return start..<end
  }
}

/// How many bytes the list marker at the start of a line takes; `nil` where there is none.
func widthOfListMarker(_ text: ArraySlice<UInt8>) -> Int? {
  let digits = text.prefix(10).prefix { $0.isASCIIDigit }.count
  var width = 1
  switch text.dropFirst(digits).first {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): guard digits == 0 else { return nil }
  case UInt8(ascii: "."), UInt8(ascii: ")"):
    guard 1...9 ~= digits else { return nil }
    width += digits
  default: return nil
  }
  guard let next = text.dropFirst(width).first else { return width }
  return next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") ? width : nil
}

extension NodeKind {
  /// Whether every line of this belongs to it and to no block inside it.
  var isLeafBlock: Bool {
    switch self {
    case .paragraph, .heading, .codeBlock, .htmlBlock, .thematicBreak: true
    default: false
    }
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isASCIIPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
