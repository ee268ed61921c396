/// Where a quote may begin and end: never inside a word, a number or a character.
extension FoldedText {
  /// Whether what begins at a folded offset begins a word, or begins with none.
  ///
  /// “He can” does not stand in “she can”, nor “500” in “1,500”, nor “negotiable” in “non-negotiable”, nor “S. ships”
  /// in “U.S. ships”.
  func canStart(at start: Int) -> Bool {
    guard start < count, let (before, beforeStart) = bytes.scalar(endingAt: start) else { return true }
    let first = bytes.scalar(at: start).value
    if Letters.isExtender(first) || before == 0x200D || splitsFlag(at: start, between: before, and: first) {
      return false
    }
    guard Letters.isWord(first), !Letters.isUnspaced(first), !Letters.isUnspaced(before) else { return true }
    if Letters.isWord(before) { return false }

    let (secondBefore, secondStart) = bytes.scalar(endingAt: beforeStart) ?? (0x20, 0)
    if Letters.isASCIIDigit(first) {
      if Self.isSign(before) || Self.joinsDigits(before) && Letters.isASCIIDigit(secondBefore) { return false }
    }
    guard Letters.isWord(secondBefore) else { return true }
    switch before {
    case UInt32(Unit.hyphen): return false
    case UInt32(Unit.quote): return !endsShortWord(from: start)
    case 0x2E: return bytes.scalar(endingAt: secondStart).map { Letters.isWord($0.value) } ?? false
    default: return true
    }
  }

  /// Whether what ends at a folded offset ends a word, or ends with none.
  ///
  /// “We can” does not stand in “we can’t”, nor “costs 1” in “costs 1.5”.
  func canEnd(at end: Int) -> Bool {
    guard end < count, let (last, _) = bytes.scalar(endingAt: end) else { return true }
    let (after, length) = bytes.scalar(at: end)
    if Letters.isExtender(after) || last == 0x200D || splitsFlag(at: end, between: last, and: after) { return false }
    guard Letters.isWord(last), !Letters.isUnspaced(last), !Letters.isUnspaced(after) else { return true }
    if Letters.isWord(after) { return false }

    let second = end + length
    let (secondAfter, secondLength) = second < count ? bytes.scalar(at: second) : (0x20, 1)
    if Letters.isASCIIDigit(last) {
      if Self.isUnit(after) || Self.joinsDigits(after) && Letters.isASCIIDigit(secondAfter) { return false }
    }
    guard Letters.isWord(secondAfter), !Letters.isUnspaced(secondAfter) else { return true }
    switch after {
    case UInt32(Unit.hyphen), UInt32(Unit.quote): return false
    case 0x2E: return second + secondLength < count && Letters.isWord(bytes.scalar(at: second + secondLength).value)
    default: return true
    }
  }

  /// What contractions leave behind their apostrophe is short (“can’t”, “we’ll”); what follows an elided article is
  /// a word in its own right (“l’homme”).
  private func endsShortWord(from start: Int) -> Bool {
    var index = start
    for _ in 0..<3 {
      guard index < count else { return true }
      let (value, length) = bytes.scalar(at: index)
      guard Letters.isWord(value) else { return true }
      index += length
    }
    return false
  }

  /// Whether a place between two regional indicators lies inside a flag; of an endless row of them, the last 64 tell.
  private func splitsFlag(at place: Int, between before: UInt32, and after: UInt32) -> Bool {
    guard Letters.isRegionalIndicator(before), Letters.isRegionalIndicator(after) else { return false }
    var number = 0
    var index = place
    while number < 64, let (value, start) = bytes.scalar(endingAt: index), Letters.isRegionalIndicator(value) {
      number += 1
      index = start
    }
    return number % 2 == 1
  }

  /// What makes another number of the one it precedes: `-`, `.`, `$`, `£`, `¥`, `€`.
  private static func isSign(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x24, 0xA3, 0xA5, 0x20AC: true
    default: false
    }
  }

  /// What makes another number of the one it follows: `%`, `‰`, `°`.
  private static func isUnit(_ value: UInt32) -> Bool { value == 0x25 || value == 0x2030 || value == 0xB0 }

  /// What stands between the digits of one number, one date or one time.
  private static func joinsDigits(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A: true
    default: false
    }
  }
}
