import Diagnostics
import YAML

/// Where the texts of a YAML document stand, keys among them: what looks like a comment inside one is none.
struct YAMLComments {
  /// In ascending order, none overlapping another.
  private var texts: [Range<Int>] = []

  /// - Parameter front: the bytes to be read: all of a YAML file, or all before the text of a Markdown file.
  static func texts(of source: SourceText, front: Range<Int>) -> YAMLComments {
    var found = Diagnostics()
    var result = YAMLComments()
    let node =
      front.upperBound == source.bytes.count
      ? YAML.parse(source, diagnostics: &found) : FrontMatter(source, diagnostics: &found)?.node
    if let node { result.add(node) }
    result.texts.sort { $0.lowerBound < $1.lowerBound }
    return result
  }

  func holds(_ offset: Int) -> Bool {
    var (low, high) = (0, texts.count)
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < texts.count && texts[low].contains(offset)
  }

  private mutating func add(_ node: YAML.Node) {
    switch node.content {
    case .scalar: texts.append(node.location.range)
    case .sequence(let items): for item in items { add(item) }
    case .mapping(let entries):
      for entry in entries {
        texts.append(entry.key.location.range)
        add(entry.value)
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
