/// Strikethrough (GFM): text between two `~`, or two `~~`, by the flanking rules of emphasis.
struct Strikethrough {
  private(set) var tree: Tree
  private let markdown: ArraySlice<UInt8>

  /// A run of tildes that could open or close.
  private struct Run {
    let node: NodeID
    /// The bytes of the node's literal that are its tildes.
    let range: Range<Int>
    let markdownOffset: Int
    let canOpen: Bool
    let canClose: Bool
  }

  init(_ tree: Tree, markdown: ArraySlice<UInt8>) {
    self.tree = tree
    self.markdown = markdown
  }

  /// Strikes through in all text there is.
  mutating func apply() {
    guard tree.pool.contains(UInt8(ascii: "~"), in: tree.pool.indices) else { return }
    var done: Set<NodeID> = []
    for index in 0..<tree.nodes.count {
      let node = tree.nodes[index]
      guard node.kind == .text, !node.parent.isNone, tree[node.literal].contains(UInt8(ascii: "~")),
        done.insert(node.parent).inserted
      else { continue }
      strike(in: node.parent)
    }
  }

  private mutating func strike(in parent: NodeID) {
    var runs: [Run] = []
    var child = tree[parent].firstChild
    while !child.isNone {
      if tree[child].kind == .text { runs += self.runs(in: child) }
      child = tree[child].next
    }
    let pairs = Self.pairs(runs)
    guard !pairs.isEmpty else { return }

    // Each tilde run that is used becomes a node of its own; from the last on, so that ranges stay true.
    var marks: [Int: NodeID] = [:]
    for index in pairs.flatMap({ [$0.opener, $0.closer] }).sorted(by: >) {
      marks[index] = isolate(runs[index])
    }
    for pair in pairs {
      guard let opener = marks[pair.opener], let closer = marks[pair.closer] else { continue }
      let first = tree[opener].next
      let last = tree[closer].previous
      let wrapper = tree.add(
        Node(.strikethrough, start: Int(tree[opener].start), end: Int(tree[closer].end)))
      tree.wrap(first, through: last, in: wrapper)
      tree.detach(opener)
      tree.detach(closer)
    }
  }

  /// Pairs each closer with the nearest opener of its length; inner pairs come first.
  private static func pairs(_ runs: [Run]) -> [(opener: Int, closer: Int)] {
    var pairs: [(opener: Int, closer: Int)] = []
    var openers: [Int] = []
    var open = [0, 0, 0]
    for (index, run) in runs.enumerated() {
      let length = run.range.count
      if run.canClose, open[length] > 0 {
        while let opener = openers.popLast() {
          open[runs[opener].range.count] -= 1
          guard runs[opener].range.count == length else { continue }
          pairs.append((opener, index))
          break
        }
      } else if run.canOpen {
        openers.append(index)
        open[length] += 1
      }
    }
    return pairs
  }

  private mutating func isolate(_ run: Run) -> NodeID {
    let count = tree[run.node].literal.range.count
    if run.range.upperBound < count {
      _ = tree.split(run.node, at: run.range.upperBound, sourceOffset: run.markdownOffset + run.range.count)
    }
    if run.range.lowerBound == 0 { return run.node }
    return tree.split(run.node, at: run.range.lowerBound, sourceOffset: run.markdownOffset)
  }

  private func runs(in node: NodeID) -> [Run] {
    let text = tree[tree[node].literal]
    guard text.contains(UInt8(ascii: "~")) else { return [] }
    let alignment = TextAlignment(text, in: markdown[from: Int(tree[node].start)])
    var runs: [Run] = []
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      while index < text.endIndex, text[index] == UInt8(ascii: "~"), !alignment.isEscaped(index - text.startIndex) {
        index += 1
      }
      let length = index - start
      if length == 1 || length == 2 {
        let before = Flank(before: text[..<start]) ?? sideways(tree[node].previous, of: node)
        let after = Flank(after: text[index...]) ?? sideways(tree[node].next, of: node)
        let opens = after != .space && (after != .punctuation || before != .word)
        let closes = before != .space && (before != .punctuation || after != .word)
        let offset = start - text.startIndex
        runs.append(
          Run(
            node: node, range: offset..<offset + length, markdownOffset: alignment.markdownOffset(of: offset),
            canOpen: opens, canClose: closes))
      }
      if length == 0 { index += 1 }
    }
    return runs
  }

  /// What stands beside a text that begins or ends with tildes.
  private func sideways(_ sibling: NodeID, of node: NodeID) -> Flank {
    if sibling.isNone { return tree[tree[node].parent].kind.isBlock ? .space : .punctuation }
    switch tree[sibling].kind {
    case .softBreak, .lineBreak: return .space
    default: return .punctuation
    }
  }
}

/// What a run of delimiters is beside, as far as flanking goes (CommonMark, emphasis).
private enum Flank {
  case space, punctuation, word

  init?(before text: ArraySlice<UInt8>) {
    let start = text.suffix(4).lastIndex { $0 & 0b1100_0000 != 0b1000_0000 } ?? text.startIndex
    self.init(after: text[start...])
  }

  init?(after text: ArraySlice<UInt8>) {
    guard let scalar = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first else { return nil }
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      self = byte <= 0x20 ? .space : byte.isASCIIPunctuation ? .punctuation : .word
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .word
    }
  }
}

extension ArraySlice<UInt8> {
  /// What follows an offset, clamped to the slice.
  subscript(from offset: Int) -> ArraySlice<UInt8> { self[Swift.min(Swift.max(offset, startIndex), endIndex)...] }
}
