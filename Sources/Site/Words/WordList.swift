/// What a language's file under Templates/words says, by key; keys of a section have its name before them: `dates.from`.
struct WordList: Sendable, Equatable {
  /// What stands under a key.
  enum Entry: Sendable, Equatable {
    case phrase(Phrase)
    /// Phrases that differ with a number, or with how exactly a date is given; ``WordList/usualForm`` is among them.
    case forms([String: Phrase])
    case list([String])

    /// A phrase in the form asked for, or else in the usual one.
    func phrase(_ form: String) -> Phrase? {
      switch self {
      case .phrase(let phrase): phrase
      case .forms(let forms): forms[form] ?? forms[WordList.usualForm]
      case .list: nil
      }
    }

    /// The names of the values that any of the phrases has.
    var values: Set<String> {
      switch self {
      case .phrase(let phrase): Set(phrase.values)
      case .forms(let forms): Set(forms.values.flatMap(\.values))
      case .list: []
      }
    }
  }

  /// The parts of the file that have keys of their own.
  static let sections = ["dates", "charts"]
  /// The form where no other is given.
  static let usualForm = "other"

  var entries: [String: Entry] = [:]

  /// This list with another's entries in place of its own.
  func overridden(by other: WordList) -> WordList {
    WordList(entries: entries.merging(other.entries) { _, new in new })
  }

  /// A phrase; the key itself where there is none, which no list that is based on the built-in English lacks.
  func phrase(_ key: String, _ form: String = usualForm) -> Phrase { entries[key]?.phrase(form) ?? Phrase(key) }

  /// A list of words; empty where there is none.
  func list(_ key: String) -> [String] { if case .list(let items)? = entries[key] { items } else { [] } }
}
