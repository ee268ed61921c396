/// A place where a run of words stands: folded offsets.
struct Occurrence: Sendable, Hashable {
  /// Where it begins and ends in the folded text.
  var start: Int
  var end: Int
  /// Where what must be equal begins: behind the first letter, where that may have the other case.
  var coreStart: Int
}

/// A run of words being looked for: what must be equal, and what may differ at its ends.
struct LiteralSearch {
  private let literal: Literal
  /// What must be equal: a range of the literal's folded bytes.
  private let core: Range<Int>
  private let needle: Needle<UInt8>

  init(_ literal: Literal) {
    let bytes = literal.folded.bytes
    let start = literal.anyCase == nil ? 0 : bytes.endOfFirstLetter
    let end = literal.anyFinalPunctuation ? bytes.startOfFinalPunctuation : bytes.count
    self.literal = literal
    core = start < end ? start..<end : 0..<bytes.count
    needle = Needle(bytes[core])
  }

  /// The places in a text, ascending, and how many more there are that begin or end inside a word.
  func occurrences(in text: FoldedText) -> (found: [Occurrence], insideWords: Int) {
    var found: [Occurrence] = []
    var insideWords = 0
    for coreStart in needle.occurrences(in: text.bytes) {
      guard let start = start(before: coreStart, in: text), let end = end(after: coreStart + core.count, in: text)
      else { continue }
      if literal.isGluedAtStart || text.canStart(at: start), literal.isGluedAtEnd || text.canEnd(at: end) {
        found.append(Occurrence(start: start, end: end, coreStart: coreStart))
      } else {
        insideWords += 1
      }
    }
    return (found, insideWords)
  }

  /// Where the run begins if its first letter, in either case, precedes the core.
  private func start(before coreStart: Int, in text: FoldedText) -> Int? {
    let bytes = literal.folded.bytes
    guard core.lowerBound > 0, let (letter, letterStart) = bytes.scalar(endingAt: core.lowerBound) else {
      return coreStart
    }
    guard let (other, otherStart) = text.bytes.scalar(endingAt: coreStart),
      Letters.lowercase(letter) == Letters.lowercase(other), otherStart >= letterStart,
      text.bytes[(otherStart - letterStart)..<otherStart] == bytes[..<letterStart]
    else { return nil }
    return otherStart - letterStart
  }

  /// Where the run ends: as many closing marks follow as the quote has, whatever commas and stops are among them.
  private func end(after coreEnd: Int, in text: FoldedText) -> Int? {
    let tail = literal.folded.bytes[core.upperBound...]
    guard !tail.isEmpty else { return coreEnd }
    let rest = text.bytes[coreEnd...]
    if rest.starts(with: tail) { return coreEnd + tail.count }
    var marks = tail.count { $0.isFoldedMark }
    var end = coreEnd
    for byte in rest {
      guard marks > 0, byte.isFoldedMark || byte.isCommaOrStop else { break }
      if byte.isFoldedMark { marks -= 1 }
      end += 1
    }
    guard marks == 0 else { return nil }
    // A full stop stands for a comma or for nothing, never for a question.
    let next = text.bytes[end...].prefix(8).first { !$0.isFoldedMark }
    return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") ? nil : end
  }
}

extension [UInt8] {
  /// The end of the first letter, if that is the first thing after marks; else 0.
  fileprivate var endOfFirstLetter: Int {
    guard let index = firstIndex(where: { !$0.isFoldedMark }) else { return 0 }
    let (value, length) = scalar(at: index)
    return Letters.isWord(value) && !Letters.isASCIIDigit(value) ? index + length : 0
  }

  /// Where the commas, stops and closing marks at the end begin.
  fileprivate var startOfFinalPunctuation: Int {
    var end = count
    while end > 0, self[end - 1].isFoldedMark || self[end - 1].isCommaOrStop { end -= 1 }
    return end
  }
}

extension UInt8 {
  var isFoldedMark: Bool { self == FoldedText.Unit.quote || self == FoldedText.Unit.inches }
  var isCommaOrStop: Bool { self == UInt8(ascii: ",") || self == UInt8(ascii: ".") }
}
