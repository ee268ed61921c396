import Diagnostics

extension LikelihoodScale {
  /// What a text means: a word of the scale, in any case, or a percentage (`70%`, `70`, `60-80%`).
  ///
  /// - Throws: ``Problem``, where it is neither.
  public func likelihood(of text: String) throws(Problem) -> Expectation.Likelihood {
    if let index = band(for: text) {
      return Expectation.Likelihood(word: text, low: bands[index].low, high: bands[index].high)
    }
    guard let first = text.utf8.first, Self.isDigit(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "-")
    else {
      let help =
        nearestName(to: text, among: words).map { "did you mean “\($0)”?" }
        ?? "write a percentage, or one of: \(bands.map(\.word).joined(separator: ", "))"
      throw Problem(message: "“\(text)” is not a word of the likelihood scale", help: help)
    }
    guard let percent = Self.percent(text) else {
      throw Problem(message: "“\(text)” is not a percentage", help: "write it as 70% or 60-80%")
    }
    guard percent.lowerBound >= 1 || percent.lowerBound == 0 || text.utf8.last == UInt8(ascii: "%") else {
      throw Problem(
        message: "“\(text)” would be less than one percent",
        help: "write a percentage, such as 70% for 0.7; if less than one is meant, end with “%”")
    }
    return Expectation.Likelihood(word: text, low: percent.lowerBound / 100, high: percent.upperBound / 100)
  }

  /// Reads one percentage or two with a dash between, the sign `%` or none after each; `nil` where that is not what
  /// it is, or not within 0 to 100.
  static func percent(_ text: String) -> ClosedRange<Double>? {
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    let numbers = parts.compactMap { number(String($0)) }
    guard numbers.count == parts.count, let low = numbers.first, let high = numbers.last, numbers.count <= 2,
      low <= high, high <= 100
    else { return nil }
    return low...high
  }

  /// The index of the band a word names.
  private func band(for word: String) -> Int? { byWord[word.lowercased()] }

  /// Digits, with a decimal point or without, spaces around, a `%` after or not.
  private static func number(_ text: String) -> Double? {
    var bytes = text.utf8.drop { $0 == 0x20 }
    while bytes.last == 0x20 { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "%") { bytes.removeLast() }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard let first = bytes.first, isDigit(first),
      bytes.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(Substring(bytes))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
