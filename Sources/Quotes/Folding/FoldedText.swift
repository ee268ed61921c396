/// A text with every difference gone that is no difference in words, and the way back to its bytes.
///
/// Where two texts fold to the same bytes, each folded byte stands for the same unit in both: a character, a run of
/// white space, a dash, an ellipsis. Comparing what the units were folded from tells what was overlooked.
struct FoldedText: Sendable {
  /// The folded text: UTF-8, with the bytes of ``Unit`` for what was folded.
  var bytes: [UInt8] = []
  /// Where in the text each folded byte comes from; one more at the end.
  ///
  /// What folds to nothing counts to the unit before it.
  var origins = Origins()
  /// Where white space stands for a break between paragraphs of one speech: folded offsets, ascending.
  var bridges: [Int] = []

  /// The bytes that stand for what was folded.
  enum Unit {
    static let space = UInt8(ascii: " ")
    static let hyphen = UInt8(ascii: "-")
    static let quote = UInt8(ascii: "'")
    /// A double mark after a digit, where it may mean inches: never taken for a single one.
    static let inches = UInt8(ascii: "\"")
    static let paragraphBreak: UInt8 = 1
    static let dash: UInt8 = 2
    static let ellipsis: UInt8 = 3
  }

  var count: Int { bytes.count }

  /// The bytes of the text that a folded byte stands for.
  @inline(__always)
  func origin(of index: Int) -> Range<Int> { origins[index]..<origins[index + 1] }

  /// Whether a folded offset is a break inside one speech.
  func isBridge(_ index: Int) -> Bool { firstBridge(from: index).map { bridges[$0] == index } ?? false }

  /// The index in ``bridges`` of the first one at a folded offset or after it.
  func firstBridge(from offset: Int) -> Int? {
    var low = 0
    var high = bridges.count
    while low < high {
      let middle = (low + high) / 2
      if bridges[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < bridges.count ? low : nil
  }
}

extension FoldedText {
  /// Folds an article: a break between paragraphs stays one, but where the speaker goes on after it.
  init(text: [UInt8], blocks: [Range<Int>]) {
    var folder = Folder(text)
    var previous: Range<Int>?
    for block in blocks {
      if let previous, let opening = text.openingMark(in: block), text.leavesOpen(opening.mark, in: previous) {
        folder.fold(opening.end..<block.upperBound, after: .bridge)
      } else {
        folder.fold(block, after: .paragraphBreak)
      }
      previous = block
    }
    self = folder.finish()
  }

  /// Folds a quote, or a part of one: it is one speech throughout.
  init(quote: [UInt8]) {
    var folder = Folder(quote)
    for (index, block) in quote.paragraphs.enumerated() {
      let opening = index == 0 ? nil : quote.openingMark(in: block)
      folder.fold((opening?.end ?? block.lowerBound)..<block.upperBound, after: .bridge)
    }
    self = folder.finish()
  }
}
