/// Finds the stretches of a text that share most with a quote, rare words weighing more than common ones.
///
/// A word weighs the less the more often the text has it, and counts as often as the quote has it. Takes time linear
/// in the text.
struct StretchSearch {
  /// For each word of the text, its number among the quote's different words; -1 for others.
  private let hits: [Int]
  /// How often the quote has each of its words.
  private let inQuote: [Int]
  private let quoteCount: Int

  /// How many stretches are given at most: of a long quote, one.
  private var most: Int { quoteCount <= 200 ? 4 : 1 }

  init(_ quote: [UInt64], in text: [UInt64]) {
    var numbers: [UInt64: Int] = [:]
    var inQuote: [Int] = []
    for key in quote {
      if let number = numbers[key] {
        inQuote[number] += 1
      } else {
        numbers[key] = inQuote.count
        inQuote.append(1)
      }
    }
    self.inQuote = inQuote
    quoteCount = quote.count
    hits = text.map { numbers[$0] ?? -1 }
  }

  /// The likeliest stretches, apart from one another, the likeliest first, with some words to spare on both sides.
  var likeliest: [Range<Int>] {
    let length = quoteCount + quoteCount / 2 + 2
    var weights = weights(ofStretches: length)
    var result: [Range<Int>] = []
    while result.count < most {
      var best = 0
      for index in weights.indices where weights[index] > weights[best] { best = index }
      guard best < weights.count, weights[best] > 0 else { break }
      result.append(max(0, best + 1 - length - 2)..<min(hits.count, best + 1 + quoteCount / 2 + 2))
      for index in max(0, best - length)..<min(weights.count, best + length) { weights[index] = 0 }
    }
    return result
  }

  /// What the stretch of a length that ends with each word weighs, in whole numbers, so that what slides out weighs
  /// exactly what it weighed when it came in.
  private func weights(ofStretches length: Int) -> [Int] {
    var inText = [Int](repeating: 0, count: inQuote.count)
    for hit in hits where hit >= 0 { inText[hit] += 1 }
    let weights = inText.map { $0 == 0 ? 0 : max(1, 1_000_000 / $0) }
    var inStretch = [Int](repeating: 0, count: inQuote.count)
    var weight = 0
    return hits.indices.map { index in
      let (entering, leaving) = (hits[index], index >= length ? hits[index - length] : -1)
      if entering >= 0 {
        inStretch[entering] += 1
        if inStretch[entering] <= inQuote[entering] { weight += weights[entering] }
      }
      if leaving >= 0 {
        if inStretch[leaving] <= inQuote[leaving] { weight -= weights[leaving] }
        inStretch[leaving] -= 1
      }
      return weight
    }
  }
}
