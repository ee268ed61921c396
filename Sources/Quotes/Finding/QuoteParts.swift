/// A quote taken apart: words, cuts, and an editor's words in brackets.
struct QuoteParts: Sendable {
  /// One part; ranges are of ``bytes``.
  enum Part: Sendable {
    case words(Range<Int>)
    /// `…` or `...`; or `[…]` or `(…)`, which is an editor's beyond doubt.
    case cut(Range<Int>, isMarked: Bool)
    /// `[words]`: the whole, and the words inside.
    case bracket(Range<Int>, words: Range<Int>)
  }

  /// The quote in Normalization Form C, without marks around the whole.
  let bytes: [UInt8]
  /// The parts, in order, without gaps.
  let parts: [Part]

  /// Whether anything says that words were left out.
  var hasCuts: Bool { parts.contains { if case .cut = $0 { true } else { false } } }
  /// Whether an editor put words in.
  var hasBrackets: Bool { parts.contains { if case .bracket = $0 { true } else { false } } }

  /// Takes a quote apart.
  init(_ quote: String) {
    let bytes = NFC.bytes(of: quote).withoutOuterMarks
    var parts: [Part] = []
    var start = 0
    var index = 0
    func closeWords(at end: Int) { if start < end { parts.append(.words(start..<end)) } }
    while index < bytes.count {
      let part: (part: Part, end: Int)? =
        switch bytes[index] {
        case UInt8(ascii: "["): Self.bracketed(in: bytes, at: index, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "("): Self.bracketed(in: bytes, at: index, closing: UInt8(ascii: ")"))
        case UInt8(ascii: "."), 0xE2:
          Self.cut(in: bytes, at: index)
        default: nil
        }
      guard let part else {
        index += 1
        continue
      }
      closeWords(at: index)
      parts.append(part.part)
      index = part.end
      start = index
    }
    closeWords(at: bytes.count)
    self.bytes = bytes
    self.parts = parts
  }

  /// The parts, where an ellipsis that no editor marked and that stands beside fewer than two words counts as words:
  /// it can only be the speaker's own.
  var partsWithTrueCuts: [Part] {
    var result = parts
    var words = 0
    var previousCut: Int?
    func keepsAsWords(_ index: Int?) {
      guard let index, case .cut(let range, isMarked: false) = result[index] else { return }
      result[index] = .words(range)
    }
    for index in parts.indices {
      switch parts[index] {
      case .words(let range): words += Literal(Array(bytes[range])).wordCount
      case .bracket: break
      case .cut:
        if words == 1 {
          keepsAsWords(previousCut)
          keepsAsWords(index)
        }
        previousCut = index
        words = 0
      }
    }
    if words == 1 { keepsAsWords(previousCut) }
    return result
  }

  /// The ellipsis that begins at `start`.
  ///
  /// Of four stops the first ends a sentence, but where the last clings to a word: “and . . . .doc”.
  private static func cut(in bytes: [UInt8], at start: Int) -> (part: Part, end: Int)? {
    guard let end = bytes.ellipsisEnd(from: start, in: bytes.indices) else { return nil }
    if bytes[start] == UInt8(ascii: ".") {
      let next = bytes.trimmed((start + 1)..<end).lowerBound
      if let last = bytes.ellipsisEnd(from: next, in: bytes.indices) {
        let clings = last < bytes.count && Letters.isWord(bytes.scalar(at: last).value)
        let isSpaced = bytes.scalar(endingAt: last - 1).map { ScalarClass($0.value).isSpace } ?? false
        if !clings || !isSpaced { return nil }
      }
    }
    return (.cut(start..<end, isMarked: false), end)
  }

  /// The longest bracket that is read as one, in bytes; six words and more fit.
  private static let longestBracket = 400

  /// The bracket that opens at `start`: square ones hold words or an ellipsis, round ones count for an ellipsis only.
  private static func bracketed(in bytes: [UInt8], at start: Int, closing: UInt8) -> (part: Part, end: Int)? {
    let limit = min(bytes.count, start + longestBracket)
    guard let close = bytes[(start + 1)..<limit].firstIndex(where: { $0 == closing || $0 == bytes[start] }),
      bytes[close] == closing
    else { return nil }
    let inside = bytes.trimmed((start + 1)..<close)
    guard !inside.isEmpty else { return nil }
    if bytes.ellipsisEnd(from: inside.lowerBound, in: inside) == inside.upperBound {
      return (.cut(start..<(close + 1), isMarked: true), close + 1)
    }
    return closing == UInt8(ascii: "]") ? (.bracket(start..<(close + 1), words: inside), close + 1) : nil
  }
}

extension [UInt8] {
  /// A range without the white space, and what nobody sees, at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (value, length) = scalar(at: start)
      guard Self.isTrimmed(value) else { break }
      start = Swift.min(start + length, end)
    }
    while start < end, let (value, previous) = scalar(endingAt: end), previous >= start, Self.isTrimmed(value) {
      end = previous
    }
    return start..<end
  }

  /// Variation selectors stay: they belong to the character before them.
  private static func isTrimmed(_ value: UInt32) -> Bool {
    let kind = ScalarClass(value)
    return kind.isSpace || kind.isUnseen && value != 0xFE0E && value != 0xFE0F
  }

  /// The bytes without white space at the ends, and without one pair of quotation marks around the whole.
  var withoutOuterMarks: [UInt8] {
    let range = trimmed(indices)
    guard !range.isEmpty, let (last, lastStart) = scalar(endingAt: range.upperBound) else { return [] }
    let (first, length) = scalar(at: range.lowerBound)
    let inside = (range.lowerBound + length)..<Swift.max(lastStart, range.lowerBound + length)
    guard lastStart >= inside.lowerBound, Mark.opens(first), Mark.closes(last, first), !closes(first, in: inside)
    else { return Array(self[range]) }
    return Array(self[trimmed(inside)])
  }

  /// Whether a mark before `range` is closed inside it.
  private func closes(_ opening: UInt32, in range: Range<Int>) -> Bool {
    var depth = 1
    var index = range.lowerBound
    var previous: UInt32 = 0x20
    while index < range.upperBound {
      let (value, length) = scalar(at: index)
      index += length
      let isInWord =
        Letters.isWord(previous) && index < range.upperBound && Letters.isWord(scalar(at: index).value)
      if Mark.closes(value, opening), !isInWord {
        depth -= 1
        if depth == 0 { return true }
      } else if value == opening {
        depth += 1
      }
      previous = value
    }
    return false
  }
}
