/// Words that have to stand in the source as they are, in one run.
struct Literal: Sendable {
  /// The words in Normalization Form C.
  let raw: [UInt8]
  /// The words, folded.
  let folded: FoldedText
  /// Whether an editor's bracket is glued to the start: “[un]willing”.
  var isGluedAtStart = false
  /// Whether an editor's bracket is glued to the end: “service[s]”.
  var isGluedAtEnd = false
  /// What it counts as where the first letter has the other case; `nil` where it must be as it is.
  var anyCase: Tolerance?
  /// Whether a final comma or full stop may be another, or missing, or stand on the other side of a closing mark.
  var anyFinalPunctuation = false
  /// Punctuation before the first word, beside a cut: need not be there.
  var leadingPunctuation: [UInt8] = []
  /// Punctuation after the last word, beside a cut: need not be there.
  var trailingPunctuation: [UInt8] = []

  init(_ raw: [UInt8]) {
    self.raw = raw
    folded = FoldedText(quote: raw)
  }

  /// How many words it has: what white space or a dash sets apart and holds a letter or digit.
  ///
  /// In scripts without spaces every character is one.
  var wordCount: Int { folded.wordCount(in: 0..<folded.count, atMost: .max) }
}

extension FoldedText {
  /// How many words begin in a range of folded offsets, or `limit` and one more where there are more.
  func wordCount(in range: Range<Int>, atMost limit: Int) -> Int {
    var words = 0
    var isInWord = false
    var index = range.lowerBound
    while index < range.upperBound, words <= limit {
      let (value, length) = bytes.scalar(at: index)
      index += length
      if Letters.isUnspaced(value) {
        if !Letters.isExtender(value) { words += 1 }
        isInWord = false
      } else if Letters.isWord(value) {
        if !isInWord { words += 1 }
        isInWord = true
      } else if value == UInt32(Unit.space) || value <= 0x1F {
        isInWord = false
      }
    }
    return words
  }
}
