import Diagnostics
import YAML

/// Tells comments of YAML from what only looks like one inside a text.
enum YAMLComments {
  /// Where the texts of a document stand, keys among them.
  ///
  /// - Parameter front: the bytes to be read: all of a YAML file, or all before the text of a Markdown file.
  static func texts(of source: SourceText, front: Range<Int>) -> ByteRanges {
    // What is wrong with it has been told.
    var found = Diagnostics()
    let node =
      front.upperBound == source.bytes.count
      ? YAML.parse(source, diagnostics: &found) : FrontMatter(source, diagnostics: &found)?.node
    var texts: [Range<Int>] = []
    if let node { add(node, to: &texts) }
    return ByteRanges(texts)
  }

  private static func add(_ node: YAML.Node, to texts: inout [Range<Int>]) {
    switch node.content {
    case .scalar: texts.append(node.location.range)
    case .sequence(let items): for item in items { add(item, to: &texts) }
    case .mapping(let entries):
      for entry in entries {
        texts.append(entry.key.location.range)
        add(entry.value, to: &texts)
      }
    }
  }

  /// Whether a comment stands on a line or on the one above, which holds nothing else.
  static func isExplained(_ location: SourceLocation) -> Bool {
    let source = location.source
    let table = LineTable(source)
    let texts = texts(of: source, front: source.bytes.indices)
    func comment(onLine line: Int) -> Int? {
      let range = table.bytes(ofLine: line)
      return range.first { index in
        source.bytes[index] == UInt8(ascii: "#") && !texts.holds(index)
          && (index == range.lowerBound || source.bytes[index - 1] == 0x20 || source.bytes[index - 1] == 0x09)
      }
    }
    let line = table.line(at: location.range.lowerBound)
    if comment(onLine: line) != nil { return true }
    guard line > 1, let above = comment(onLine: line - 1) else { return false }
    return source.bytes[table.bytes(ofLine: line - 1).lowerBound..<above].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
