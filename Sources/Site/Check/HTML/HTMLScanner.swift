/// Takes an HTML document apart into tags and text, as the HTML Standard's tokenizer does (section 13.2.5).
///
///     var scanner = HTMLScanner(html)
///     while let token = scanner.next() { … }
///
/// Comments, doctypes and processing instructions are passed over. What stands inside `script`, `style`, `textarea` and
/// `title` is text, unless they stand in SVG or MathML. A tag that the document's end cuts off is none. Everything is a
/// range of bytes; nothing is copied.
struct HTMLScanner {
  /// A part of a document.
  enum Token {
    /// A start tag, whose attributes are ``HTMLScanner/attributes`` until the next call.
    case start(HTMLName)
    case end(HTMLName)
    /// Text, its character references as they are written.
    case text(Range<Int>)
    /// The text of a `script` or `style` element, in which nothing is a character reference.
    case rawText(Range<Int>)
  }

  /// An attribute of a start tag.
  struct Attribute {
    let name: Range<Int>
    /// Between the quotation marks; empty where there is no value.
    let value: Range<Int>
  }

  let html: [UInt8]
  private var index = 0
  /// The attributes of the start tag that was returned last. Of several of one name the first counts.
  private(set) var attributes: [Attribute] = []
  /// The element whose text is not markup, and that its own end tag alone ends.
  private var rawElement: HTMLName?
  private var foreign = HTMLForeignContent()

  init(_ html: [UInt8]) { self.html = html }

  /// The next part; `nil` at the end of the document.
  mutating func next() -> Token? {
    if let element = rawElement {
      rawElement = nil
      if let text = takeRawText(of: element) { return text }
    }
    while index < html.count {
      let start = index
      index = startOfMarkup(from: start)
      if index > start { return .text(start..<index) }
      if let token = takeMarkup() { return token }
    }
    return nil
  }

  /// Where the next tag, comment or the like begins; the end of the document where none does.
  private func startOfMarkup(from start: Int) -> Int {
    var position = start
    while let open = html.firstIndex(of: UInt8(ascii: "<"), from: position) {
      if startsMarkup(after: open) { return open }
      position = open + 1
    }
    return html.count
  }

  /// Whether a `<` begins a tag, a comment or the like; any other is text.
  private func startsMarkup(after open: Int) -> Bool {
    guard open + 1 < html.count else { return false }
    switch html[open + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return open + 2 < html.count
    case let byte: return byte.isASCIILetter
    }
  }

  /// Takes what a `<` begins; `nil` for what is passed over.
  private mutating func takeMarkup() -> Token? {
    let first = html[index + 1]
    if first.isASCIILetter {
      index += 1
      return takeStartTag()
    }
    if first == UInt8(ascii: "/") {
      index += 2
      guard html[index].isASCIILetter else {
        skipBogusComment()
        return nil
      }
      return takeEndTag()
    }
    if starts(with: "<!--") {
      index += 4
      skipComment()
    } else if foreign.isInside, starts(with: "<![CDATA[") {
      index += 9
      let start = index
      let end = html.firstIndex(of: "]]>", from: start) ?? html.count
      index = min(end + 3, html.count)
      return .rawText(start..<end)
    } else {
      index += 2
      skipBogusComment()
    }
    return nil
  }

  // MARK: Tags

  private mutating func takeStartTag() -> Token? {
    let name = takeTagName()
    guard let isSelfClosing = takeAttributes() else { return nil }
    let isForeign = foreign.isInside
    foreign.open(name, isSelfClosing: isSelfClosing)
    if !isForeign, name.holdsRawText { rawElement = name }
    return .start(name)
  }

  private mutating func takeEndTag() -> Token? {
    let name = takeTagName()
    guard takeAttributes() != nil else { return nil }
    attributes.removeAll(keepingCapacity: true)
    foreign.close(name)
    return .end(name)
  }

  private mutating func takeTagName() -> HTMLName {
    let start = index
    while index < html.count, !html[index].endsTagName { index += 1 }
    return HTMLName(html, start..<index)
  }

  /// Reads to the end of a tag.
  ///
  /// - Returns: whether it closes itself; `nil` where the document ends first.
  private mutating func takeAttributes() -> Bool? {
    attributes.removeAll(keepingCapacity: true)
    while true {
      var isAfterSlash = false
      while index < html.count, html[index].isHTMLSpace || html[index] == UInt8(ascii: "/") {
        isAfterSlash = html[index] == UInt8(ascii: "/")
        index += 1
      }
      guard index < html.count else { return nil }
      if html[index] == UInt8(ascii: ">") {
        index += 1
        return isAfterSlash
      }
      let start = index
      // An equals sign at its start belongs to the name, so that every turn moves on.
      index += 1
      while index < html.count, !html[index].endsTagName, html[index] != UInt8(ascii: "=") { index += 1 }
      let name = start..<index
      skipSpace()
      guard index < html.count else { return nil }
      guard html[index] == UInt8(ascii: "=") else {
        add(name, index..<index)
        continue
      }
      index += 1
      skipSpace()
      guard let value = takeValue() else { return nil }
      add(name, value)
    }
  }

  private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
    // Few tags have more than a handful. Of one that has thousands the rest is passed over, for each is compared with all.
    guard attributes.count < 256, !attributes.contains(where: { html.equals($0.name, name) }) else { return }
    attributes.append(Attribute(name: name, value: value))
  }

  private mutating func takeValue() -> Range<Int>? {
    guard index < html.count else { return nil }
    let quote = html[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      guard let end = html.firstIndex(of: quote, from: start) else {
        index = html.count
        return nil
      }
      index = end + 1
      return start..<end
    }
    let start = index
    while index < html.count, !html[index].isHTMLSpace, html[index] != UInt8(ascii: ">") { index += 1 }
    return index < html.count ? start..<index : nil
  }

  // MARK: What is passed over

  private mutating func skipSpace() {
    while index < html.count, html[index].isHTMLSpace { index += 1 }
  }

  private mutating func skipBogusComment() {
    index = html.firstIndex(of: UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? html.count
  }

  /// To the end of a comment, behind its `<!--`: `-->`, `--!>`, or `>` and `->` at once.
  private mutating func skipComment() {
    if starts(with: ">") || starts(with: "->") { return skipBogusComment() }
    while let dashes = html.firstIndex(of: "--", from: index) {
      var end = dashes + 2
      while end < html.count, html[end] == UInt8(ascii: "-") { end += 1 }
      if end < html.count, html[end] == UInt8(ascii: "!") { end += 1 }
      guard end < html.count else { break }
      index = end
      if html[end] == UInt8(ascii: ">") {
        index += 1
        return
      }
    }
    index = html.count
  }

  private func starts(with text: StaticString) -> Bool { html.matches(text, at: index) }

  // MARK: Raw text

  /// The text up to the end tag of an element, or to the end of the document; `nil` where there is none.
  private mutating func takeRawText(of element: HTMLName) -> Token? {
    let start = index
    let end = element == .script ? endOfScript(from: start) : endOfRawText(of: element, from: start)
    index = end
    guard end > start else { return nil }
    return element.holdsCharacterReferences ? .text(start..<end) : .rawText(start..<end)
  }

  private func endOfRawText(of element: HTMLName, from start: Int) -> Int {
    var position = start
    while let open = html.firstIndex(of: "</", from: position) {
      if isName(element, at: open + 2) { return open }
      position = open + 2
    }
    return html.count
  }

  /// A script may hold `</script>` within `<!-- <script> … -->` (the script data double escaped state).
  private func endOfScript(from start: Int) -> Int {
    var position = start
    var (isEscaped, isDoubleEscaped) = (false, false)
    while position < html.count {
      switch html[position] {
      case UInt8(ascii: "<"):
        if html.matches("<!--", at: position) {
          isEscaped = true
          // The dashes of the opening may be those of the end: `<!-->`.
          position += 2
          continue
        }
        if html.matches("</", at: position), isName(.script, at: position + 2) {
          if !isDoubleEscaped { return position }
          isDoubleEscaped = false
        } else if isEscaped, isName(.script, at: position + 1) {
          isDoubleEscaped = true
        }
      case UInt8(ascii: "-") where html.matches("-->", at: position):
        (isEscaped, isDoubleEscaped) = (false, false)
      default: break
      }
      position += 1
    }
    return html.count
  }

  private func isName(_ name: HTMLName, at start: Int) -> Bool {
    var end = start
    while end < html.count, html[end].isASCIILetter { end += 1 }
    return end < html.count && html[end].endsTagName && HTMLName(html, start..<end) == name
  }
}
