/// A date as people know it: exact, approximate, uncertain, open or one of several (ISO 8601-2, EDTF levels 0 and 1,
/// and of level 2 the qualifiers inside a date and the sets).
public struct EDTFDate: Hashable, Sendable {
  /// The expression as it was written.
  public let text: String
  /// The first day the date can mean; `nil` where its start is open or unknown.
  public let earliest: Day?
  /// The last day the date can mean; `nil` where its end is open or unknown.
  public let latest: Day?

  /// Reads an expression.
  ///
  /// - Throws: ``EDTFError`` with the place of the first mistake, in UTF-8 bytes from the start of the text.
  public init(parsing text: String) throws(EDTFError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String(Substring($0))) }
    guard (1...3).contains(parts.count), numbers.count == parts.count,
      let first = Day(year: numbers[0], month: parts.count > 1 ? numbers[1] : 1, day: parts.count > 2 ? numbers[2] : 1)
    else { throw EDTFError(message: "“\(text)” is not a date", range: 0..<text.utf8.count, help: nil) }
    let (year, month, _) = first.parts
    self.text = text
    earliest = first
    latest =
      switch parts.count {
      case 1: Day(year: year, month: 12, day: 31)
      case 2: Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
      default: first
      }
  }
}
