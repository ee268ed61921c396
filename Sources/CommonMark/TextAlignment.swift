/// Which byte of the Markdown each byte of a text came from, and which of them were escaped there.
///
/// libcmark joins the texts between two pieces of markup into one, whose escapes and entities are already resolved. The
/// two are walked side by side; where they cannot be matched, the rest is taken for plain.
struct TextAlignment {
  private let start: Int
  /// For each byte of the text, and for its end, the offset in the Markdown, complemented where it was escaped; `nil`
  /// where the text stands in the Markdown as it is.
  private var offsets: [Int32]?
  /// Whether the Markdown begins with the text, whatever of it is escaped there.
  private(set) var isComplete = true

  /// - Parameters:
  ///   - text: the resolved text.
  ///   - markdown: the Markdown, from where the text begins; it may go on behind it.
  init(_ text: ArraySlice<UInt8>, in markdown: ArraySlice<UInt8>) {
    start = markdown.startIndex
    // What ends like this may be the beginning of an escape or an entity.
    if !markdown.starts(with: text) || text.last == UInt8(ascii: "\\") || text.last == UInt8(ascii: "&") {
      align(text, with: markdown)
    }
  }

  /// Where a byte of the text, given by its index in it, stands in the Markdown; the index behind the last byte gives
  /// the end.
  func markdownOffset(of index: Int) -> Int {
    guard let offsets else { return start + index }
    return offsets.indices.contains(index) ? Int(Self.plain(offsets[index])) : start
  }

  /// Whether a byte of the text was written as an escape or an entity.
  func isEscaped(_ index: Int) -> Bool {
    guard let offsets, offsets.indices.contains(index) else { return false }
    return offsets[index] < 0
  }

  private static func plain(_ offset: Int32) -> Int32 { offset < 0 ? ~offset : offset }

  private mutating func align(_ text: ArraySlice<UInt8>, with markdown: ArraySlice<UInt8>) {
    var offsets: [Int32] = []
    offsets.reserveCapacity(text.count + 1)
    var index = text.startIndex
    var place = markdown.startIndex
    while index < text.endIndex, place < markdown.endIndex {
      let byte = markdown[place]
      let next = place + 1 < markdown.endIndex ? markdown[place + 1] : 0
      if byte == UInt8(ascii: "\\"), next.isASCIIPunctuation, next == text[index] {
        offsets.append(~Int32(clamping: place))
        index += 1
        place += 2
      } else if byte == UInt8(ascii: "&"), let entity = Entity(markdown[place...], text: text[index...]) {
        for _ in 0..<entity.textCount { offsets.append(~Int32(clamping: place)) }
        index += entity.textCount
        place += entity.markdownCount
      } else if byte == text[index] {
        offsets.append(Int32(clamping: place))
        index += 1
        place += 1
      } else {
        break
      }
    }
    isComplete = index >= text.endIndex
    while index < text.endIndex {
      offsets.append(Int32(clamping: min(place, markdown.endIndex)))
      index += 1
      place += 1
    }
    offsets.append(Int32(clamping: min(place, markdown.endIndex)))
    self.offsets = offsets
  }

  /// An entity or character reference that was resolved.
  private struct Entity {
    let markdownCount: Int
    let textCount: Int

    /// - Returns: `nil` where the Markdown has none, or its name is unknown and it was left as it is.
    init?(_ markdown: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
      // The longest name has 31 letters.
      guard let end = markdown.prefix(34).firstIndex(of: UInt8(ascii: ";")) else { return nil }
      let raw = markdown[...end]
      let name = raw.dropFirst().dropLast()
      guard !name.isEmpty, name.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "#") }) else { return nil }
      if text.starts(with: raw), !name.elementsEqual("amp".utf8) { return nil }
      markdownCount = raw.count
      // Most stand for one code point, some for two: what follows tells.
      let one = Self.scalarCount(text)
      let two = one + Self.scalarCount(text.dropFirst(one))
      let after = markdown.dropFirst(raw.count).first
      let isTwo =
        name.first != UInt8(ascii: "#") && text.dropFirst(one).first != after && two > one
        && text.dropFirst(two).first == after && after != UInt8(ascii: "&") && after != UInt8(ascii: "\\")
      textCount = isTwo ? two : one
    }

    private static func scalarCount(_ text: ArraySlice<UInt8>) -> Int {
      text.isEmpty ? 0 : 1 + text.dropFirst().prefix { $0 & 0b1100_0000 == 0b1000_0000 }.count
    }
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    isASCIIDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
  }
}
