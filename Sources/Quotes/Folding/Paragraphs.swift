/// Paragraphs, and the convention by which a speaker goes on from one to the next.
///
/// Newspapers leave the closing mark off a paragraph whose speaker goes on, and open the next one with a mark again.
extension [UInt8] {
  /// The ranges that empty lines set apart.
  var paragraphs: [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    var end = 0
    var lineFeeds = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "\n"): lineFeeds += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        if let open = start, lineFeeds > 1 {
          result.append(open..<end)
          start = index
        }
        start = start ?? index
        end = index + 1
        lineFeeds = 0
      }
    }
    if let start { result.append(start..<end) }
    return result
  }

  /// The quotation mark a paragraph opens with, and where the words after it begin.
  func openingMark(in block: Range<Int>) -> (mark: UInt32, end: Int)? {
    var index = block.lowerBound
    while index < block.upperBound {
      let (value, length) = scalar(at: index)
      let kind = ScalarClass(value)
      if kind.isQuotationMark { return Mark.opens(value) ? (value, index + length) : nil }
      guard kind.isSpace || kind.isUnseen else { return nil }
      index += length
    }
    return nil
  }

  /// Whether the last mark of a paragraph, of the kind that `opening` is of, opens a quotation and nothing closes it.
  func leavesOpen(_ opening: UInt32, in block: Range<Int>) -> Bool {
    var isOpen = false
    var index = block.lowerBound
    var previous: UInt32 = 0x20
    while index < block.upperBound {
      let (value, length) = scalar(at: index)
      index += length
      if Mark.isStraight(opening) {
        if value == opening, !isApostrophe(after: previous, before: index, in: block) { isOpen.toggle() }
      } else if value == opening {
        isOpen = true
      } else if Mark.closes(value, opening), !isApostrophe(after: previous, before: index, in: block) {
        isOpen = false
      }
      previous = value
    }
    return isOpen
  }

  /// Whether a mark between `previous` and `next` stands inside a word, where it is an apostrophe.
  private func isApostrophe(after previous: UInt32, before next: Int, in block: Range<Int>) -> Bool {
    Letters.isWord(previous) && next < block.upperBound && Letters.isWord(scalar(at: next).value)
  }
}

/// Which quotation marks open, and which close what those opened.
package enum Mark {
  package static func isStraight(_ mark: UInt32) -> Bool { mark == 0x22 || mark == 0x27 }

  package static func opens(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x27, 0x201C, 0x2018, 0xAB, 0x2039, 0x201E, 0x201A, 0xBB, 0x203A, 0x300C, 0x300E: true
    default: false
    }
  }

  package static func closes(_ mark: UInt32, _ opening: UInt32) -> Bool {
    switch opening {
    case 0x22, 0x27: mark == opening
    case 0x201C: mark == 0x201D
    case 0x2018: mark == 0x2019
    case 0xAB: mark == 0xBB
    case 0xBB: mark == 0xAB
    case 0x2039: mark == 0x203A
    case 0x203A: mark == 0x2039
    case 0x201E: mark == 0x201C || mark == 0x201D
    case 0x201A: mark == 0x2018 || mark == 0x2019
    case 0x300C, 0x300E: mark == opening + 1
    default: false
    }
  }
}
