/// The footnote definitions of a passage, found from its lines once libcmark has said which lines are code or markup.
///
///     [^label]: The first line,
///         and lines that are indented by four columns, or go on with a paragraph.
///
/// libcmark knows no footnotes: it reads a definition as a paragraph, or as the definition of a link. Definitions stand at
/// the margin, not inside a list or a quote.
struct FootnoteDefinitions {
  /// One definition.
  struct Definition {
    /// What stands between `[^` and `]`.
    let label: Range<Int>
    /// Where the text of its first line begins.
    let content: Int
    /// Its lines, 0-based.
    var lines: Range<Int>
  }

  /// The definitions in the order of the passage.
  private(set) var all: [Definition] = []
  private let passage: Passage

  /// What libcmark made of a line.
  private enum Cover: Equatable {
    case nothing, verbatim
    case paragraph(Int)

    var isParagraph: Bool {
      if case .paragraph = self { true } else { false }
    }
  }

  /// - Parameters:
  ///   - tree: what libcmark made of the passage.
  ///   - root: the node that holds it.
  init(_ passage: Passage, _ tree: Tree, under root: NodeID) {
    self.passage = passage
    var cover = [Cover](repeating: .nothing, count: passage.lineCount)
    var isInList = [Bool](repeating: false, count: passage.lineCount)
    for (index, node) in tree.nodes.enumerated() {
      let lines = passage.lines(of: node)
      if node.kind == .paragraph {
        for line in lines { cover[line] = .paragraph(index) }
      } else if node.kind.isLeafBlock {
        for line in lines { cover[line] = .verbatim }
      } else if node.kind == .list, node.parent == root {
        for line in lines { isInList[line] = true }
      }
    }

    var line = 0
    while line < passage.lineCount {
      defer { line += 1 }
      guard cover[line] != .verbatim, let definition = definition(at: line, indent: isInList[line] ? 1 : 3) else {
        continue
      }
      let last = lastLine(of: line, cover)
      all.append(Definition(label: definition.label, content: definition.content, lines: line..<last + 1))
      line = last
    }
  }

  private func definition(at line: Int, indent: Int) -> (label: Range<Int>, content: Int)? {
    let bytes = passage.bytes
    let end = passage.end(ofLine: line)
    let start = passage.start(ofLine: line)
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index - start <= indent, index + 1 < end, bytes[index] == UInt8(ascii: "["),
      bytes[index + 1] == UInt8(ascii: "^")
    else { return nil }
    let label = index + 2
    index = label
    while index < end, !FootnoteLabel.ends(at: bytes[index]) { index += 1 }
    guard index > label, index + 1 < end, bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: ":")
    else { return nil }
    var content = index + 2
    while content < end, bytes[content].isBlank { content += 1 }
    return (label..<index, content)
  }

  private func lastLine(of first: Int, _ cover: [Cover]) -> Int {
    var last = first
    var line = first + 1
    while line < passage.lineCount {
      let indent = passage.indentation(ofLine: line)
      if let indent {
        if indent < 4 {
          let goesOn =
            line == last + 1 && cover[line].isParagraph
            && (cover[line] == cover[last] || last == first && cover[last] == .nothing)
          guard goesOn, definition(at: line, indent: 3) == nil else { break }
        }
        last = line
      }
      line += 1
    }
    return last
  }

  /// The passage with the definitions blanked out, its lines where they were.
  var remainder: Passage {
    var bytes = passage.bytes
    for definition in all {
      for line in definition.lines {
        for index in passage.start(ofLine: line)..<passage.end(ofLine: line) { bytes[index] = UInt8(ascii: " ") }
      }
    }
    return Passage(bytes, range: passage.range)
  }
}

/// What may be the label of a footnote, and when two are the same.
enum FootnoteLabel {
  /// Whether a byte cannot be part of a label.
  static func ends(at byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "]") }

  /// What equal labels have in common: case does not count.
  static func key(_ label: ArraySlice<UInt8>) -> String { String(decoding: label, as: UTF8.self).lowercased() }
}

extension Passage {
  /// Whether a line begins as a footnote definition does.
  var mayDefineFootnotes: Bool {
    (0..<lineCount).contains { line in
      var index = start(ofLine: line)
      while index < range.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
      return index + 1 < range.upperBound && bytes[index] == UInt8(ascii: "[") && bytes[index + 1] == UInt8(ascii: "^")
    }
  }

  /// The lines a block stands on, 0-based.
  func lines(of node: Node) -> ClosedRange<Int> {
    let first = line(at: Int(node.start))
    return first...max(first, line(at: max(Int(node.end) - 1, Int(node.start))))
  }

  /// How many columns a line is indented by; `nil` for a blank line.
  func indentation(ofLine line: Int) -> Int? {
    var column = 0
    for byte in bytes[start(ofLine: line)..<end(ofLine: line)] {
      switch byte {
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      default: return column
      }
    }
    return nil
  }
}
