/// Reads the outline of a page out of its tags.
struct PageOutlineReader {
  private(set) var outline = PageOutline()
  private var scanner: HTMLScanner
  /// The site whose links alone are wanted; `nil` where everything is.
  private let site: SiteAddress?
  private var seen = Set<Address>()

  /// The heading that is open, and its text so far.
  private var heading: (level: Int, id: String?)?
  private var headingText: [UInt8] = []
  /// The link that is open, and its text so far; a picture's description is part of it.
  private var link: (address: String, label: String?)?
  private var linkText: [UInt8] = []
  /// Whether a `style` element is open.
  private var isInStyle = false

  init(_ html: [UInt8], _ detail: PageOutline.Detail) {
    scanner = HTMLScanner(html)
    // About as many as a page of that length has, so that the set seldom grows.
    seen.reserveCapacity(html.count / 512)
    site =
      switch detail {
      case .links(let site): site
      case .full: nil
      }
  }

  private var isFull: Bool { site == nil }

  mutating func read() {
    while let token = scanner.next() {
      switch token {
      case .start(let name): start(name)
      case .end(let name): if isFull { end(name) }
      case .text(let range): if isFull { text(range) }
      case .rawText(let range):
        if isInStyle { addStyle(in: scanner.html, range) }
        isInStyle = false
      }
    }
  }

  // MARK: Tags

  private mutating func start(_ name: HTMLName) {
    isInStyle = name == .style
    for attribute in scanner.attributes { read(attribute, of: name) }
    guard isFull else { return }
    switch name {
    case .a:
      endLink()
      if let address = value(of: "href") { link = (address, value(of: "aria-label") ?? value(of: "title")) }
    case .img: image()
    case _ where name.headingLevel != nil:
      endHeading()
      heading = name.headingLevel.map { ($0, value(of: "id")) }
    default: break
    }
  }

  private mutating func end(_ name: HTMLName) {
    if name == .a { endLink() }
    if name.headingLevel != nil { endHeading() }
  }

  private mutating func text(_ range: Range<Int>) {
    if heading != nil { HTMLText.append(scanner.html, range, to: &headingText) }
    if link != nil { HTMLText.append(scanner.html, range, to: &linkText) }
  }

  private func value(of name: StaticString) -> String? {
    let html = scanner.html
    return scanner.attributes.first { html.equals($0.name, name) }.map { HTMLText.value(html, $0.value) }
  }

  private mutating func endHeading() {
    guard let heading else { return }
    outline.headings.append(.init(level: heading.level, id: heading.id, text: HTMLText.line(headingText)))
    self.heading = nil
    headingText.removeAll(keepingCapacity: true)
  }

  private mutating func endLink() {
    guard let link else { return }
    let text = HTMLText.line(linkText)
    if link.label == nil, VagueWords.says(text) { outline.vagueLinks.append(.init(text: text, address: link.address)) }
    self.link = nil
    linkText.removeAll(keepingCapacity: true)
  }

  private mutating func image() {
    let description = value(of: "alt")
    let isBlank = description?.allSatisfy(\.isWhitespace) ?? true
    if let description, link != nil { linkText += description.utf8 }
    let role = value(of: "role")
    let isDecoration =
      description != nil && (role == "presentation" || role == "none" || value(of: "aria-hidden") == "true")
    if isBlank, !isDecoration { outline.undescribedImages.append(value(of: "src") ?? "") }
  }

  // MARK: Addresses

  /// An address as it is written.
  private struct Address: Hashable {
    let bytes: ArraySlice<UInt8>

    // All bytes at once, where a collection hashes one after the other.
    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private mutating func read(_ attribute: HTMLScanner.Attribute, of name: HTMLName) {
    let html = scanner.html
    let value = attribute.value
    switch html[attribute.name.lowerBound].lowercasedLetter {
    case UInt8(ascii: "i"):
      if html.equals(attribute.name, "id") { addID(value) }
      if name == .link, html.equals(attribute.name, "imagesrcset") { addSourceSet(value) }
    case UInt8(ascii: "h") where html.equals(attribute.name, "href"):
      // A page may name its own address without linking to it.
      if name != .base { add(value, isFollowed: name == .a || name == .area || isReference(name)) }
    case UInt8(ascii: "s"):
      if html.equals(attribute.name, "src") { add(value, isFollowed: name == .iframe) }
      if name == .img || name == .source, html.equals(attribute.name, "srcset") { addSourceSet(value) }
      if html.equals(attribute.name, "style") { addStyle(of: value) }
    case UInt8(ascii: "p") where html.equals(attribute.name, "poster"): add(value, isFollowed: false)
    case UInt8(ascii: "x") where html.equals(attribute.name, "xlink:href"):
      add(value, isFollowed: name == .a)
    case UInt8(ascii: "a") where name == .form && html.equals(attribute.name, "action"): add(value, isFollowed: true)
    case UInt8(ascii: "f") where html.equals(attribute.name, "formaction"): add(value, isFollowed: true)
    case UInt8(ascii: "c") where name == .meta && html.equals(attribute.name, "content"):
      if self.value(of: "property") == "og:image" { add(value, isFollowed: false) }
    case UInt8(ascii: "d"):
      if name == .object, html.equals(attribute.name, "data") { add(value, isFollowed: false) }
      if isFull, html.equals(attribute.name, "data-position") { outline.positions.insert(HTMLText.value(html, value)) }
    default: break
    }
  }

  /// Whether a `link` names another page, and does not load a file.
  private func isReference(_ name: HTMLName) -> Bool {
    guard name == .link, let relation = value(of: "rel") else { return false }
    return ["canonical", "alternate", "prev", "next", "author", "license", "help", "search"].contains(relation)
  }

  private mutating func addID(_ value: Range<Int>) {
    let id = HTMLText.value(scanner.html, value)
    if !outline.ids.insert(id).inserted, isFull { outline.repeatedIDs.insert(id) }
  }

  private mutating func add(_ value: Range<Int>, isFollowed: Bool) {
    let bytes = scanner.html[value]
    guard isWanted(bytes), seen.insert(Address(bytes: bytes)).inserted else { return }
    outline.links.append(.init(address: HTMLText.value(scanner.html, value), isFollowed: isFollowed))
  }

  /// Whether an address may be one inside the site; what it means where it has character references, is seen later.
  private func isWanted(_ address: ArraySlice<UInt8>) -> Bool {
    guard let site, site.path(in: address) == nil else { return true }
    return address.contains(UInt8(ascii: "&"))
  }

  private mutating func add(_ address: String, isFollowed: Bool) {
    guard seen.insert(Address(bytes: Array(address.utf8)[...])).inserted else { return }
    outline.links.append(.init(address: address, isFollowed: isFollowed))
  }

  /// The candidates of a `srcset` (HTML Standard, 4.8.4.2.1).
  private mutating func addSourceSet(_ value: Range<Int>) {
    let bytes = Array(HTMLText.value(scanner.html, value).utf8)
    var index = 0
    while index < bytes.count {
      while index < bytes.count, bytes[index].isHTMLSpace || bytes[index] == UInt8(ascii: ",") { index += 1 }
      let start = index
      while index < bytes.count, !bytes[index].isHTMLSpace { index += 1 }
      var end = index
      while end > start, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
      if end > start { add(String(decoding: bytes[start..<end], as: UTF8.self), isFollowed: false) }
      // Behind an address without a comma at its end stand its descriptors, up to the next comma.
      if end == index {
        while index < bytes.count, bytes[index] != UInt8(ascii: ",") { index += 1 }
      }
    }
  }

  private mutating func addStyle(of value: Range<Int>) {
    let css = Array(HTMLText.value(scanner.html, value).utf8)
    addStyle(in: css, css.indices)
  }

  private mutating func addStyle(in css: [UInt8], _ range: Range<Int>) {
    for (address, _) in CSSAddresses.all(in: css, range) { add(address, isFollowed: false) }
  }
}
