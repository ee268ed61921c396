/// Markdown that goes to libcmark in one piece, and where its lines are: a file's body, or a footnote taken out of it.
struct Passage: Sendable {
  let bytes: [UInt8]
  /// What of `bytes` is Markdown.
  let range: Range<Int>
  /// Where each line of `range` begins, and the end of `range`.
  private let starts: [Int32]

  init(_ bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range.clamped(to: 0..<bytes.count)
    starts = Self.lineStarts(in: bytes, self.range)
  }

  private static func lineStarts(in bytes: [UInt8], _ range: Range<Int>) -> [Int32] {
    var starts: [Int32] = [Int32(clamping: range.lowerBound)]
    starts.reserveCapacity(range.count / 40 + 2)
    var nextReturn = bytes.firstIndex(of: UInt8(ascii: "\r"), in: range)
    var place = range.lowerBound
    while true {
      let feed = bytes.firstIndex(of: UInt8(ascii: "\n"), in: place..<range.upperBound)
      let end = min(feed ?? range.upperBound, range.upperBound)
      // A carriage return ends a line, unless a line feed follows.
      while let index = nextReturn, index < end {
        if index + 1 != feed { starts.append(Int32(clamping: index + 1)) }
        nextReturn = bytes.firstIndex(of: UInt8(ascii: "\r"), in: index + 1..<range.upperBound)
      }
      guard let feed else { break }
      place = feed + 1
      starts.append(Int32(clamping: place))
    }
    if starts.last != Int32(clamping: range.upperBound) { starts.append(Int32(clamping: range.upperBound)) }
    return starts
  }

  /// How many lines there are.
  var lineCount: Int { starts.count - 1 }

  /// Where a line begins; a line past the end gives the end.
  ///
  /// - Parameter line: 0-based.
  func start(ofLine line: Int) -> Int { line < starts.count ? Int(starts[max(line, 0)]) : range.upperBound }

  /// Where a line ends, its line ending left out.
  func end(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// The 0-based number of the line that holds an offset.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = max(lineCount, 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where the text of a line begins behind the marks of the blocks around it: `>`, and the indentation of items.
  ///
  /// - Parameter quotes: how many block quotes are around it.
  func contentStart(ofLine line: Int, quotes: Int) -> Int {
    let end = end(ofLine: line)
    var index = start(ofLine: line)
    var quotes = quotes
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">"), quotes > 0 {
        quotes -= 1
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        break
      }
      index += 1
    }
    return index
  }

  /// Whether a line underlines a heading (CommonMark, setext headings).
  ///
  /// - Parameter maximumColumn: the last byte column, 0-based, at which it may begin.
  func isUnderline(_ line: Int, quotes: Int, maximumColumn: Int) -> Bool {
    let start = contentStart(ofLine: line, quotes: quotes)
    let text = bytes[start..<max(start, end(ofLine: line))]
    guard let mark = text.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    let indentation = bytes[self.start(ofLine: line)..<start]
    return indentation.count <= maximumColumn && !indentation.contains(UInt8(ascii: "\t"))
      && text.drop { $0 == mark }.allSatisfy(\.isBlank)
  }

  /// How often a byte stands in a row from an offset on.
  func run(of byte: UInt8, at offset: Int) -> Int {
    var end = max(offset, range.lowerBound)
    let start = end
    while end < range.upperBound, bytes[end] == byte { end += 1 }
    return end - start
  }
}
