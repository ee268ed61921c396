/// A few lines of text, broken and measured, and not yet placed.
struct TextBlock: Sendable {
  /// One line of it.
  struct Line: Sendable, Hashable {
    var text: String
    var style: TextStyle
  }

  /// The lines, from the top.
  var lines: [Line] = []
  /// How wide the widest line is.
  var width = 0.0
  /// The whole text, where not all of it is in the lines.
  var full: String?

  /// From the top of the first line to the bottom of the last.
  var height: Double { lines.reduce(0) { $0 + $1.style.lineHeight } }

  /// An empty block.
  init() {}

  /// Breaks a text into lines at spaces, hyphens and between ideographs, inside a word, with a hyphen, only where it is
  /// wider than a line; what does not fit the last line is cut with “…”.
  ///
  /// - Parameters:
  ///   - width: in user units; a line holds one character at least, however narrow this is.
  ///   - maximumLines: 1 or more.
  init(_ text: String, _ style: TextStyle, width available: Double, maximumLines: Int) {
    let (glyphs, isWhole) = Self.glyphs(of: text, style)
    var start = 0
    var isCut = !isWhole
    while start < glyphs.count {
      let isLast = lines.count + 1 >= maximumLines
      var line = Self.line(of: glyphs, from: start, width: available, hyphen: style.width(of: "-"))
      if isLast, line.next < glyphs.count || isCut {
        isCut = true
        line.end = Self.cut(of: glyphs, from: start, width: available - style.width(of: "…"))
        line.next = glyphs.count
        line.isHyphenated = false
      }
      var string = String()
      for glyph in glyphs[start..<line.end] { string.append(glyph.character) }
      if line.isHyphenated { string += "-" }
      if isLast, isCut { string += "…" }
      lines.append(Line(text: string, style: style))
      width = max(width, style.width(of: string))
      start = line.next
    }
    if isCut { full = Self.plain(text) }
  }

  /// One block above the other.
  static func + (above: TextBlock, below: TextBlock) -> TextBlock {
    var block = above
    block.lines += below.lines
    block.width = max(above.width, below.width)
    switch (above.full, below.full) {
    case (let whole?, let rest?): block.full = whole + ", " + rest
    case (let whole?, nil): block.full = whole
    case (nil, let rest): block.full = rest
    }
    return block
  }

  // MARK: - Breaking

  private struct Glyph {
    var character: Character
    var width: Double
    var isSpace: Bool
    /// Whether it is a letter of an alphabet that divides words with a hyphen.
    var isLetter: Bool
    var allowsBreakAfter: Bool
  }

  /// More than any label can show; a longer text is cut here first, so that measuring costs the same for all.
  private static let longestLabel = 400

  /// Text as one line may hold it: controls and line ends are spaces, runs of spaces are one, and the invisible
  /// characters that would reorder what stands around them are gone.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0x9F, 0x2028, 0x2029: pendingSpace = !result.isEmpty
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF, 0xFFFE, 0xFFFF: continue
      default:
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func glyphs(of text: String, _ style: TextStyle) -> (glyphs: [Glyph], isWhole: Bool) {
    let scalars = text.unicodeScalars.prefix(4 * longestLabel)
    let plain = Self.plain(String(String.UnicodeScalarView(scalars)))
    let visible = plain.unicodeScalars.prefix(longestLabel)
    let isWhole = visible.endIndex == plain.unicodeScalars.endIndex && scalars.endIndex == text.unicodeScalars.endIndex
    let glyphs = String(String.UnicodeScalarView(visible)).map { character in
      let width = character.unicodeScalars.reduce(0) { $0 + style.advance(of: $1) }
      let first = character.unicodeScalars.first?.value ?? 0
      let isIdeograph = 0x2E80...0xA4CF ~= first || 0xF900...0xFAFF ~= first || 0x20000...0x3FFFF ~= first
      let isSpace = character == " "
      return Glyph(
        character: character, width: width, isSpace: isSpace, isLetter: first < 0x590 && character.isLetter,
        allowsBreakAfter: isSpace || isIdeograph || character == "-" || character == "–" || character == "/")
    }
    return (glyphs, isWhole)
  }

  /// Where the line that begins at `start` ends, without its spaces, where the next begins, and whether a word is
  /// divided there that takes a hyphen.
  private static func line(
    of glyphs: [Glyph], from start: Int, width: Double, hyphen: Double
  ) -> (end: Int, next: Int, isHyphenated: Bool) {
    var used = 0.0
    var lastBreak: Int?
    var index = start
    while index < glyphs.count {
      let glyph = glyphs[index]
      if used + glyph.width > width, !glyph.isSpace, index > start {
        if let lastBreak { return (trimmed(glyphs, start, lastBreak), lastBreak, false) }
        let end = cut(of: glyphs, from: start, width: width - hyphen)
        return end > start + 2 && glyphs[start...end].allSatisfy(\.isLetter) ? (end, end, true) : (index, index, false)
      }
      used += glyph.width
      index += 1
      if glyph.allowsBreakAfter { lastBreak = index }
    }
    return (trimmed(glyphs, start, index), index, false)
  }

  /// How far from `start` the line reaches that is cut wherever it is full.
  private static func cut(of glyphs: [Glyph], from start: Int, width: Double) -> Int {
    var used = 0.0
    var end = start
    while end < glyphs.count, used + glyphs[end].width <= width || end == start {
      used += glyphs[end].width
      end += 1
    }
    return trimmed(glyphs, start, end)
  }

  private static func trimmed(_ glyphs: [Glyph], _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, glyphs[end - 1].isSpace { end -= 1 }
    return end
  }
}
