import EDTF

/// The forms a phrase about a date takes in a language in which they differ: `jusqu’au 12 février`, `jusqu’en février`.
enum DateForm: String, Sendable, CaseIterable {
  /// For a day.
  case day
  /// For a season.
  case season
  /// For ten years.
  case decade
  /// For a month, a year and all else.
  case other

  init(_ precision: PartialDate.Precision) {
    switch precision {
    case .day, .second: self = .day
    case .season: self = .season
    case .decade: self = .decade
    case .unknown, .millennium, .century, .year, .month: self = .other
    }
  }
}

extension WordList {
  /// The keys whose phrases may differ in that way.
  static let placed: Set<String> = [
    "dates.about", "dates.short_about", "dates.or_earlier", "dates.or_later", "dates.since", "dates.from",
    "dates.until", "dates.from_to_unknown", "dates.until_from_unknown",
  ]

  /// How dates are said.
  var dates: DateWords {
    func joining(_ key: String, _ first: String, _ second: String) -> DateWords.Joining {
      let phrase = phrase("dates." + key)
      return { phrase.filled([first: $0, second: $1]) }
    }
    func wrapping(_ key: String, _ value: String) -> DateWords.Wrapping {
      let phrase = phrase("dates." + key)
      return { phrase.filled([value: $0]) }
    }
    func placing(_ key: String) -> DateWords.Placing {
      let phrases = DateForm.allCases.map { phrase("dates." + key, $0.rawValue) }
      return { date, precision in
        let form = DateForm.allCases.firstIndex(of: DateForm(precision)) ?? 0
        return phrases[form].filled(["date": date])
      }
    }
    func text(_ key: String) -> String { phrase("dates." + key).text }

    var words = DateWords.english
    words.months = list("dates.months")
    words.shortMonths = list("dates.short_months")
    words.seasons = list("dates.seasons")
    let firstDay = wrapping("first_day", "day")
    words.dayNumber = { $0 == 1 ? firstDay("1") : String($0) }
    words.dayOfMonth = joining("day_of_month", "day", "month")
    words.dayOfYear = joining("day_of_year", "day", "year")
    words.monthOfYear = joining("month_of_year", "month", "year")
    words.timeOfDate = joining("time_of_date", "date", "time")
    let (range, spaced) = (joining("range", "first", "last"), joining("spaced_range", "first", "last"))
    words.range = { first, last in
      let isSpaced = first.utf8.contains(0x20) || last.utf8.contains(0x20)
      return isSpaced ? spaced(first, last) : range(first, last)
    }
    words.year = wrapping("year", "year")
    words.yearBeforeOne = wrapping("year_before_one", "year")
    words.earlyYear = wrapping("early_year", "year")
    words.decade = wrapping("decade", "year")
    words.unknownYear = text("unknown_year")
    words.someDay = wrapping("some_day", "date")
    words.someMonth = wrapping("some_month", "date")
    words.about = placing("about")
    words.shortAbout = placing("short_about")
    words.uncertain = wrapping("uncertain", "date")
    words.shortUncertain = wrapping("short_uncertain", "date")
    words.remark = joining("remark", "date", "remark")
    words.approximatePart = wrapping("approximate_part", "part")
    words.uncertainPart = wrapping("uncertain_part", "part")
    words.partNames = (text("part_year"), text("part_month"), text("part_season"), text("part_day"))
    words.orEarlier = placing("or_earlier")
    words.orLater = placing("or_later")
    words.since = placing("since")
    words.from = placing("from")
    words.until = placing("until")
    words.fromToUnknown = placing("from_to_unknown")
    words.untilFromUnknown = placing("until_from_unknown")
    words.or = joining("or", "first", "last")
    words.and = joining("and", "first", "last")
    words.list = joining("list", "first", "last")
    return words
  }
}
