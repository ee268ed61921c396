/// Two rows of words side by side: which word of the quote stands for which of the source.
///
/// Short rows are aligned by edit distance on words. Long ones are first taken apart at words that occur once in both
/// (Bram Cohen's patience diff), so that time stays near linear.
struct WordAlignment {
  /// One step; `nil` where the other side has no word for it.
  struct Step {
    let quote: Int?
    let source: Int?
  }

  /// Two words are compared by what is given here: 0 for the same, ``spelling`` or ``changed``.
  private let cost: (_ quote: Int, _ source: Int) -> UInt32
  private let quoteKeys: [UInt64]
  private let sourceKeys: [UInt64]
  /// The steps, in order.
  private(set) var steps: [Step] = []

  static let spelling: UInt32 = 1
  static let changed: UInt32 = 3
  /// A word the source has not weighs more than one the quote has not, so that the passage begins where the quote does
  /// although its first words differ.
  private static let onlyInQuote: UInt32 = 3
  private static let onlyInSource: UInt32 = 2
  /// The largest table of distances that is filled, in cells.
  private static let largestTable = 1 << 18
  /// How often a stretch is taken apart at anchors; what is still too long then counts as changed.
  private static let deepest = 12

  /// Aligns a quote with a stretch of a source that may be longer at both ends.
  init(
    quoteKeys: [UInt64], sourceKeys: [UInt64], in stretch: Range<Int>,
    cost: @escaping (_ quote: Int, _ source: Int) -> UInt32
  ) {
    self.quoteKeys = quoteKeys
    self.sourceKeys = sourceKeys
    self.cost = cost
    align(quoteKeys.indices, stretch, isFirst: true, isLast: true, depth: 0)
    let first = steps.firstIndex { $0.quote != nil } ?? 0
    let last = steps.lastIndex { $0.quote != nil } ?? -1
    steps = Array(steps[first..<(last + 1)])
  }

  private mutating func align(_ quote: Range<Int>, _ source: Range<Int>, isFirst: Bool, isLast: Bool, depth: Int) {
    if quote.isEmpty || source.isEmpty {
      steps += quote.map { Step(quote: $0, source: nil) } + source.map { Step(quote: nil, source: $0) }
    } else if (quote.count + 1) * (source.count + 1) <= Self.largestTable {
      fillTable(quote, source, isFirst: isFirst, isLast: isLast)
    } else {
      alignBetweenAnchors(quote, source, isFirst: isFirst, isLast: isLast, depth: depth)
    }
  }

  // MARK: Edit distance

  private mutating func fillTable(_ quote: Range<Int>, _ source: Range<Int>, isFirst: Bool, isLast: Bool) {
    enum Move: UInt8 { case both, quote, source }
    let width = source.count + 1
    var moves = [Move](repeating: .source, count: (quote.count + 1) * width)
    // What precedes the passage costs nothing, where the passage may begin anywhere.
    var row = (0..<width).map { isFirst ? 0 : UInt32($0) * Self.onlyInSource }
    for (i, q) in quote.enumerated() {
      var diagonal = row[0]
      row[0] += Self.onlyInQuote
      moves[(i + 1) * width] = .quote
      for (j, s) in source.enumerated() {
        let both = diagonal + cost(q, s)
        let onlyQuote = row[j + 1] + Self.onlyInQuote
        let onlySource = row[j] + Self.onlyInSource
        diagonal = row[j + 1]
        let best = min(both, onlyQuote, onlySource)
        row[j + 1] = best
        moves[(i + 1) * width + j + 1] = best == both ? .both : best == onlyQuote ? .quote : .source
      }
    }
    var end = source.count
    if isLast { for j in row.indices where row[j] < row[end] || row[j] == row[end] && j < end { end = j } }
    var reversed: [Step] = source.suffix(source.count - end).reversed().map { Step(quote: nil, source: $0) }
    var (i, j) = (quote.count, end)
    while i > 0 || j > 0 {
      switch moves[i * width + j] {
      case .both:
        (i, j) = (i - 1, j - 1)
        reversed.append(Step(quote: quote.lowerBound + i, source: source.lowerBound + j))
      case .quote:
        i -= 1
        reversed.append(Step(quote: quote.lowerBound + i, source: nil))
      case .source:
        j -= 1
        reversed.append(Step(quote: nil, source: source.lowerBound + j))
      }
    }
    steps += reversed.reversed()
  }

  // MARK: Anchors

  private mutating func alignBetweenAnchors(
    _ quote: Range<Int>, _ source: Range<Int>, isFirst: Bool, isLast: Bool, depth: Int
  ) {
    let anchors = depth < Self.deepest ? anchors(quote, source) : []
    guard !anchors.isEmpty else {
      steps += quote.map { Step(quote: $0, source: nil) } + source.map { Step(quote: nil, source: $0) }
      return
    }
    var (q, s) = (quote.lowerBound, source.lowerBound)
    for (index, anchor) in anchors.enumerated() {
      align(q..<anchor.quote, s..<anchor.source, isFirst: isFirst && index == 0, isLast: false, depth: depth + 1)
      steps.append(Step(quote: anchor.quote, source: anchor.source))
      (q, s) = (anchor.quote + 1, anchor.source + 1)
    }
    align(q..<quote.upperBound, s..<source.upperBound, isFirst: false, isLast: isLast, depth: depth + 1)
  }

  /// Words that occur once in both stretches, as many as stand in the same order in both.
  private func anchors(_ quote: Range<Int>, _ source: Range<Int>) -> [(quote: Int, source: Int)] {
    var onceInQuote: [UInt64: Int?] = [:]
    for index in quote { onceInQuote[quoteKeys[index]] = .some(onceInQuote[quoteKeys[index]] == nil ? index : nil) }
    var onceInSource: [UInt64: Int?] = [:]
    for index in source {
      onceInSource[sourceKeys[index]] = .some(onceInSource[sourceKeys[index]] == nil ? index : nil)
    }
    let pairs = quote.compactMap { index -> (quote: Int, source: Int)? in
      guard onceInQuote[quoteKeys[index]] == .some(index), let place = onceInSource[quoteKeys[index]] ?? nil
      else { return nil }
      return (index, place)
    }
    return Self.longestAscending(pairs)
  }

  private static func longestAscending(_ pairs: [(quote: Int, source: Int)]) -> [(quote: Int, source: Int)] {
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].source < pairs[index].source { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var result: [(quote: Int, source: Int)] = []
    var next = ends.last
    while let index = next {
      result.append(pairs[index])
      next = before[index]
    }
    return result.reversed()
  }
}
