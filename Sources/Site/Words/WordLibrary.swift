import Diagnostics
import YAML

/// The words of all languages: those Dateline brings, and those of the site's own Templates/words.
///
/// A site's file is read over the built-in one of the same language, key by key, and a language that Dateline does not
/// bring over the built-in English, with a warning that names what it lacks.
struct WordLibrary: Sendable {
  private var lists: [String: WordList] = [:]

  private static let reference = "en"

  /// - Parameters:
  ///   - builtIn: the theme's files, by language.
  ///   - own: the site's.
  init(
    builtIn: [(language: String, source: SourceText)], own: [(language: String, source: SourceText)],
    diagnostics: inout Diagnostics
  ) {
    let english =
      builtIn.first { $0.language == Self.reference }.map {
        WordList(reference: $0.source, diagnostics: &diagnostics)
      } ?? WordList()
    lists[Self.reference] = english
    for (language, source) in builtIn where language != Self.reference {
      lists[language] = english.overridden(by: WordList(source, as: english, diagnostics: &diagnostics))
    }
    for (name, source) in own {
      let language = name.lowercased()
      let words = WordList(source, as: english, diagnostics: &diagnostics)
      if let known = lists[language] {
        lists[language] = known.overridden(by: words)
      } else {
        lists[language] = english.overridden(by: words)
        Self.warn(
          ofMissing: english.entries.keys.filter { words.entries[$0] == nil }.sorted(), in: source, &diagnostics)
      }
    }
  }

  private static func warn(ofMissing keys: [String], in source: SourceText, _ diagnostics: inout Diagnostics) {
    guard let first = keys.first, !diagnostics.hasErrors(in: source.path) else { return }
    let names = keys.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    diagnostics.warning(
      "missing-words", "\(keys.count == 1 ? "“\(first)” is" : "\(keys.count) phrases are") not translated",
      at: source.location(0..<0),
      help: "readers get the English; add \(keys.count > 8 ? "\(names) and \(keys.count - 8) more" : names)")
  }

  /// The words of a language, or of the nearest more general one; `nil` where there are none.
  ///
  /// - Parameter tag: BCP 47: `zh-Hant-TW` takes the words of `zh-hant` before those of `zh`.
  func known(for tag: String) -> InterfaceWords? {
    var subtags = tag.lowercased().split(separator: "-")
    let primary = subtags.first.map(String.init) ?? ""
    while !subtags.isEmpty {
      if let list = lists[subtags.joined(separator: "-")] { return InterfaceWords(list, in: primary, for: tag) }
      subtags.removeLast()
    }
    return nil
  }

  /// The words for a page in a language: English where there are none in it.
  func words(for tag: String) -> InterfaceWords {
    known(for: tag)
      ?? InterfaceWords(lists[Self.reference] ?? WordList(), in: Self.reference, for: tag)
  }

  /// The languages there are words in.
  var languages: [String] { lists.keys.sorted() }

  /// The words of one language as they stand; for tests.
  func list(_ language: String) -> WordList? { lists[language] }
}

extension Diagnostics {
  fileprivate func hasErrors(in path: String) -> Bool {
    all.contains { $0.severity == .error && $0.location?.source.path == path }
  }
}
