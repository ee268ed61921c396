/// Says dates in words, in one language and one style.
public struct EDTFWords: Sendable {
  /// How long the words are.
  public enum Style: Sendable, CaseIterable {
    /// For prose: `about 12 February 2019`
    case long
    /// For tables and charts: `c. 12 Feb 2019`
    case short
    /// For axes and labels where the year stands elsewhere: `c. 12 Feb`
    case yearless
  }

  let words: DateWords
  let style: Style

  /// Creates a speaker from a language’s table.
  public init(_ words: DateWords, _ style: Style) {
    self.words = words
    self.style = style
  }

  /// An expression in words.
  public func words(for content: EDTFDate.Content) -> String {
    switch content {
    case .date(let date): phrase(date)
    case .interval(let start, let end): phrase(start, end)
    case .oneOf(let elements):
      list(elements.map { phrase($0, orEarlier: words.orEarlier, orLater: words.orLater) }, words.or)
    case .allOf(let elements):
      list(elements.map { phrase($0, orEarlier: words.until, orLater: words.from) }, words.and)
    }
  }

  /// A day in words.
  public func words(for day: Day) -> String {
    let (year, month, number) = day.parts
    return phrase(
      PartialDate(
        year: .init(value: year, unspecifiedDigits: 0, qualifier: []),
        month: .init(value: month, unspecifiedDigits: 0, qualifier: []),
        day: .init(value: number, unspecifiedDigits: 0, qualifier: []), time: nil))
  }

  // MARK: Sets

  private func list(_ phrases: [String], _ joining: DateWords.Joining) -> String {
    guard let last = phrases.last, let first = phrases.first else { return "" }
    if phrases.count == 1 { return last }
    return joining(phrases.dropFirst().dropLast().reduce(first, words.list), last)
  }

  private func phrase(
    _ element: EDTFDate.Element, orEarlier: DateWords.Placing, orLater: DateWords.Placing
  ) -> String {
    switch element {
    case .date(let date): phrase(date)
    case .range(let first, let last): range(first, last)
    case .orEarlier(let date): orEarlier(phrase(date), date.precision)
    case .orLater(let date): orLater(phrase(date), date.precision)
    }
  }

  // MARK: Intervals

  private func phrase(_ start: EDTFDate.Bound, _ end: EDTFDate.Bound) -> String {
    switch (start, end) {
    case (.date(let start), .date(let end)): range(start, end)
    case (.date(let start), .open): words.from(phrase(start), start.precision)
    case (.date(let start), .unknown): words.fromToUnknown(phrase(start), start.precision)
    case (.open, .date(let end)): words.until(phrase(end), end.precision)
    case (.unknown, .date(let end)): words.untilFromUnknown(phrase(end), end.precision)
    case (.open, _), (.unknown, _): words.unknownYear
    }
  }

  /// Says what the two ends share once: `27–28 February 2019`, `February–April 2019`.
  private func range(_ first: PartialDate, _ last: PartialDate) -> String {
    if first == last { return phrase(first) }
    guard first.precision == last.precision, first.year == last.year, first.qualifier.isEmpty, last.qualifier.isEmpty,
      first.isSpecified, last.isSpecified, let firstMonth = first.month, let lastMonth = last.month
    else { return words.range(phrase(first), phrase(last)) }
    guard let firstDay = first.day, let lastDay = last.day else {
      return inYear(words.range(name(firstMonth), name(lastMonth)), of: first, words.monthOfYear)
    }
    let days =
      firstMonth == lastMonth
      ? words.dayOfMonth(words.range(words.dayNumber(firstDay.value), words.dayNumber(lastDay.value)), name(firstMonth))
      : words.range(
        words.dayOfMonth(words.dayNumber(firstDay.value), name(firstMonth)),
        words.dayOfMonth(words.dayNumber(lastDay.value), name(lastMonth)))
    return inYear(days, of: first, words.dayOfYear)
  }
}

extension EDTFDate {
  /// The date in words: `about 12 February 2019`, `27–28 February 2019`, `3 December 1760 or earlier`.
  public func words(_ style: EDTFWords.Style = .long, in words: DateWords = .english) -> String {
    EDTFWords(words, style).words(for: content)
  }
}

extension Day {
  /// The day in words: `12 February 2019`.
  public func words(_ style: EDTFWords.Style = .long, in words: DateWords = .english) -> String {
    EDTFWords(words, style).words(for: self)
  }
}
