/// A piece of HTML as a tree: enough of it for what people type into the cells of a timeline.
///
/// Not the parsing rules of browsers: a tag that is never closed ends with what it stands in, a closing tag without an
/// opening one is nothing, and below so many levels elements are taken for their content.
indirect enum HTMLNode {
  /// Text with its entities as they are written.
  case text(String)
  case element(Element)

  struct Element {
    /// In small letters.
    let name: String
    /// In the order they are written, names in small letters, entities in values as they are written.
    let attributes: [(name: String, value: String)]
    var children: [HTMLNode] = []

    /// The value of an attribute, if it is there and not empty.
    func attribute(_ name: String) -> String? {
      attributes.first { $0.name == name && !$0.value.isEmpty }?.value
    }
  }

  /// The nodes of a text.
  static func parse(_ html: String) -> [HTMLNode] {
    var parser = HTMLParser(Array(html.utf8))
    return parser.nodes()
  }
}

/// Reads tags and text in one pass, keeping the elements that are open on a stack.
private struct HTMLParser {
  private let bytes: [UInt8]
  /// Where the last tag can end: what begins after that is no tag.
  private let lastEnd: Int
  private var position = 0
  private var open: [HTMLNode.Element] = [HTMLNode.Element(name: "", attributes: [])]

  private static let deepest = 64
  /// Elements without content or closing tag.
  private static let void: Set<String> = [
    "br", "hr", "img", "wbr", "input", "meta", "link", "source", "track", "embed", "col", "area", "base", "param",
  ]
  /// Elements whose content is no text.
  private static let raw: Set<String> = ["script", "style", "template", "noscript"]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  mutating func nodes() -> [HTMLNode] {
    var text = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), startsTag(at: position + 1) else {
        position += 1
        continue
      }
      add(text..<position)
      readTag()
      text = position
    }
    add(text..<bytes.count)
    while open.count > 1 { close() }
    return open[0].children
  }

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Whether a tag or a comment begins, `<` before the offset: a name that ends as names do, and a `>` somewhere.
  private func startsTag(at offset: Int) -> Bool {
    guard offset < lastEnd else { return false }
    var next = offset
    if byte(next) == UInt8(ascii: "!") || byte(next) == UInt8(ascii: "?") { return true }
    if byte(next) == UInt8(ascii: "/") { next += 1 }
    guard isLetter(byte(next)) else { return false }
    while isLetter(byte(next)) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte(next) || byte(next) == UInt8(ascii: "-")
      || byte(next) == UInt8(ascii: ":")
    {
      next += 1
    }
    return isSpace(byte(next)) || byte(next) == UInt8(ascii: ">") || byte(next) == UInt8(ascii: "/")
  }

  private func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

  private mutating func add(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    open[open.count - 1].children.append(.text(String(decoding: bytes[range], as: UTF8.self)))
  }

  /// Ends the innermost element.
  private mutating func close() {
    guard open.count > 1, let last = open.popLast() else { return }
    open[open.count - 1].children.append(.element(last))
  }

  private mutating func readTag() {
    if byte(position + 1) == UInt8(ascii: "!") || byte(position + 1) == UInt8(ascii: "?") {
      let isComment = bytes[position...].starts(with: "<!--".utf8)
      skip(past: isComment ? "-->" : ">")
    } else if byte(position + 1) == UInt8(ascii: "/") {
      position += 2
      let name = readName()
      skip(past: ">")
      guard let index = open.lastIndex(where: { $0.name == name }), index > 0 else { return }
      while open.count > index { close() }
    } else {
      position += 1
      let element = HTMLNode.Element(name: readName(), attributes: readAttributes())
      if Self.raw.contains(element.name) {
        skip(past: "</" + element.name)
        skip(past: ">")
        open[open.count - 1].children.append(.element(element))
      } else if Self.void.contains(element.name) || open.count > Self.deepest {
        open[open.count - 1].children.append(.element(element))
      } else {
        // A new item or paragraph ends the one before.
        if ["p", "li"].contains(element.name), open.last?.name == element.name { close() }
        open.append(element)
      }
    }
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count, !isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// Reads up to and over the `>`.
  private mutating func readAttributes() -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while position < bytes.count {
      if isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
        position += 1
        continue
      }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      let start = position
      while position < bytes.count, !isSpace(bytes[position]),
        ![UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "/")].contains(bytes[position])
      {
        position += 1
      }
      if position == start { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
      while isSpace(byte(position)) { position += 1 }
      guard byte(position) == UInt8(ascii: "=") else {
        attributes.append((name, ""))
        continue
      }
      position += 1
      while isSpace(byte(position)) { position += 1 }
      attributes.append((name, readValue()))
    }
    return attributes
  }

  private mutating func readValue() -> String {
    let quote = byte(position)
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted ? byte == quote : isSpace(byte) || byte == UInt8(ascii: ">") { break }
      position += 1
    }
    let value = String(decoding: bytes[start..<position], as: UTF8.self)
    if isQuoted, position < bytes.count { position += 1 }
    return value
  }

  private func lowered(_ byte: UInt8) -> UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte }

  /// Goes on behind a text in small letters, whatever its case in the HTML; to the end where it is not there.
  private mutating func skip(past text: String) {
    let wanted = Array(text.utf8)
    while position < bytes.count {
      if bytes[position...].prefix(wanted.count).elementsEqual(wanted, by: { lowered($0) == $1 }) {
        position += wanted.count
        return
      }
      position += 1
    }
  }
}
