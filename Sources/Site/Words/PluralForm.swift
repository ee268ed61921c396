/// The forms words take by number: the plural categories of Unicode's CLDR (UTS 35, Part 3, “Language Plural Rules”).
enum PluralForm: String, Sendable, CaseIterable {
  case zero
  case one
  case two
  case few
  case many
  case other

  /// The form a whole number takes.
  ///
  /// The rules are those of the languages Dateline speaks; any other language has the English ones, of which a
  /// translation need only give `other`.
  ///
  /// - Parameters:
  ///   - count: not negative.
  ///   - language: the primary subtag: `ar`.
  init(of count: Int, in language: String) {
    switch language {
    case "ar": self = Self.arabic(count)
    case "fr": self = count <= 1 ? .one : .other
    case "ko": self = .other
    default: self = count == 1 ? .one : .other
    }
  }

  private static func arabic(_ count: Int) -> PluralForm {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
