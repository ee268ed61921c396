import CommonMark
import Diagnostics
import Mustache
import Positions
import YAML

/// Every file of a site, read into values that know their file, line and column.
struct ParsedSite: Sendable {
  /// A story's files.
  struct StoryFiles: Sendable {
    let id: String
    let explainer: ExplainerFile
    let positions: PositionsFile
    let positionsFile: SourceText
    let articles: [ArticleFile]
    /// The ids of the articles that could not be read.
    let unreadArticles: [Located<String>]
    /// All of these files, the positions file first.
    let files: [SourceText]
  }

  /// All files of Content.
  let files: [SourceTree.File]
  let configuration: SiteConfiguration
  let address: SiteAddress
  let shared: PositionsFile?
  let stories: [StoryFiles]
  let pages: [PageFile]
  let copies: [SourceTree.File]
  let theme: ParsedTheme
  /// site.yaml, if there is one.
  let configurationFile: SourceText?
  /// Content/positions.yaml, if there is one.
  let sharedFile: SourceText?
  /// site.yaml and Content/positions.yaml, as far as there are any.
  let sharedDataFiles: [SourceText]

  var templates: TemplateLibrary { theme.templates }
  var library: WordLibrary { theme.library }
  /// What the site says of its own, in its language.
  var words: InterfaceWords { theme.words }
  var assets: [Asset] { theme.assets }

  private let configurationReading: Reading<SiteConfiguration>?
  private let sharedReading: Reading<PositionsFile?>?
  private let pageReadings: Readings<PageFile?>
  private let articleReadings: Readings<ArticleFile?>
  private let explainerReadings: Readings<ExplainerFile?>
  private let positionsReadings: Readings<PositionsFile?>

  /// - Parameter previous: an earlier reading of the same folder: a file that has not changed is not read again.
  init(
    _ content: ContentInventory, theme files: ThemeFiles, options: BuildOptions, reusing previous: ParsedSite? = nil,
    diagnostics: inout Diagnostics
  ) async {
    self.files = content.files
    configurationReading = content.configuration.map { file in
      if let known = previous?.configurationReading, known.file === file { return known }
      return Reading(file) { SiteConfiguration($0, diagnostics: &$1) }
    }
    if let reading = configurationReading { diagnostics.append(contentsOf: reading.findings) }
    var configuration = configurationReading?.value ?? SiteConfiguration()
    theme = ParsedTheme(files, language: configuration.language, reusing: previous?.theme)
    diagnostics.append(contentsOf: theme.findings)
    if !configuration.hasOwnLikelihoods, configuration.likelihoods != nil {
      configuration.likelihoods = .icd203(saidAs: theme.words.likelihoods)
    }
    self.configuration = configuration
    configurationFile = content.configuration
    address = (options.baseURL ?? configuration.baseURL?.value).flatMap(SiteAddress.init) ?? SiteAddress()
    sharedFile = content.shared
    sharedReading = content.shared.map { file in
      if let known = previous?.sharedReading, known.file === file { return known }
      return Reading(file) { PositionsFile.read($0, as: .shared, diagnostics: &$1) }
    }
    if let reading = sharedReading { diagnostics.append(contentsOf: reading.findings) }
    shared = sharedReading.map { $0.value ?? .unreadable }
    copies = Self.copies(content, allowsHTML: configuration.allowsHTML, diagnostics: &diagnostics)
    sharedDataFiles = [content.configuration, content.shared].compactMap { $0 }

    // Articles and pages are many and independent: each is read by whoever is free. How they are read hangs on
    // site.yaml, and on the site's address.
    let previous = previous?.configurationFile === configurationFile ? previous : nil
    let (address, jobs, read) = (address, options.jobs, configuration)
    let paths = content.pages.map(\.path)
    let readPages = await Readings(of: content.pages.map(\.file), reusing: previous?.pageReadings, jobs: jobs) {
      PageFile($0, path: paths[$1], configuration: read, diagnostics: &$2)
    }
    pageReadings = readPages
    pages = content.pages.compactMap { page in readPages[page.file]?.value }

    let ids = content.stories.flatMap { $0.articles.map(\.id) }
    articleReadings = await Readings(
      of: content.stories.flatMap { $0.articles.map(\.file) }, reusing: previous?.articleReadings, jobs: jobs
    ) {
      ArticleFile($0, id: ids[$1], configuration: read, site: address, diagnostics: &$2)
    }
    explainerReadings = await Readings(
      of: content.stories.compactMap(\.index), reusing: previous?.explainerReadings, jobs: jobs
    ) { file, _, found in
      ExplainerFile(file, configuration: read, diagnostics: &found)
    }
    positionsReadings = await Readings(
      of: content.stories.map(\.positions), reusing: previous?.positionsReadings, jobs: jobs
    ) { file, _, found in
      PositionsFile.read(file, diagnostics: &found)
    }

    for page in content.pages { diagnostics.append(contentsOf: readPages[page.file]?.findings ?? Diagnostics()) }
    let (articles, explainers, positions) = (articleReadings, explainerReadings, positionsReadings)
    // A file that cannot be read leaves the story's others to be looked at.
    stories = content.stories.map { folder in
      let read = folder.articles.map { ($0.id, $0.file, articles[$0.file]?.value) }
      let explainer = folder.index.flatMap { explainers[$0]?.value }
      return StoryFiles(
        id: folder.id, explainer: explainer ?? ExplainerFile(folder: folder.id),
        positions: positions[folder.positions]?.value ?? .unreadable, positionsFile: folder.positions,
        articles: read.compactMap { $0.2 },
        unreadArticles: read.filter { $0.2 == nil }.map { Located($0.0, at: $0.1.location(0..<0)) },
        files: [folder.positions] + [folder.index].compactMap { $0 } + folder.articles.map(\.file))
    }
    for folder in content.stories {
      for article in folder.articles {
        diagnostics.append(contentsOf: articles[article.file]?.findings ?? Diagnostics())
      }
      if let index = folder.index { diagnostics.append(contentsOf: explainers[index]?.findings ?? Diagnostics()) }
      diagnostics.append(contentsOf: positions[folder.positions]?.findings ?? Diagnostics())
    }
    warnOfLanguagesWithoutWords(&diagnostics)
  }

  /// The files that are copied: an HTML file is HTML as much as what stands in Markdown, and left out like it.
  private static func copies(
    _ content: ContentInventory, allowsHTML: Bool, diagnostics: inout Diagnostics
  ) -> [SourceTree.File] {
    content.copies.filter { file in
      let ending = file.path.split(separator: ".").last?.lowercased() ?? ""
      guard !allowsHTML, ["html", "htm", "xhtml", "xht", "shtml"].contains(ending) else { return true }
      diagnostics.warning(
        "raw-html-file", "Content/\(file.path) is left out: it is HTML, and could run scripts",
        help: "write it in Markdown, or trust all HTML in Content with “allow_html: true” in site.yaml")
      return false
    }
  }

  /// Warns of each language that pages are in and no words are, where it is first given.
  private func warnOfLanguagesWithoutWords(_ diagnostics: inout Diagnostics) {
    let given =
      [(configuration.language, configuration.languageLocation)]
      + stories.compactMap { story in story.explainer.lang.map { ($0, story.explainer.langLocation) } }
    var warned: Set<String> = []
    for (language, location) in given where library.language(for: language) == nil {
      guard warned.insert(language.lowercased()).inserted else { continue }
      diagnostics.warning(
        "no-words-for-language",
        "no words in “\(language)”: pages in it say “Timeline”, “Sources” and the like in English",
        at: location,
        help: "translate them in Templates/words/\(language.lowercased()).yaml; "
          + "there are words in \(library.languages.joined(separator: ", "))")
    }
  }
}
