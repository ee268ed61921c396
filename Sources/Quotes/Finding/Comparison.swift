/// Tells what was overlooked when a run of words was found: compares, unit by unit, what folded to the same.
struct Comparison {
  private typealias Unit = FoldedText.Unit

  private let text: QuotableText
  /// What was overlooked.
  private(set) var tolerances: Set<Tolerance> = []

  init(in text: QuotableText) { self.text = text }

  /// Compares a run of words with the place where it was found.
  mutating func compare(_ literal: Literal, at place: Occurrence) {
    let quote = literal.folded
    let source = text.folded.bytes[place.coreStart..<place.end]
    let coreStart = compareFirstLetter(of: literal, at: place)
    let core = quote.bytes[coreStart...]
    // Where final punctuation differs, what is compared ends before it.
    let equal = zip(core, source).prefix { $0 == $1 }.count
    for offset in 0..<equal {
      compareUnit(literal, coreStart + offset, place.coreStart + offset, isLast: offset == equal - 1)
    }
    if equal < core.count || equal < source.count { tolerances.insert(.finalPunctuation) }
  }

  /// Compares what precedes the core: marks, which are equal, and one letter, which may be of the other case.
  ///
  /// - Returns: where the core begins in the quote.
  private mutating func compareFirstLetter(of literal: Literal, at place: Occurrence) -> Int {
    guard place.coreStart > place.start, let tolerance = literal.anyCase else { return 0 }
    let bytes = literal.folded.bytes
    let marks = bytes.firstIndex { !$0.isFoldedMark } ?? 0
    let end = marks + bytes.scalar(at: marks).length
    for index in 0..<marks { compareUnit(literal, index, place.start + index, isLast: false) }
    compareUnit(literal, end - 1, place.coreStart - 1, isLast: end == literal.folded.count)
    if bytes[..<end] != text.folded.bytes[place.start..<place.coreStart] { tolerances.insert(tolerance) }
    return end
  }

  /// Compares one unit of a quote with one of the source; where both are letters, only what nobody sees in them.
  private mutating func compareUnit(_ literal: Literal, _ index: Int, _ other: Int, isLast: Bool) {
    let raw = literal.raw
    let here = literal.folded.origin(of: index)
    let there = text.folded.origin(of: other)
    let isBridge = text.folded.isBridge(other)
    if isBridge { tolerances.insert(.paragraphBreak) }
    if raw[here] == text.utf8[there] { return }
    var mine = UnitContent(raw, here)
    var its = UnitContent(text.utf8, there)
    // At the ends of a run, the white space a dash takes in is not part of the run.
    if index == 0 { (mine.leadingSpace, its.leadingSpace) = ([], []) }
    if isLast {
      mine.dropTrailing()
      its.dropTrailing()
    }
    if mine.softHyphens != its.softHyphens { tolerances.insert(.softHyphen) }
    if mine.invisibles != its.invisibles { tolerances.insert(.invisible) }
    guard !isBridge else { return }
    compareSpace(mine.leadingSpace, its.leadingSpace)
    compareSpace(mine.trailingSpace, its.trailingSpace)
    guard mine.core != its.core else { return }
    switch literal.folded.bytes[index] {
    case Unit.quote, Unit.inches:
      tolerances.insert(mine.isDoubleMark == its.isDoubleMark ? .typographicQuotes : .quoteLevel)
    case Unit.hyphen: tolerances.insert(.hyphen)
    case Unit.dash: tolerances.insert(.dash)
    case Unit.ellipsis: tolerances.insert(.ellipsis)
    default: break
    }
  }

  private mutating func compareSpace(_ mine: [UInt32], _ its: [UInt32]) {
    guard mine != its else { return }
    func isFixed(_ value: UInt32) -> Bool { ScalarClass(value) == .noBreakSpace }
    let isSameRun = mine.map { isFixed($0) ? 0x20 : $0 } == its.map { isFixed($0) ? 0x20 : $0 }
    if !isSameRun { tolerances.insert(.whiteSpace) }
    if isSameRun || mine.contains(where: isFixed) != its.contains(where: isFixed) {
      tolerances.insert(.noBreakSpace)
    }
  }
}

/// What a unit was folded from, sorted by kind.
private struct UnitContent {
  var leadingSpace: [UInt32] = []
  var trailingSpace: [UInt32] = []
  var core: [UInt32] = []
  var softHyphens = 0
  var invisibles: [UInt32] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (value, length) = bytes.scalar(at: index)
      index += length
      let kind = ScalarClass(value)
      if kind == .softHyphen {
        softHyphens += 1
      } else if kind == .invisible {
        invisibles.append(value)
      } else if kind.isSpace {
        if core.isEmpty { leadingSpace.append(value) } else { trailingSpace.append(value) }
      } else {
        core += trailingSpace
        trailingSpace = []
        core.append(value)
      }
    }
  }

  var isDoubleMark: Bool { core.first.map { ScalarClass($0) == .doubleQuote } ?? false }

  /// Forgets what follows the last character: in the source it belongs to nobody's quote.
  mutating func dropTrailing() {
    trailingSpace = []
    softHyphens = 0
    invisibles = []
  }
}
