extension String {
  /// Whether this text comes before another by its bytes of UTF-8, the order in which everything of a site is kept.
  ///
  /// As `lexicographicallyPrecedes` of their views has it, at a fifth of the time.
  func precedesByBytes(_ other: String) -> Bool {
    let (left, right) = (utf8, other.utf8)
    let (mine, others) = (left.span, right.span)
    let shared = min(mine.count, others.count)
    var index = 0
    while index < shared {
      if mine[index] != others[index] { return mine[index] < others[index] }
      index += 1
    }
    return mine.count < others.count
  }
}
