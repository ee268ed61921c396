import Diagnostics

extension Document {
  /// Reads the bodies of the notes that are defined in the Markdown.
  ///
  /// - Returns: the note each label stands for.
  mutating func readNotes(
    _ definitions: [FootnoteDefinitions.Definition], links: [UInt8], _ reader: inout Reader,
    _ diagnostics: inout Diagnostics
  ) -> [String: Int] {
    guard !definitions.isEmpty else { return [:] }
    var indices: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() {
      let key = FootnoteLabel.key(manuscript.bytes[definition.label])
      let body = reader.tree.add(
        Node(.footnoteDefinition, start: definition.label.lowerBound - 2, end: definition.content))
      notes.append(Footnote(key: key, body: body, html: ByteRange(), label: definition.label))
      if let first = indices[key] {
        let location = manuscript.location(mark(of: definition.label))
        diagnostics.warning(
          "footnote-duplicate", "footnote “[^\(key)]” is defined twice; the first definition is used", at: location,
          notes: [.init("first defined here", at: manuscript.location(mark(of: notes[first].label)))])
      } else {
        indices[key] = index
      }
    }

    let bodies = FootnoteBodies(definitions, in: manuscript.passage, links: links)
    let holder = reader.tree.add(Node(.document))
    let firstNode = reader.tree.nodes.count
    if let refusal = Bounds.refusal(of: bodies.passage) {
      let place = bodies.documentOffset(of: refusal.range.lowerBound)
      diagnostics.report(refusal.diagnostic(at: manuscript.location(place..<place + refusal.range.count)))
    } else {
      reader.read(bodies.passage, under: holder)
    }
    var block = reader.tree[holder].firstChild
    while !block.isNone {
      let next = reader.tree[block].next
      distribute(block, bodies, &reader.tree)
      block = next
    }
    for index in firstNode..<reader.tree.nodes.count {
      let id = NodeID(index)
      let source = reader.tree[id].source
      reader.tree[id].start = Int32(clamping: bodies.documentOffset(of: source.lowerBound))
      let end = source.isEmpty ? source.lowerBound : source.upperBound - 1
      reader.tree[id].end = Int32(clamping: bodies.documentOffset(of: end) + (source.isEmpty ? 0 : 1))
    }
    return indices
  }

  /// Gives the blocks in the items of a list, or a block beside it, to the notes they stand on the lines of.
  private func distribute(_ block: NodeID, _ bodies: FootnoteBodies, _ tree: inout Tree) {
    guard tree[block].kind == .list else { return give(block, bodies, &tree) }
    var item = tree[block].firstChild
    while !item.isNone {
      var child = tree[item].firstChild
      while !child.isNone {
        let next = tree[child].next
        give(child, bodies, &tree)
        child = next
      }
      item = tree[item].next
    }
  }

  private func give(_ block: NodeID, _ bodies: FootnoteBodies, _ tree: inout Tree) {
    tree.detach(block)
    guard let note = bodies.body(at: Int(tree[block].start)) else { return }
    tree.append(block, to: notes[note].body)
  }

  private func mark(of label: Range<Int>) -> Range<Int> { label.lowerBound - 2..<label.upperBound + 1 }

  /// Makes the references to the notes, and warns of notes nothing refers to.
  mutating func makeReferences(to indices: [String: Int], _ diagnostics: inout Diagnostics) {
    var references = FootnoteReferences(tree, manuscript, in: roots, notes: indices)
    tree = Tree()
    references.apply(diagnostics: &diagnostics)
    tree = references.tree
    guard !notes.isEmpty else { return }
    let numbering = FootnoteNumbering(self)
    for note in indices.values.sorted() where numbering.references(to: note).isEmpty {
      diagnostics.warning(
        "footnote-unused", "footnote “[^\(notes[note].key)]” is never referred to, and left out",
        at: manuscript.location(mark(of: notes[note].label)),
        help: "write “[^\(notes[note].key)]” in the text, or remove the note")
    }
  }
}

/// The numbers of the notes of a document, by first reference in document order; notes that only notes refer to come
/// after.
struct FootnoteNumbering: Sendable {
  /// The notes that are referred to, in the order of their numbers.
  private(set) var order: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var referencesOfNote: [Int: [NodeID]] = [:]
  private var ordinals: [NodeID: Int] = [:]

  init(_ document: Document) {
    guard !document.notes.isEmpty else { return }
    count(in: document.root, of: document)
    var next = 0
    while next < order.count {
      let body = document.notes[order[next]].body
      if !body.isNone { count(in: body, of: document) }
      next += 1
    }
  }

  private mutating func count(in root: NodeID, of document: Document) {
    var current = root
    while !current.isNone {
      if document.tree[current].kind == .footnoteReference {
        let note = Int(document.tree[current].number)
        if numbers[note] == nil {
          order.append(note)
          numbers[note] = order.count
        }
        referencesOfNote[note, default: []].append(current)
        ordinals[current] = referencesOfNote[note, default: []].count
      }
      current = document.tree.following(current, within: root)
    }
  }

  /// The number of a note, from 1.
  func number(of note: Int) -> Int { numbers[note] ?? 0 }

  /// The references to a note, in document order.
  func references(to note: Int) -> [NodeID] { referencesOfNote[note] ?? [] }

  /// Which of the references to its note a reference is, from 1.
  func ordinal(of reference: NodeID) -> Int { ordinals[reference] ?? 1 }
}
