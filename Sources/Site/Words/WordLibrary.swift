import Diagnostics
import YAML

/// The words of all languages: those Dateline brings, and those of the site's own Templates/words.
///
/// A site's file is read over the built-in one of the same language, key by key, and a language that Dateline does not
/// bring over the built-in English, with a warning that names what it lacks.
struct WordLibrary: Sendable {
  private let english: WordList
  /// The built-in files but the English, by language; each is read when a page is in its language.
  private let builtIn: [String: SourceText]
  /// What the site's own files say, by language.
  private var own: [String: WordList] = [:]

  private static let reference = "en"

  /// - Parameters:
  ///   - builtIn: the theme's files, by language.
  ///   - own: the site's.
  init(
    builtIn: [(language: String, source: SourceText)], own: [(language: String, source: SourceText)],
    diagnostics: inout Diagnostics
  ) {
    self.builtIn = Dictionary(builtIn.map { ($0.language, $0.source) }, uniquingKeysWith: { first, _ in first })
    english =
      self.builtIn[Self.reference].map { WordList(reference: $0, diagnostics: &diagnostics) } ?? WordList()
    for (name, source) in own {
      let language = name.lowercased()
      var found = Diagnostics()
      let words = WordList(source, as: english, diagnostics: &found)
      if self.builtIn[language] == nil, !found.hasErrors {
        Self.warn(ofMissing: english.entries.keys.filter { words.entries[$0] == nil }.sorted(), in: source, &found)
      }
      diagnostics.append(contentsOf: found)
      self.own[language] = words
    }
  }

  private static func warn(ofMissing keys: [String], in source: SourceText, _ diagnostics: inout Diagnostics) {
    guard let first = keys.first else { return }
    let names = keys.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
    diagnostics.warning(
      "missing-words", "\(keys.count == 1 ? "“\(first)” is" : "\(keys.count) phrases are") not translated",
      at: source.location(0..<0),
      help: "readers get the English; add \(keys.count > 8 ? "\(names) and \(keys.count - 8) more" : names)")
  }

  /// The languages there are words in.
  var languages: [String] { Set(builtIn.keys).union(own.keys).sorted() }

  /// The language whose words a page takes: its own, or the nearest more general one; `nil` where there are none.
  ///
  /// - Parameter tag: BCP 47: `zh-Hant-TW` takes the words of `zh-hant` before those of `zh`.
  func language(for tag: String) -> String? {
    var subtags = tag.lowercased().split(separator: "-")
    while !subtags.isEmpty {
      let language = subtags.joined(separator: "-")
      if builtIn[language] != nil || own[language] != nil { return language }
      subtags.removeLast()
    }
    return nil
  }

  /// The words for a page in a language: English where there are none in it.
  func words(for tag: String) -> InterfaceWords {
    let language = language(for: tag) ?? Self.reference
    let primary = language.split(separator: "-").first.map(String.init) ?? language
    return InterfaceWords(list(of: language), in: primary, for: tag)
  }

  /// The words of one language, those it lacks in English.
  func list(of language: String) -> WordList {
    // What a translator of Dateline's own files did wrong fails a test; no editor is to be told.
    var ignored = Diagnostics()
    let translated = language == Self.reference ? nil : builtIn[language]
    let base = translated.map { english.overridden(by: WordList($0, as: english, diagnostics: &ignored)) } ?? english
    return own[language].map(base.overridden) ?? base
  }
}
