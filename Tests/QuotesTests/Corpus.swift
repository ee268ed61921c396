import Foundation
import Quotes
import TestSupport

extension Corpus {
  /// The plain text of a third of the articles, which says as much, sooner.
  static func plainTexts() throws -> [QuotableText] {
    try articles(every: 3).map { QuotableText(plainText(of: $0.markdown)) }
  }

  /// A crude reading of Markdown: good enough for words as they stand in real articles.
  private static func plainText(of markdown: String) -> String {
    var plain: [Character] = []
    var isInTarget = false
    for character in markdown {
      switch character {
      case "(" where plain.last == "]":
        plain.removeLast()
        isInTarget = true
      case ")" where isInTarget: isInTarget = false
      case "[", "*", "`", "#", "_": break
      default: if !isInTarget { plain.append(character) }
      }
    }
    return String(plain).replacingOccurrences(of: "]", with: "").replacingOccurrences(of: "\n- ", with: "\n\n")
  }
}

/// A run of words of an article.
struct Span {
  let text: QuotableText
  let bytes: Range<Int>

  /// Takes a run of `length` words out of one paragraph, beginning and ending with a letter or digit.
  init?(of text: QuotableText, words length: ClosedRange<Int>, using generator: inout SplitMix) {
    guard let block = text.blocks.randomElement(using: &generator) else { return nil }
    let bytes = text.utf8
    var starts: [Int] = []
    var ends: [Int] = []
    for index in block {
      let isSpace = bytes[index] == 0x20
      if !isSpace, index == block.lowerBound || bytes[index - 1] == 0x20 { starts.append(index) }
      if !isSpace, index + 1 == block.upperBound || bytes[index + 1] == 0x20 { ends.append(index + 1) }
    }
    let count = Int.random(in: length, using: &generator)
    guard starts.count == ends.count, starts.count >= count else { return nil }
    let first = Int.random(in: 0...(starts.count - count), using: &generator)
    var (start, end) = (starts[first], ends[first + count - 1])
    while start < end, !Self.isLetter(bytes[start]) { start += 1 }
    while end > start, !Self.isLetter(bytes[end - 1]) { end -= 1 }
    guard end - start > 12, !text.string(start..<end).contains("  ") else { return nil }
    self.text = text
    self.bytes = start..<end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  /// The byte that follows in the text.
  var next: UInt8? { text.utf8[bytes.upperBound...].first }
  var string: String { text.string(bytes) }
  var words: [String] { string.split(separator: " ").map(String.init) }
}
