import Diagnostics
import Mustache

/// The theme, read: templates, words and assets.
struct ParsedTheme: Sendable {
  let files: ThemeFiles
  let templates: TemplateLibrary
  let library: WordLibrary
  /// What the site says of its own, in its language.
  let words: InterfaceWords
  let assets: [Asset]
  /// What is wrong with the theme's files.
  let findings: Diagnostics

  private let language: String
  private let templateFindings: Diagnostics
  private let wordFindings: Diagnostics

  /// - Parameters:
  ///   - language: the site's.
  ///   - previous: an earlier reading: what none of its files changed is not read again.
  init(_ files: ThemeFiles, language: String, reusing previous: ParsedTheme?) {
    self.files = files
    self.language = language
    if let previous, previous.language == language, previous.files.isSame(as: files) {
      templates = previous.templates
      library = previous.library
      words = previous.words
      assets = previous.assets
      templateFindings = previous.templateFindings
      wordFindings = previous.wordFindings
      findings = previous.findings
      return
    }

    let isSameWords = previous.map { $0.files.hasSameWords(as: files) } ?? false
    var found = Diagnostics()
    if let previous, isSameWords {
      library = previous.library
      found = previous.wordFindings
    } else {
      library = WordLibrary(builtIn: files.words, own: files.ownWords, diagnostics: &found)
    }
    wordFindings = found
    if let previous, isSameWords, previous.language == language {
      words = previous.words
    } else {
      words = library.words(for: language)
    }

    found = Diagnostics()
    if let previous, previous.files.hasSameTemplates(as: files) {
      templates = previous.templates
      found = previous.templateFindings
    } else {
      templates = TemplateLibrary(compiling: files.templates, unknownPartials: .error, diagnostics: &found)
    }
    templateFindings = found

    let known = Dictionary(
      zip(previous?.files.assets.map { ObjectIdentifier($0.source) } ?? [], previous?.assets ?? []),
      uniquingKeysWith: { first, _ in first })
    assets = files.assets.map { known[ObjectIdentifier($0.source)] ?? Asset(path: $0.path, bytes: $0.source.bytes) }
    found = wordFindings
    found.append(contentsOf: templateFindings)
    DataContract(assets: assets.map(\.key), words: words.view)
      .check(templates, names: files.templates.map(\.name), diagnostics: &found)
    findings = found
  }
}

extension ParsedTheme {
  /// Whether pages get the same words from both.
  func hasSameWords(as other: ParsedTheme) -> Bool { language == other.language && files.hasSameWords(as: other.files) }
}

extension ThemeFiles {
  fileprivate func isSame(as other: ThemeFiles) -> Bool {
    hasSameTemplates(as: other) && hasSameWords(as: other)
      && assets.elementsEqual(other.assets) { $0.path == $1.path && $0.source === $1.source }
  }

  fileprivate func hasSameTemplates(as other: ThemeFiles) -> Bool {
    templates.elementsEqual(other.templates) { $0.name == $1.name && $0.source === $1.source }
  }

  fileprivate func hasSameWords(as other: ThemeFiles) -> Bool {
    ownWords.elementsEqual(other.ownWords) { $0.language == $1.language && $0.source === $1.source }
  }
}
