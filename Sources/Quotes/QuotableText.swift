/// The plain text of an article as a reader sees it, prepared once for any number of quotes.
///
///     let text = QuotableText(utf8: Array("“No,” she said.".utf8), blocks: [])
///     text.find(QuoteQuery(quote: "No,"))  // found, exact, code points 1..<4
///
/// Preparing and finding take time linear in the text and the quote, whatever is in them.
public struct QuotableText: Sendable {
  /// How many places of an ambiguous quote are listed at most.
  public static let listedPlaces = 10

  /// The text: UTF-8 in Normalization Form C.
  public let utf8: [UInt8]
  /// The paragraphs: ranges of bytes, ascending, apart from one another, none empty.
  public let blocks: [Range<Int>]

  let folded: FoldedText
  private let scalarCounts: [Int]

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - utf8: the text in Normalization Form C (``NFC`` makes it so); past four gigabytes it is cut.
  ///   - blocks: ranges of bytes, one for each paragraph, ascending. What lies between them is not searched. Ranges
  ///     that overlap, leave the text or halve a code point are cut to what fits; with no ranges at all, the text is
  ///     one paragraph.
  public init(utf8: [UInt8], blocks: [Range<Int>]) {
    let utf8 = utf8.count < Int(UInt32.max) ? utf8 : Array(utf8.prefix(Int(UInt32.max) - 1))
    var fitting: [Range<Int>] = []
    for block in blocks.isEmpty ? [utf8.indices] : blocks {
      var start = max(block.lowerBound, fitting.last?.upperBound ?? 0)
      var end = min(block.upperBound, utf8.count)
      while start < end, utf8[start].isContinuation { start += 1 }
      while start < end, end < utf8.count, utf8[end].isContinuation { end -= 1 }
      if start < end { fitting.append(start..<end) }
    }
    self.utf8 = utf8
    self.blocks = fitting
    folded = FoldedText(text: utf8, blocks: fitting)

    var counts: [Int] = []
    var count = 0
    for index in utf8.indices {
      if index % Self.countEvery == 0 { counts.append(count) }
      if !utf8[index].isContinuation { count += 1 }
    }
    scalarCounts = counts
  }

  /// Prepares a text whose paragraphs are set apart by empty lines.
  public init(_ string: String) {
    let utf8 = NFC.bytes(of: string)
    self.init(utf8: utf8, blocks: utf8.paragraphs)
  }

  private static let countEvery = 1024

  /// How many code points precede a byte offset, which is clamped to the text.
  public func codePoints(before offset: Int) -> Int {
    let offset = min(max(offset, 0), utf8.count)
    let checkpoint = offset / Self.countEvery
    guard checkpoint < scalarCounts.count else {
      return scalarCounts.isEmpty ? 0 : tally(scalarCounts.count - 1, offset)
    }
    return tally(checkpoint, offset)
  }

  private func tally(_ checkpoint: Int, _ offset: Int) -> Int {
    let rest = utf8[(checkpoint * Self.countEvery)..<offset]
    return scalarCounts[checkpoint] + rest.count { !$0.isContinuation }
  }

  /// The index of the paragraph that holds a byte offset, or of the last one before it.
  public func block(at offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The words beside a match, in its own paragraphs.
  ///
  /// They tell one place from another, and can be given as ``QuoteQuery/prefix`` and ``QuoteQuery/suffix``.
  ///
  /// - Parameter words: how many on each side, at most; white space parts them.
  public func context(of match: QuoteMatch, words: Int = 6) -> (prefix: String, suffix: String) {
    let bytes = match.bytes
    guard !bytes.isEmpty else { return ("", "") }
    let around = paragraphs(of: bytes)
    let (before, after) = (string(around.lowerBound..<bytes.lowerBound), string(bytes.upperBound..<around.upperBound))
    return (
      before.split(whereSeparator: \.isWhitespace).suffix(max(0, words)).joined(separator: " "),
      after.split(whereSeparator: \.isWhitespace).prefix(max(0, words)).joined(separator: " ")
    )
  }

  /// From the beginning of the paragraph a range of bytes begins in to the end of the one it ends in.
  public func paragraphs(of bytes: Range<Int>) -> Range<Int> {
    guard !blocks.isEmpty, !bytes.isEmpty else { return bytes }
    let first = blocks[block(at: bytes.lowerBound)]
    let last = blocks[block(at: bytes.upperBound - 1)]
    return min(first.lowerBound, bytes.lowerBound)..<max(last.upperBound, bytes.upperBound)
  }

  /// A part of the text, clamped to it.
  public func string(_ bytes: Range<Int>) -> String {
    String(decoding: utf8[bytes.clamped(to: utf8.indices)], as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether the byte continues a code point of UTF-8.
  @inline(__always) var isContinuation: Bool { self & 0b1100_0000 == 0b1000_0000 }
}
