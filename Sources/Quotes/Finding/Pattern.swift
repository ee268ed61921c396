/// One way to read a quote: runs of words, and what may stand between them in the source.
struct Pattern: Sendable {
  /// What may stand between two runs of words.
  enum Link: Sendable, Hashable {
    /// Anything, paragraphs included: words were left out.
    case gap
    /// So many words at most, of the same paragraph: an editor's bracket stands for them.
    case words(Int)
  }

  /// How the parts of a quote are read.
  struct Reading: Sendable, Hashable {
    /// Whether an ellipsis is a cut; else it has to stand in the source.
    var cuts = false
    /// Whether brackets are an editor's; else they have to stand in the source.
    var brackets = false
    /// Whether the first letter's case may differ.
    var anyCase = false
    /// Whether a final comma or full stop may differ.
    var anyFinalPunctuation = false
    /// Whether what stands between cuts may be one word: for explaining a miss only.
    var shortParts = false
  }

  /// How many words of the source an editor's bracket can stand for.
  static let bracketWords = 6
  /// How many cuts and brackets a quote can have; with more it is no quote, and takes no time to refuse.
  static let mostLinks = 32

  /// Why a quote cannot be read in this way.
  enum Obstacle: Error {
    case tooManyLinks
    /// Between cuts stand fewer than two words.
    case shortPart
    case noWords
  }

  /// The runs of words; at least one.
  private(set) var literals: [Literal] = []
  /// What stands between each and the next.
  private(set) var links: [Link] = []
  /// The result if it is found, exactness apart.
  let result: QuoteMatch.Result
  /// What is overlooked by reading it in this way.
  private(set) var tolerances: Set<Tolerance> = []

  /// Reads a quote.
  init(_ quote: QuoteParts, as reading: Reading) throws(Obstacle) {
    result =
      reading.anyCase || reading.anyFinalPunctuation
      ? .edged : reading.brackets ? .bracketed : reading.cuts ? .elided : .folded
    var assembly = Assembly()
    for part in reading.cuts && !reading.shortParts ? quote.partsWithTrueCuts : quote.parts {
      switch part {
      case .cut(let range, _) where !reading.cuts: assembly.add(quote.bytes[range])
      case .bracket(let range, _) where !reading.brackets: assembly.add(quote.bytes[range])
      case .words(let range): assembly.add(quote.bytes[range])
      case .cut: assembly.addCut()
      case .bracket(let range, let words): assembly.addBracket(range, words: words, in: quote.bytes)
      }
    }
    assembly.finish()
    literals = assembly.literals
    links = assembly.links
    tolerances = assembly.tolerances
    guard !literals.isEmpty else { throw .noWords }
    guard links.count <= Self.mostLinks else { throw .tooManyLinks }
    if tolerances.contains(.elision), !reading.shortParts, shortPart != nil { throw .shortPart }
    if reading.anyCase { loosenFirstLetters() }
    literals[literals.count - 1].anyFinalPunctuation = reading.anyFinalPunctuation
  }

  /// The first part between cuts that has fewer than two words; those in brackets do not count, for they need not be
  /// in the source.
  var shortPart: String? {
    var words = 0
    var raw: [UInt8] = []
    for (index, literal) in literals.enumerated() {
      words += literal.wordCount
      raw += (raw.isEmpty ? [] : [UInt8(ascii: " ")]) + literal.raw
      guard index == links.count || links[index] == .gap else { continue }
      if words < 2 { return String(decoding: raw, as: UTF8.self) }
      (words, raw) = (0, [])
    }
    return nil
  }

  private mutating func loosenFirstLetters() {
    for index in literals.indices where index == 0 || links[index - 1] == .gap {
      if !literals[index].isGluedAtStart { literals[index].anyCase = literals[index].anyCase ?? .firstLetterCase }
    }
  }
}
