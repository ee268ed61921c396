import Diagnostics

/// Turns `[^label]` in text into references to the notes of a document.
struct FootnoteReferences {
  private(set) var tree: Tree
  private let manuscript: Manuscript
  private let roots: [NodeID]
  private let notes: [String: Int]
  private let labels: [String]

  init(_ tree: Tree, _ manuscript: Manuscript, in roots: [NodeID], notes: [String: Int]) {
    self.tree = tree
    self.roots = roots
    self.manuscript = manuscript
    self.notes = notes
    labels = notes.keys.sorted()
  }

  /// Makes the references, and warns of labels that no note has.
  mutating func apply(diagnostics: inout Diagnostics) {
    guard tree.pool.contains(UInt8(ascii: "^"), in: tree.pool.indices) else { return }
    var texts: [NodeID] = []
    for root in roots {
      var current = root
      while !current.isNone {
        switch tree[current].kind {
        case .link, .image:
          // A link cannot hold another one, and the text of an image is no place for a reference.
          warnOfMisplacedDefinition(current, &diagnostics)
          current = tree.followingSubtree(current, within: root)
          continue
        case .text: if tree[tree[current].literal].containsReference { texts.append(current) }
        default: break
        }
        current = tree.following(current, within: root)
      }
    }
    for id in texts { makeReferences(in: id, &diagnostics) }
  }

  /// A definition inside a list or a quote whose text is one word defines a link, as libcmark sees it.
  private func warnOfMisplacedDefinition(_ link: NodeID, _ diagnostics: inout Diagnostics) {
    let markdown = manuscript.bytes[from: Int(tree[link].start)].prefix(tree[link].source.count)
    guard markdown.starts(with: "[^".utf8), markdown.last == UInt8(ascii: "]") else { return }
    let name = String(decoding: markdown, as: UTF8.self)
    diagnostics.warning(
      "footnote-misplaced", "“\(name)” is read as a link, for its definition stands inside a list or a quote",
      at: manuscript.location(tree[link].source), help: "begin the line “\(name): …” at the margin")
  }

  private mutating func makeReferences(in id: NodeID, _ diagnostics: inout Diagnostics) {
    let text = tree[tree[id].literal]
    let alignment = TextAlignment(text, in: manuscript.bytes[from: Int(tree[id].start)])
    var found: [(range: Range<Int>, note: Int)] = []
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard index < text.endIndex, text[index] == UInt8(ascii: "^") else { continue }
      let labelStart = index + 1
      let end = text[labelStart...].firstIndex { FootnoteLabel.ends(at: $0) } ?? text.endIndex
      index = end
      guard end < text.endIndex, text[end] == UInt8(ascii: "]"), end > labelStart else { continue }
      let range = open - text.startIndex..<end + 1 - text.startIndex
      guard ![range.lowerBound, range.lowerBound + 1, range.upperBound - 1].contains(where: alignment.isEscaped) else {
        continue
      }
      if let note = notes[FootnoteLabel.key(text[labelStart..<end])] {
        found.append((range, note))
      } else {
        let markdown =
          alignment.markdownOffset(of: range.lowerBound)..<alignment.markdownOffset(of: range.upperBound - 1) + 1
        let name = String(decoding: text[labelStart..<end], as: UTF8.self)
        diagnostics.warning(
          "footnote-undefined", "no footnote is defined for “[^\(name)]”", at: manuscript.location(markdown),
          help: diagnostics.suggestion(for: name, among: labels)
            ?? "write “[^\(name)]: …” on a line of its own, or “\\[^\(name)]” to print it as it is")
      }
    }
    let count = text.count
    for (range, note) in found.reversed() {
      let start = alignment.markdownOffset(of: range.lowerBound)
      let end = alignment.markdownOffset(of: range.upperBound - 1) + 1
      if range.upperBound < count { _ = tree.split(id, at: range.upperBound, sourceOffset: end) }
      let reference = range.lowerBound == 0 ? id : tree.split(id, at: range.lowerBound, sourceOffset: start)
      tree[reference].kind = .footnoteReference
      tree[reference].number = Int32(clamping: note)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var containsReference: Bool {
    guard let open = firstIndex(of: UInt8(ascii: "[")) else { return false }
    return self[open...].contains(UInt8(ascii: "^"))
  }
}
