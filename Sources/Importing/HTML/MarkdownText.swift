import CommonMark
import Diagnostics
import Escaping

/// HTML of a timeline's cell as Markdown, and what of it Markdown cannot say.
///
/// Text is escaped so that it reads as it did: nothing in it becomes markup, and no HTML is left. Addresses that lead out
/// of the web, or to the site the timeline stood on, are no links any more.
struct MarkdownText {
  /// The blocks, one paragraph, heading, list or quotation each.
  private(set) var blocks: [String] = []
  /// What was left out, by what it was, such as “class” or “script”.
  private(set) var omissions: [(name: String, value: String)] = []

  let autolinks: Bool
  var isBold = false
  var isItalic = false
  var isLink = false

  /// - Parameter autolinks: whether addresses in the text become links.
  init(_ html: String, autolinks: Bool = true) {
    self.autolinks = autolinks
    blocks = blocks(of: HTMLNode.parse(html))
  }

  /// All of it, a blank line between blocks.
  var markdown: String { blocks.joined(separator: "\n\n") }

  /// All of it as one paragraph.
  var line: String {
    blocks.joined(separator: " ").split(separator: "\n").map(Self.withoutBreak).joined(separator: " ")
  }

  private static func withoutBreak(_ line: Substring) -> Substring {
    let isBreak = line.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    return isBreak ? line.dropLast() : line
  }

  /// The text without markup, entities decoded, on one line.
  var plain: String {
    var ignored = Diagnostics()
    let document = Document(parsing: SourceText(path: "", line), options: .commonMark, diagnostics: &ignored)
    return document.plainText().string.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }

  /// The text of some HTML without markup, entities decoded, on one line.
  static func plain(_ html: String) -> String { MarkdownText(html, autolinks: false).plain }

  // MARK: - Blocks

  private mutating func blocks(of nodes: [HTMLNode]) -> [String] {
    var result: [String] = []
    var inlines: [HTMLNode] = []
    func isBlock(_ name: String) -> Bool { Self.transparentBlocks.contains(name) || Self.blocks.contains(name) }
    for node in nodes {
      if case .element(let element) = node, isBlock(element.name) {
        result += paragraphs(of: inlines)
        inlines = []
        result += block(element)
      } else {
        inlines.append(node)
      }
    }
    return result + paragraphs(of: inlines)
  }

  static let transparentBlocks: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "center", "form",
    "fieldset", "address", "details", "summary", "dl", "dt", "dd", "tbody", "thead", "tfoot",
  ]
  static let blocks: Set<String> = [
    "blockquote", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "table", "tr",
  ]

  private mutating func block(_ element: HTMLNode.Element) -> [String] {
    noteAttributes(of: element, but: [])
    switch element.name {
    case "blockquote":
      return [Self.indented(blocks(of: element.children), first: "> ", rest: "> ")].filter { $0 != "> " }
    case "ul", "ol", "li": return list(element)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let text = MarkdownText.joined(paragraphs(of: element.children))
      return text.isEmpty ? [] : ["#### " + text]
    case "hr": return ["***"]
    case "pre": return code(element)
    case "table":
      omit("table", "")
      return blocks(of: element.children)
    case "tr": return row(element)
    default: return blocks(of: element.children)
    }
  }

  private static func joined(_ paragraphs: [String]) -> String {
    paragraphs.joined(separator: " ").split(separator: "\n").map(withoutBreak).joined(separator: " ")
  }

  private mutating func list(_ element: HTMLNode.Element) -> [String] {
    let items = element.name == "li" ? [HTMLNode.element(element)] : element.children
    var lines: [String] = []
    for case .element(let item) in items {
      let marker = element.name == "ol" ? "\(lines.count + 1). " : "- "
      let content = item.name == "li" ? blocks(of: item.children) : blocks(of: [.element(item)])
      guard !content.isEmpty else { continue }
      lines.append(Self.indented(content, first: marker, rest: String(repeating: " ", count: marker.utf8.count)))
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }

  private mutating func row(_ element: HTMLNode.Element) -> [String] {
    var cells: [String] = []
    for case .element(let cell) in element.children { cells.append(MarkdownText.joined(blocks(of: cell.children))) }
    return cells.isEmpty ? [] : [cells.joined(separator: " \\| ")]
  }

  private mutating func code(_ element: HTMLNode.Element) -> [String] {
    let text = Self.plain(of: element.children)
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + "\n" + text + "\n" + fence]
  }

  /// The text below some nodes; entities stay as they are.
  static func plain(of nodes: [HTMLNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return text
      case .element(let element): return element.name == "br" ? "\n" : plain(of: element.children)
      }
    }.joined()
  }

  private static func indented(_ blocks: [String], first: String, rest: String) -> String {
    blocks.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { index, line in
        let margin = index == 0 ? first : rest
        return line.isEmpty ? String(margin.prefix { $0 != " " }) : margin + line
      }.joined(separator: "\n")
  }

  /// Paragraphs of text with markup in it; a blank line in the HTML parts two.
  private mutating func paragraphs(of nodes: [HTMLNode]) -> [String] {
    guard !nodes.isEmpty else { return [] }
    let text = inline(nodes)
    var paragraphs: [String] = []
    for part in text.split(separator: Self.paragraphEnd) {
      let lines = part.split(separator: Self.lineEnd).map { Self.collapsed($0) }.filter { !$0.isEmpty }
      guard !lines.isEmpty else { continue }
      paragraphs.append(lines.map(Self.escapingStart).joined(separator: "\\\n"))
    }
    return paragraphs
  }

  /// What a line break and the end of a paragraph are until lines are laid out: code points that no text has.
  static let lineEnd: Character = "\u{1}"
  static let paragraphEnd: Character = "\u{2}"

  static func collapsed(_ text: Substring) -> String {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
      .map { String($0) }.joined(separator: " ")
  }

  /// Escapes what would make a list, a heading or a rule of a line.
  private static func escapingStart(_ line: String) -> String {
    guard let first = line.utf8.first else { return line }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"):
      return "\\" + line
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      let rest = line.utf8[digits.endIndex...]
      guard let stop = rest.first, stop == UInt8(ascii: ".") || stop == UInt8(ascii: ")") else { return line }
      return String(Substring(digits)) + "\\" + String(Substring(rest))
    default: return line
    }
  }

  // MARK: - What is left out

  mutating func omit(_ name: String, _ value: String) {
    if !omissions.contains(where: { $0 == (name, value) }) { omissions.append((name, value)) }
  }

  mutating func noteAttributes(of element: HTMLNode.Element, but known: Set<String>) {
    for (name, value) in element.attributes where !known.contains(name) && !value.isEmpty {
      omit(name, value)
    }
  }
}
