extension EDTFWords {
  /// A single date in words, with what is said against it.
  func phrase(_ date: PartialDate) -> String {
    let phrase = unqualified(date)
    if date.qualifier.isEmpty { return phrase }
    return style == .long ? qualified(phrase, date) : shortlyQualified(phrase, date)
  }

  /// A month's or a season's name.
  func name(_ month: PartialDate.Part) -> String {
    let names = style == .long ? words.months : words.shortMonths
    let (table, index) = month.value > 12 ? (words.seasons, month.value - 21) : (names, month.value - 1)
    return table.indices.contains(index) ? table[index] : String(month.value)
  }

  /// A phrase for days or months, and the year they are in, where the style has years.
  func inYear(_ phrase: String, of date: PartialDate, _ joining: DateWords.Joining) -> String {
    style == .yearless ? phrase : joining(phrase, year(date))
  }

  // MARK: Dates

  private func unqualified(_ date: PartialDate) -> String {
    guard date.years != nil else { return words.unknownYear }
    guard let month = date.month else { return year(date) }
    guard month.isSpecified else {
      return some(date.day == nil ? words.someMonth : words.someDay, in: year(date))
    }
    guard let day = date.day else { return inYear(name(month), of: date, words.monthOfYear) }
    guard day.isSpecified else {
      return some(words.someDay, in: inYear(name(month), of: date, words.monthOfYear))
    }
    let phrase = inYear(words.dayOfMonth(words.dayNumber(day.value), name(month)), of: date, words.dayOfYear)
    return date.time.map { words.timeOfDate(phrase, time($0)) } ?? phrase
  }

  private func some(_ wrapping: DateWords.Wrapping, in phrase: String) -> String {
    style == .long ? wrapping(phrase) : phrase
  }

  private func year(_ date: PartialDate) -> String {
    guard let years = date.years else { return words.unknownYear }
    if years.count == 1 { return year(years.lowerBound) }
    if years.count == 10, years.lowerBound > 0 { return words.decade(String(years.lowerBound)) }
    return words.range(year(years.lowerBound), year(years.upperBound))
  }

  private func year(_ year: Int) -> String {
    switch year {
    case ...0: words.yearBeforeOne(String(1 - year))
    case 1...999: words.earlyYear(String(year))
    default: words.year(String(year))
    }
  }

  private func time(_ time: TimeOfDay) -> String {
    var text = padded(time.hour, 2) + ":" + padded(time.minute, 2)
    if time.second > 0 { text += ":" + padded(time.second, 2) }
    guard let offset = time.offset else { return text }
    return text + " UTC" + (offset == 0 ? "" : time.offsetText)
  }

  // MARK: Qualifiers

  private func shortlyQualified(_ phrase: String, _ date: PartialDate) -> String {
    let qualifier = date.qualifier
    let phrase = qualifier.contains(.approximate) ? words.shortAbout(phrase, date.precision) : phrase
    return qualifier.contains(.uncertain) ? words.shortUncertain(phrase) : phrase
  }

  /// Says it of the whole date where it holds of all parts, or of the last as an estimate; else names the parts.
  private func qualified(_ phrase: String, _ date: PartialDate) -> String {
    let names = words.partNames
    var parts = [(names.year, date.year)]
    if let month = date.month { parts.append((date.season == nil ? names.month : names.season, month)) }
    if let day = date.day { parts.append((names.day, day)) }

    var phrase = phrase
    var remarks: [String] = []
    let approximate = parts.filter { $0.1.qualifier.contains(.approximate) }
    let isLastAlone = approximate.count == 1 && parts.last?.1.qualifier.contains(.approximate) == true
    if approximate.count == parts.count || isLastAlone {
      phrase = words.about(phrase, date.precision)
    } else {
      remarks += approximate.map { words.approximatePart($0.0) }
    }
    let uncertain = parts.filter { $0.1.qualifier.contains(.uncertain) }
    if uncertain.count == parts.count {
      phrase = words.uncertain(phrase)
    } else {
      remarks += uncertain.map { words.uncertainPart($0.0) }
    }
    guard let first = remarks.first else { return phrase }
    return words.remark(phrase, remarks.dropFirst().reduce(first, words.list))
  }
}
