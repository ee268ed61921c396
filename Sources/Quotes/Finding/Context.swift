/// The words beside a quote that tell it from another occurrence.
///
/// Only letters and digits count, in either case: what stands between them is nobody's words.
struct Context: Sendable {
  /// The last code points of the prefix, last first; a space between words.
  private let before: [UInt32]
  /// The first code points of the suffix.
  private let after: [UInt32]

  /// How much of each is looked at, in code points.
  private static let reach = 300

  /// Creates the context of a query.
  init(prefix: String?, suffix: String?) {
    var walk = FoldedText(quote: NFC.bytes(of: prefix ?? "")).wordScalars(backwardsFrom: .max)
    before = walk.take(Self.reach)
    walk = FoldedText(quote: NFC.bytes(of: suffix ?? "")).wordScalars(from: 0)
    after = walk.take(Self.reach)
  }

  /// Whether a run of words that begins at a folded offset has the prefix before it.
  func allows(start: Int, in text: FoldedText) -> Bool {
    var walk = text.wordScalars(backwardsFrom: start)
    return before.isEmpty || walk.starts(with: before)
  }

  /// Whether a run of words that ends at a folded offset has the suffix after it.
  func allows(end: Int, in text: FoldedText) -> Bool {
    var walk = text.wordScalars(from: end)
    return after.isEmpty || walk.starts(with: after)
  }
}

/// Walks the letters and digits of a text, in small letters, with one space between words and none at the start.
struct WordScalars: IteratorProtocol {
  private let bytes: [UInt8]
  private var index: Int
  private let isForward: Bool
  private var hasBegun = false
  private var held: UInt32?

  fileprivate init(_ bytes: [UInt8], from index: Int, isForward: Bool) {
    self.bytes = bytes
    self.index = min(max(index, 0), bytes.count)
    self.isForward = isForward
  }

  mutating func next() -> UInt32? {
    if let value = held {
      held = nil
      return value
    }
    var isApart = false
    while let value = step() {
      guard Letters.isWord(value) else {
        isApart = true
        continue
      }
      defer { hasBegun = true }
      guard isApart, hasBegun else { return Letters.lowercase(value) }
      held = Letters.lowercase(value)
      return 0x20
    }
    return nil
  }

  private mutating func step() -> UInt32? {
    if isForward {
      guard index < bytes.count else { return nil }
      let (value, length) = bytes.scalar(at: index)
      index += length
      return value
    }
    guard let (value, start) = bytes.scalar(endingAt: index) else { return nil }
    index = start
    return value
  }

  fileprivate mutating func take(_ limit: Int) -> [UInt32] {
    var result: [UInt32] = []
    while result.count < limit, let value = next() { result.append(value) }
    return result
  }

  /// Whether these come first, and a word ends with them.
  fileprivate mutating func starts(with wanted: [UInt32]) -> Bool {
    for value in wanted where next() != value { return false }
    guard let value = next(), let last = wanted.last, wanted.count < 300 else { return true }
    return value == 0x20 || last == 0x20 || Letters.isUnspaced(value) || Letters.isUnspaced(last)
  }
}

extension FoldedText {
  fileprivate func wordScalars(from index: Int) -> WordScalars { WordScalars(bytes, from: index, isForward: true) }

  fileprivate func wordScalars(backwardsFrom index: Int) -> WordScalars {
    WordScalars(bytes, from: index, isForward: false)
  }
}
