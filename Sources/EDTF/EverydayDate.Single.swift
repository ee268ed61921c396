extension EverydayDate {
  /// What has been made out of the words of one date.
  private struct Draft {
    var year: String?
    var month: Int?
    var day: Int?
    var time: String?
    var isUncertain = false
    var isApproximate = false
    /// The same date with day and month the other way round, where both could be either.
    var canBeSwapped = false
    /// The last year of `2019/20`.
    var lastYear: String?

    init?(_ words: ArraySlice<String>) {
      for word in words where !EverydayDate.read(word[...], into: &self) { return nil }
    }

    mutating func complete(from other: Draft) {
      year = year ?? other.year
      if day != nil { month = month ?? other.month }
    }

    var readings: [String]? {
      guard let reading = expression(swapped: false) else { return nil }
      return canBeSwapped ? [reading] + [expression(swapped: true)].compactMap(\.self) : [reading]
    }

    private func expression(swapped: Bool) -> String? {
      guard let year else { return nil }
      if let lastYear { return year + "/" + lastYear }
      var text = year
      let (month, day) = swapped ? (day, month) : (month, day)
      if let month { text += "-" + padded(month, 2) }
      if let day {
        if month == nil { return nil }
        text += "-" + padded(day, 2)
      }
      if let time { text += "T" + time }
      switch (isUncertain, isApproximate) {
      case (true, true): text += "%"
      case (true, false): text += "?"
      case (false, true): text += "~"
      case (false, false): break
      }
      return text
    }
  }

  /// The readings of words that hold one date.
  static func single(_ words: ArraySlice<String>) -> [String]? { Draft(words)?.readings }

  /// The first and the last of words that hold one date each, of which one may leave out what the other says:
  /// `27 to 28 February 2019`.
  static func pair(_ first: ArraySlice<String>, _ last: ArraySlice<String>) -> (first: String, last: String)? {
    guard var first = Draft(first), var last = Draft(last) else { return nil }
    first.complete(from: last)
    last.complete(from: first)
    guard let first = first.readings?.first, let last = last.readings?.first else { return nil }
    return (first, last)
  }

  /// Takes one word into the draft; `false` where no date has such a word, or not a second one.
  private static func read(_ word: Substring, into draft: inout Draft) -> Bool {
    var word = word
    if word.count > 1, let last = word.last, last == "?" || last == "~" {
      if last == "?" { draft.isUncertain = true } else { draft.isApproximate = true }
      word = word.dropLast()
    }
    if word.first == "~" {
      draft.isApproximate = true
      word = word.dropFirst()
    }
    switch word {
    case "c", "c.", "ca", "ca.", "circa", "about", "around", "approx", "approx.", "approximately", "roughly":
      draft.isApproximate = true
      return true
    case "?", "probably", "possibly", "perhaps", "maybe":
      draft.isUncertain = true
      return true
    case "the", "of", "in", "on", "a.d.", "ad", "ce": return true
    default: break
    }
    if weekdays.contains(where: { isName(word, of: $0) }) { return true }
    if let month = monthNumber(word) { return set(&draft.month, month) }
    if let number = number(word) { return read(number, digits: word.count, into: &draft) }
    if let year = decade(word) { return set(&draft.year, year) }
    if word.contains(":") { return set(&draft.time, time(word)) }
    if word.hasPrefix("c.") { return read(word.dropFirst(2), approximatelyInto: &draft) }
    return readCompound(word, into: &draft)
  }

  private static func read(_ word: Substring, approximatelyInto draft: inout Draft) -> Bool {
    draft.isApproximate = true
    return number(word).map { read($0, digits: word.count, into: &draft) } ?? false
  }

  private static func read(_ number: Int, digits: Int, into draft: inout Draft) -> Bool {
    switch digits {
    case 4: set(&draft.year, padded(number, 4))
    case 1, 2: set(&draft.day, number)
    default: false
    }
  }

  /// Reads `2019/2/12`, `12.02.2019`, `2-2019`, `12th`, `12-feb-2019`.
  private static func readCompound(_ word: Substring, into draft: inout Draft) -> Bool {
    if ["st", "nd", "rd", "th"].contains(word.suffix(2)), let day = number(word.dropLast(2)) {
      return set(&draft.day, day)
    }
    let parts = word.split { $0 == "-" || $0 == "/" || $0 == "." }
    guard (2...3).contains(parts.count) || word.hasSuffix(".") else { return false }
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count else {
      return numbers.count < parts.count && parts.allSatisfy { number($0) != nil || monthNumber($0) != nil }
        && parts.allSatisfy { read($0, into: &draft) }
    }
    let lengths = parts.map(\.count)
    switch (numbers.count, lengths.first == 4, lengths.last == 4) {
    case (1, false, _): return set(&draft.day, numbers[0])
    case (2, true, false):
      // What could be a season of level 2 is refused as that.
      if word.contains("-"), 21...41 ~= numbers[1] { return false }
      if numbers[1] > 12, lengths[1] == 2 { draft.lastYear = String(word.prefix(2)) + String(parts[1]) }
      return set(&draft.year, padded(numbers[0], 4)) && set(&draft.month, numbers[1])
    case (2, false, true):
      return set(&draft.year, padded(numbers[1], 4)) && set(&draft.month, numbers[0])
    case (3, true, false):
      return set(&draft.year, padded(numbers[0], 4)) && set(&draft.month, numbers[1]) && set(&draft.day, numbers[2])
    case (3, false, true):
      let dayIsFirst = numbers[1] <= 12
      draft.canBeSwapped = dayIsFirst && numbers[0] <= 12 && numbers[0] != numbers[1]
      return set(&draft.year, padded(numbers[2], 4)) && set(&draft.month, numbers[dayIsFirst ? 1 : 0])
        && set(&draft.day, numbers[dayIsFirst ? 0 : 1])
    default: return false
    }
  }

  private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
    guard place == nil, let value else { return false }
    place = value
    return true
  }

  private static func number(_ word: Substring) -> Int? {
    word.utf8.count <= 4 && word.utf8.allSatisfy { DateScanner.digit($0) != nil } ? Int(word) : nil
  }

  /// `1990s` as `199X`.
  private static func decade(_ word: Substring) -> String? {
    guard word.count == 5, word.hasSuffix("0s"), number(word.dropLast()) != nil else { return nil }
    return word.dropLast(2) + "X"
  }

  /// `9:30` as `09:30:00`.
  private static func time(_ word: Substring) -> String? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1] else { return nil }
    guard let second = parts.count == 3 ? parts[2] : 0 else { return nil }
    return [hour, minute, second].map { padded($0, 2) }.joined(separator: ":")
  }

  private static func monthNumber(_ word: Substring) -> Int? {
    if let index = DateWords.english.months.firstIndex(where: { isName(word, of: $0) }) { return index + 1 }
    if word == "fall" { return PartialDate.Season.autumn.rawValue }
    return DateWords.english.seasons.firstIndex { $0 == word }.map { $0 + PartialDate.Season.spring.rawValue }
  }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// Whether a word is a name, or at least its first three letters, perhaps with a full stop.
  private static func isName(_ word: Substring, of name: String) -> Bool {
    let stem = word.hasSuffix(".") ? word.dropLast() : word
    return stem.count >= 3 && name.lowercased().hasPrefix(stem)
  }
}
