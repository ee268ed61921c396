/// The bodies of all footnotes as one passage: each is an item of a list, whose text stands in the column where the
/// lines of a definition are indented to, so that they are taken over as they are.
///
/// In one passage, because each has to be parsed with all link definitions of the document.
struct FootnoteBodies {
  /// The passage.
  let passage: Passage
  /// The line on which each body begins, 0-based.
  private var firstLines: [Int] = []
  /// Where in the passage each line begins, and where in the document it came from.
  private var origins: [(offset: Int, document: Int)] = []

  init(_ definitions: [FootnoteDefinitions.Definition], in document: Passage, links: [UInt8]) {
    var markdown = links
    var line = links.count { $0 == UInt8(ascii: "\n") }
    for definition in definitions {
      firstLines.append(line)
      var lines = definition.lines
      let first = lines.removeFirst()
      let isEmpty = definition.content >= document.end(ofLine: first)
      // The number takes three columns, so that text on the next line may stand in the fourth.
      markdown += (isEmpty ? "10)" : "10) ").utf8
      origins.append((markdown.count, definition.content))
      markdown += document.bytes[definition.content..<max(document.end(ofLine: first), definition.content)]
      markdown.append(UInt8(ascii: "\n"))
      line += 1
      if isEmpty { lines = lines.drop { document.indentation(ofLine: $0) == nil } }
      for next in lines {
        origins.append((markdown.count, document.start(ofLine: next)))
        markdown += document.bytes[document.start(ofLine: next)..<document.end(ofLine: next)]
        markdown.append(UInt8(ascii: "\n"))
        line += 1
      }
    }
    passage = Passage(markdown, range: 0..<markdown.count)
  }

  /// The body that holds a place of the passage; `nil` before the first.
  func body(at offset: Int) -> Int? {
    let line = passage.line(at: offset)
    let after = partitioningIndex(firstLines) { $0 > line }
    return after == 0 ? nil : after - 1
  }

  /// Where in the document a place of the passage came from.
  func documentOffset(of offset: Int) -> Int {
    let after = partitioningIndex(origins) { $0.offset > offset }
    guard after > 0 else { return origins.first?.document ?? 0 }
    let origin = origins[after - 1]
    return origin.document + offset - origin.offset
  }
}

/// The first index from which on a condition holds for the elements of a sorted array.
func partitioningIndex<Element>(_ array: [Element], where holds: (Element) -> Bool) -> Int {
  var low = 0
  var high = array.count
  while low < high {
    let middle = (low + high) / 2
    if holds(array[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
