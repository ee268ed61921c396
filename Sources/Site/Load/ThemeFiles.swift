import Diagnostics
import Theme

/// The theme's files: the built-in ones, each overridden by a file of the same path in Templates.
struct ThemeFiles: Sendable {
  /// Mustache templates, by name: the path without `.mustache`.
  let templates: [(name: String, source: SourceText)]
  /// Everything else, by path: styles, scripts, pictures.
  let assets: [(path: String, source: SourceText)]

  /// The theme's words, by language: the name of the file, `words/fr.yaml`, without its ending.
  let words: [(language: String, source: SourceText)]
  /// The words of the site's own Templates, which stand over those.
  let ownWords: [(language: String, source: SourceText)]

  /// What the paths of built-in files begin with in messages.
  static let builtInPrefix = "(built-in theme)/"
  private static let suffix = ".mustache"

  /// - Parameter own: the files of the site's Templates folder; none where it has none.
  init(overriddenBy own: SourceTree?) {
    var files = Self.builtIn
    words = Self.words(in: files)
    let ownFiles = (own?.files ?? []).compactMap { file in file.text.map { (file.path, $0) } }
    ownWords = Self.words(in: Dictionary(ownFiles, uniquingKeysWith: { first, _ in first }))
    for (path, text) in ownFiles { files[path] = text }
    files = files.filter { Self.language(of: $0.key) == nil }
    let sorted = files.sorted { $0.key.precedesByBytes($1.key) }
    templates = sorted.filter { $0.key.hasSuffix(Self.suffix) }.map {
      (String($0.key.dropLast(Self.suffix.count)), $0.value)
    }
    assets = sorted.filter { !$0.key.hasSuffix(Self.suffix) }.map { ($0.key, $0.value) }
  }

  /// The built-in files by path, made once: what has not changed keeps its ``SourceText``.
  private static let builtIn = Dictionary(
    BuiltInTheme.files.map { ($0.path, SourceText(path: builtInPrefix + $0.path, bytes: $0.bytes)) },
    uniquingKeysWith: { first, _ in first })

  private static func words(in files: [String: SourceText]) -> [(language: String, source: SourceText)] {
    files.compactMap { path, text in language(of: path).map { ($0, text) } }
      .sorted { $0.language.precedesByBytes($1.language) }
  }

  /// The language a file has the words of; `nil` for any other file.
  private static func language(of path: String) -> String? {
    guard path.hasPrefix("words/"), path.hasSuffix(".yaml") else { return nil }
    return String(path.dropFirst("words/".count).dropLast(".yaml".count))
  }
}
