extension Scanner {
  /// Reads a tag that sets delimiters: `{{=<% %>=}}`.
  mutating func scanDelimiters(from start: Int, body: Int) {
    let closing = [UInt8(ascii: "=")] + close
    // Two delimiters and the space around them do not need more; without an end a hostile template would be searched
    // to its end for every tag.
    let reach = body..<min(bytes.count, body + 4 * Limits.delimiter)
    let end = firstMatch(of: closing, in: reach)
    let pair = bytes[body..<(end ?? body)].split(whereSeparator: \.isWhiteSpace)
    let isSound = pair.count == 2 && pair.allSatisfy { $0.count <= Limits.delimiter && !$0.contains(UInt8(ascii: "=")) }
    guard let end, isSound || !bytes[body..<end].contains(UInt8(ascii: "\n")) else {
      reportUnclosed(from: start, closing: closing)
      position = body
      return
    }
    position = end + closing.count
    tokens.append(Token(.silent, start..<position))
    guard isSound else {
      return errors.report(
        "bad-delimiters", "“\(errors.quoted(trimmed(body..<end)))” is not a pair of delimiters", at: start..<position,
        help: "write two of them, without “=”, with a space between, as in {{=<% %>=}}")
    }
    open = Array(pair[0])
    close = Array(pair[1])
  }

  func skipWhiteSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isWhiteSpace { index += 1 }
    return index
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isWhiteSpace { range = (first + 1)..<range.upperBound }
    while let last = range.last, bytes[last].isWhiteSpace { range = range.lowerBound..<last }
    return range
  }

  func matches(_ needle: [UInt8], at start: Int) -> Bool {
    guard needle.count <= bytes.count - start else { return false }
    for index in needle.indices where bytes[start + index] != needle[index] { return false }
    return true
  }

  func firstMatch(of needle: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = needle.first else { return nil }
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == first, matches(needle, at: index) { return index }
      index += 1
    }
    return nil
  }
}
