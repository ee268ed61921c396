import Quotes

/// What a paragraph puts between quotation marks: the outermost pairs, in order.
struct Quotations: Sendable {
  /// One pair of marks and what is between them, in bytes of the text.
  struct Span: Sendable, Equatable {
    /// From the opening mark to behind the closing one.
    let marks: Range<Int>
    /// What stands between.
    let words: Range<Int>
    /// Whether the paragraph ends before the quotation does.
    let isOpen: Bool
  }

  /// Which marks are looked for: a paragraph in single marks may hold double ones, and the other way round.
  enum Family: Sendable, CaseIterable {
    case double
    case single
  }

  let spans: [Span]

  /// - Parameters:
  ///   - paragraph: its text.
  ///   - offset: what is added to every place in it.
  init(in paragraph: String, at offset: Int, family: Family) {
    var scan = Scan(paragraph, at: offset, family: family)
    scan.run()
    spans = scan.spans
  }

  /// The index of the span that holds a range.
  func index(around range: Range<Int>) -> Int? {
    spans.firstIndex { $0.words.lowerBound <= range.lowerBound && range.upperBound <= $0.words.upperBound }
  }
}

/// Goes through a paragraph once.
private struct Scan {
  private let scalars: [(value: UInt32, start: Int)]
  private let end: Int
  private let family: Quotations.Family
  private(set) var spans: [Quotations.Span] = []

  init(_ paragraph: String, at offset: Int, family: Quotations.Family) {
    var scalars: [(value: UInt32, start: Int)] = []
    var place = offset
    for scalar in paragraph.unicodeScalars {
      scalars.append((scalar.value, place))
      place += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.family = family
    end = place
  }

  mutating func run() {
    var opening: (mark: UInt32, index: Int)?
    var depth = 0
    for index in scalars.indices {
      let value = scalars[index].value
      if let open = opening {
        if Mark.closes(value, open.mark), closes(index, open.mark, depth: depth) {
          depth -= 1
          guard depth == 0 else { continue }
          spans.append(span(from: open.index, to: index))
          opening = nil
        } else if value == open.mark, family == .double, opens(index) {
          depth += 1
        }
      } else if isOfFamily(value), Mark.opens(value), opens(index) {
        opening = (value, index)
        depth = 1
      }
    }
    // Single marks that nothing closes are apostrophes; two marks that nothing closes are a mistake of the text's.
    guard let open = opening, family == .double, depth == 1, open.index + 1 < scalars.count else { return }
    spans.append(
      .init(marks: scalars[open.index].start..<end, words: scalars[open.index + 1].start..<end, isOpen: true))
  }

  private func span(from open: Int, to close: Int) -> Quotations.Span {
    let behind = close + 1 < scalars.count ? scalars[close + 1].start : end
    return .init(
      marks: scalars[open].start..<behind, words: scalars[open + 1].start..<scalars[close].start, isOpen: false)
  }

  private func isOfFamily(_ value: UInt32) -> Bool {
    let isSingle = [0x27, 0x2018, 0x201A, 0x2039, 0x203A].contains(value)
    return isSingle == (family == .single)
  }

  /// Whether a mark stands where one that opens does: before a word, and not in or behind one.
  private func opens(_ index: Int) -> Bool {
    guard let next = kind(index + 1), next != .space || isSpacedInside(scalars[index].value) else { return false }
    return kind(index - 1) != .word
  }

  /// Whether a mark stands where one that closes does; an apostrophe stands in a word.
  private func closes(_ index: Int, _ opening: UInt32, depth: Int) -> Bool {
    let (before, after) = (kind(index - 1), kind(index + 1))
    if before == .word, after == .word { return false }
    if Mark.isStraight(opening) { return before != .space && before != nil }
    guard family == .single, before == .word, after == .space else { return true }
    return !isPossessive(index)
  }

  /// `the workers’ rights,’ he said`: an s with a mark, and a later mark behind punctuation.
  private func isPossessive(_ index: Int) -> Bool {
    guard index > 0, scalars[index - 1].value == 0x73 else { return false }
    let mark = scalars[index].value
    for later in scalars.indices[(index + 1)...] where scalars[later].value == mark || scalars[later].value == 0x2018 {
      if scalars[later].value != mark { return false }
      if kind(later - 1) == .other, kind(later + 1) != .word { return true }
    }
    return false
  }

  /// « Ainsi » has spaces inside.
  private func isSpacedInside(_ mark: UInt32) -> Bool { mark == 0xAB || mark == 0x2039 }

  private enum Kind { case word, space, other }

  private func kind(_ index: Int) -> Kind? {
    guard scalars.indices.contains(index), let scalar = Unicode.Scalar(scalars[index].value) else { return nil }
    if scalar.properties.isWhitespace { return .space }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .word : .other
  }
}
