/// Turns code point indices, which libyaml counts in, into byte offsets of the source.
///
/// A cursor, since indices are asked for roughly in order: each costs its distance from the last.
struct CodePointCursor {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let pairs: SurrogatePairs?
  private let base: Int
  private var index = 0
  private var offset: Int

  /// Creates a cursor at the start of what libyaml reads.
  ///
  /// - Parameters:
  ///   - bytes: the source.
  ///   - range: what is read of it.
  ///   - pairs: what is read in its stead, if anything.
  init(bytes: [UInt8], range: Range<Int>, pairs: SurrogatePairs?) {
    self.pairs = pairs
    self.bytes = pairs?.text ?? bytes
    self.range = pairs.map { 0..<$0.text.count } ?? range
    base = range.lowerBound
    offset = self.range.lowerBound
  }

  /// The byte offset of a code point, counted from the start of the range.
  mutating func offset(ofCodePoint target: Int) -> Int {
    while index < target, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset += 1 }
      index += 1
    }
    while index > target, offset > range.lowerBound {
      offset -= 1
      while offset > range.lowerBound, bytes[offset] & 0b1100_0000 == 0b1000_0000 { offset -= 1 }
      index -= 1
    }
    return pairs.map { base + $0.original(of: offset) } ?? offset
  }
}
