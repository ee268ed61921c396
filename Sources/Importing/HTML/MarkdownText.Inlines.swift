// What stands within a line: emphasis, links, code, line breaks.
extension MarkdownText {
  mutating func inline(_ nodes: [HTMLNode]) -> String {
    var result = ""
    for (index, node) in nodes.enumerated() {
      switch node {
      case .text(let text): result += escaped(text)
      case .element(let element):
        var isApart = true
        if index + 1 < nodes.count, case .text(let next) = nodes[index + 1] {
          isApart = next.unicodeScalars.first.map(Self.isApart) ?? true
        }
        append(element, isApart: isApart, to: &result)
      }
    }
    return result
  }

  private mutating func append(_ element: HTMLNode.Element, isApart: Bool, to result: inout String) {
    switch element.name {
    case "b", "strong":
      noteAttributes(of: element, but: [])
      emphasise(element, "**", \.isBold, isApart: isApart, in: &result)
    case "i", "em", "cite":
      noteAttributes(of: element, but: [])
      emphasise(element, "*", \.isItalic, isApart: isApart, in: &result)
    case "a":
      noteAttributes(of: element, but: ["href", "title", "target", "rel"])
      let wasLink = isLink
      isLink = true
      let text = inline(element.children)
      isLink = wasLink
      if let url = element.attribute("href"), !wasLink { result += link(text, to: url) } else { result += text }
    case "br": result.append(Self.lineEnd)
    case "wbr": break
    case "img":
      noteAttributes(of: element, but: ["src", "alt", "width", "height"])
      let alt = element.attribute("alt").map { Self.escape($0) }
      result += element.attribute("src").map { link(alt ?? Self.escape(WebAddress.name(of: $0)), to: $0) } ?? alt ?? ""
    case "iframe", "video", "audio", "embed", "source", "object":
      if let url = element.attribute("src") ?? element.attribute("data") {
        omit(element.name, url)
        result += " " + link(Self.escape(WebAddress.name(of: url)), to: url) + " "
      }
      result += inline(element.children)
    case "script", "style", "template", "noscript": omit(element.name, "")
    case "code", "kbd", "samp", "tt":
      result += Self.codeSpan(Self.plain(of: element.children))
    case "s", "del", "strike": result += "~~" + inline(element.children) + "~~"
    case "q": result += "“" + inline(element.children) + "”"
    case "td", "th", "caption": result += inline(element.children) + " "
    default:
      // A block inside a line ends it.
      let isBlock = Self.transparentBlocks.contains(element.name) || Self.blocks.contains(element.name)
      if !isBlock, !Self.plainInlines.contains(element.name) { omit(element.name, "") }
      noteAttributes(of: element, but: [])
      if isBlock { result.append(Self.paragraphEnd) }
      result += inline(element.children)
      if isBlock { result.append(Self.paragraphEnd) }
    }
  }

  /// Elements that say nothing by themselves.
  private static let plainInlines: Set<String> = [
    "span", "abbr", "time", "data", "label", "picture", "nobr", "bdi", "html", "body",
  ]

  /// Puts marks around the content of an element, where they would be read as marks: not over the end of a line, and not
  /// between punctuation and a letter.
  ///
  /// - Parameter isApart: whether what follows is no letter.
  private mutating func emphasise(
    _ element: HTMLNode.Element, _ mark: String, _ flag: WritableKeyPath<MarkdownText, Bool>, isApart: Bool,
    in result: inout String
  ) {
    let wasSet = self[keyPath: flag]
    self[keyPath: flag] = true
    let text = inline(element.children)
    self[keyPath: flag] = wasSet
    let scalars = text.unicodeScalars
    let core = scalars.drop { $0.properties.isWhitespace }
    let end = core.lastIndex { !$0.properties.isWhitespace }.map { core.index(after: $0) } ?? core.startIndex
    let inner = String(core[..<end])
    let before = core.startIndex > scalars.startIndex ? " " : result.unicodeScalars.last
    let opens = core.first.map(Self.isLetter) == true || before.map(Self.isApart) ?? true
    let closes = inner.unicodeScalars.last.map(Self.isLetter) == true || end < core.endIndex || isApart
    guard !wasSet, !inner.isEmpty, opens, closes, before != "*", !inner.contains(Self.lineEnd),
      !inner.contains(Self.paragraphEnd), !inner.hasPrefix("*"), !inner.hasSuffix("*")
    else {
      if !wasSet, !inner.isEmpty { omit(element.name, "") }
      result += text
      return
    }
    result += String(scalars[..<core.startIndex]) + mark + inner + mark + String(core[end...])
  }

  /// Whether a code point parts words: what stands beside a mark of emphasis whose other side is punctuation
  /// (CommonMark 0.30, section 6.2).
  private static func isApart(_ scalar: Unicode.Scalar) -> Bool { !isLetter(scalar) && scalar != "*" }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A link, or its text alone where it leads nowhere a reader of the site can go.
  private mutating func link(_ text: String, to address: String) -> String {
    let text = text.filter { $0 != Self.lineEnd && $0 != Self.paragraphEnd }
    guard let url = WebAddress.absolute(address), !isLink else {
      if !isLink { omit("link", address) }
      return text
    }
    let label = Self.collapsed(text[...])
    guard !label.isEmpty else { return "" }
    return "[" + label + "](" + Self.destination(url) + ")"
  }

  /// A URL as the destination of a link.
  static func destination(_ url: String) -> String {
    var result = "<"
    for scalar in url.unicodeScalars {
      switch scalar {
      case "<": result += "%3C"
      case ">": result += "%3E"
      case "\\": result += "%5C"
      case _ where scalar.value <= 0x20 || scalar.value == 0x7F: result += scalar == " " ? "%20" : ""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + ">"
  }

  private static func codeSpan(_ text: String) -> String {
    let text = collapsed(text[...])
    guard !text.isEmpty else { return "" }
    let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// Text with what Markdown would take for markup escaped, and the addresses in it made links.
  private func escaped(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    var result = ""
    for (index, part) in text.split(separator: "\n\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { result.append(Self.paragraphEnd) }
      result += autolinks && !isLink ? Self.linking(part) : Self.escape(String(part))
    }
    return result
  }

  private static func linking(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let range = WebAddress.first(in: rest) {
      result += escape(String(rest[..<range.lowerBound])) + "<" + rest[range] + ">"
      rest = rest[range.upperBound...]
    }
    return result + escape(String(rest))
  }

  /// Text with what Markdown would take for markup escaped; entities stay entities.
  static func escape(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let end = text.unicodeScalars.indices.last
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      switch scalar {
      // Before a link it would make an image of it.
      case "!" where index == end: result.append(contentsOf: ["\\", "!"])
      case "\\", "*", "_", "`", "[", "]", "<", ">", "~", "|", "{", "}": result.append(contentsOf: ["\\", scalar])
      case "\n", "\t": result.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
