/// Finds the start tags of an HTML document, as the HTML Standard's tokenizer does (13.2.5): comments, and what stands
/// inside `script`, `style`, `textarea` and `title`, are passed over.
///
/// Only what the link check needs: character references in attribute values are undone for `&amp;` alone, which is the
/// only one an address that this tool wrote can hold.
package struct HTMLTags {
  private let html: [UInt8]
  private var index = 0

  init(_ html: [UInt8]) { self.html = html }

  /// Calls `body` for each attribute with a value: the tag's name, the attribute's name, its value.
  package static func forEachAttribute(
    of html: [UInt8], _ body: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
  ) {
    var tags = HTMLTags(html)
    tags.scan(body)
  }

  private mutating func scan(_ body: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void) {
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard index < html.count else { return }
      if starts(with: "!--") {
        skip(past: "-->")
      } else if html[index].isASCIILetter {
        let name = takeName()
        takeAttributes(of: name, body)
        if let end = Self.rawText.first(where: { name.elementsEqual($0.utf8) }) { skip(past: "</" + end) }
      }
    }
  }

  private static let rawText = ["script", "style", "textarea", "title"]

  private mutating func takeAttributes(
    of tag: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, ArraySlice<UInt8>, ArraySlice<UInt8>) -> Void
  ) {
    while true {
      while index < html.count, html[index].isHTMLSpace || html[index] == UInt8(ascii: "/") { index += 1 }
      guard index < html.count else { return }
      if html[index] == UInt8(ascii: ">") {
        index += 1
        return
      }
      let name = takeName()
      while index < html.count, html[index].isHTMLSpace { index += 1 }
      guard index < html.count, html[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < html.count, html[index].isHTMLSpace { index += 1 }
      guard index < html.count else { return }
      body(tag, name, takeValue())
    }
  }

  private mutating func takeName() -> ArraySlice<UInt8> {
    let start = index
    // The first byte belongs to the name whatever it is, so that every call moves on.
    index += 1
    while index < html.count {
      let byte = html[index]
      if byte.isHTMLSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
        break
      }
      index += 1
    }
    return html[start..<index]
  }

  private mutating func takeValue() -> ArraySlice<UInt8> {
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      let end = html[start...].firstIndex(of: quote) ?? html.count
      index = min(end + 1, html.count)
      return html[start..<end]
    }
    let start = index
    while index < html.count, !html[index].isHTMLSpace, html[index] != UInt8(ascii: ">") { index += 1 }
    return html[start..<index]
  }

  private func starts(with text: String) -> Bool { html[index...].starts(with: text.utf8) }

  private mutating func skip(past text: String) {
    let needle = Array(text.utf8)
    while index < html.count {
      guard let next = html[index...].firstIndex(of: needle[0]) else { break }
      index = next
      if html[index...].starts(with: needle) {
        index += needle.count
        return
      }
      index += 1
    }
    index = html.count
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  fileprivate var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
}
