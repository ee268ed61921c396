extension String {
  /// Whether this text comes before another by its bytes of UTF-8, the order in which everything of a site is kept.
  func precedesByBytes(_ other: String) -> Bool {
    let (left, right) = (utf8, other.utf8)
    let (mine, others) = (left.span, right.span)
    let shared = mine.sharedPrefix(with: others)
    if shared < mine.count, shared < others.count { return mine[shared] < others[shared] }
    return mine.count < others.count
  }
}

extension Span<UInt8> {
  /// How many bytes both begin with.
  func sharedPrefix(with other: Span<UInt8>) -> Int {
    let most = Swift.min(count, other.count)
    var index = 0
    while index < most, self[index] == other[index] { index += 1 }
    return index
  }
}
