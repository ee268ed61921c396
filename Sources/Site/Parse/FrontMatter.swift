import Diagnostics
import YAML

/// A Markdown file taken apart: the YAML between two lines of `---` at its start, and the text after it.
struct FrontMatter: Sendable {
  /// How many tags one page may have; each makes a page.
  static let mostTags = 100
  /// How many addresses a page may have had before; each makes a page.
  static let mostAliases = 1000

  /// The keys; a null node where the file has no front matter.
  let node: YAML.Node
  /// Where the Markdown is, in bytes of the file.
  let body: Range<Int>

  /// Takes a file apart.
  ///
  /// - Returns: `nil` after an error that leaves nothing to go on with, such as a file that is not UTF-8.
  init?(_ source: SourceText, diagnostics: inout Diagnostics) {
    guard source.isText(in: 0..<source.bytes.count, diagnostics: &diagnostics) else { return nil }
    let bytes = source.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let empty = YAML.Node(.scalar(YAML.Scalar("")), at: source.location(start..<start))

    let opening = bytes.lineEnd(from: start)
    guard bytes.isFence(start..<opening.text) else {
      node = empty
      body = start..<bytes.count
      return
    }
    var line = opening.next
    while line < bytes.count {
      let end = bytes.lineEnd(from: line)
      if bytes.isFence(line..<end.text) {
        body = end.next..<bytes.count
        guard let node = YAML.parse(source, range: opening.next..<line, diagnostics: &diagnostics) else { return nil }
        // What the keys lack has no place; the line that opens them has.
        let hasKeys = node.isNull || node.mapping != nil
        self.node = hasKeys ? YAML.Node(node.content, at: source.location(start..<opening.text)) : node
        return
      }
      line = end.next
    }
    diagnostics.error(
      "front-matter-not-closed", "front matter is not closed", at: source.location(start..<opening.text),
      help: "put a line with “---” after the last key")
    return nil
  }
}

extension [UInt8] {
  /// Where the line that begins at an offset ends, without its line ending, and where the next one begins.
  fileprivate func lineEnd(from start: Int) -> (text: Int, next: Int) {
    let end = self[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? count
    guard end < count else { return (count, count) }
    let isCRLF = self[end] == UInt8(ascii: "\r") && end + 1 < count && self[end + 1] == UInt8(ascii: "\n")
    return (end, end + (isCRLF ? 2 : 1))
  }

  /// Whether a line is three hyphens, white space after them left aside.
  fileprivate func isFence(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    return self[line.lowerBound..<end].elementsEqual("---".utf8)
  }
}
