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
  }

  let configuration: SiteConfiguration
  let address: SiteAddress
  let shared: PositionsFile?
  let stories: [StoryFiles]
  let pages: [PageFile]
  let copies: [SourceTree.File]
  let templates: TemplateLibrary
  let library: WordLibrary
  /// What the site says of its own, in its language.
  let words: InterfaceWords
  let assets: [Asset]
  /// site.yaml and Content/positions.yaml, as far as there are any.
  let sharedDataFiles: [SourceText]

  init(_ content: ContentInventory, theme: ThemeFiles, options: BuildOptions, diagnostics: inout Diagnostics) async {
    var configuration =
      content.configuration.map { SiteConfiguration($0, diagnostics: &diagnostics) } ?? SiteConfiguration()
    let library = WordLibrary(builtIn: theme.words, own: theme.ownWords, diagnostics: &diagnostics)
    let words = library.words(for: configuration.language)
    if !configuration.hasOwnLikelihoods, configuration.likelihoods != nil {
      configuration.likelihoods = .icd203(saidAs: words.likelihoods)
    }
    self.configuration = configuration
    self.library = library
    self.words = words
    address = (options.baseURL ?? configuration.baseURL?.value).flatMap(SiteAddress.init) ?? SiteAddress()
    shared = content.shared.flatMap {
      PositionsFile.read($0, as: .shared, diagnostics: &diagnostics) ?? .unreadable
    }
    templates = TemplateLibrary(compiling: theme.templates, unknownPartials: .error, diagnostics: &diagnostics)
    assets = theme.assets.map { Asset(path: $0.path, bytes: $0.bytes) }
    DataContract(assets: assets.map(\.key), words: words.view)
      .check(templates, names: theme.templates.map(\.name), diagnostics: &diagnostics)
    copies = Self.copies(content, allowsHTML: configuration.allowsHTML, diagnostics: &diagnostics)
    sharedDataFiles = [content.configuration, content.shared].compactMap { $0 }

    // Articles and pages are many and independent: each is read by whoever is free.
    let (address, jobs) = (address, options.jobs)
    let read = configuration
    func collect<Input: Sendable, Value: Sendable>(
      _ inputs: [Input], from path: @escaping @Sendable (Input) -> String,
      _ parse: @escaping @Sendable (Input, inout Diagnostics) -> Value
    ) async -> [Value] {
      let results = await parallelMap(inputs, jobs: jobs) { input in
        var found = Diagnostics()
        let value = Watchdog.watching(path(input)) { parse(input, &found) }
        return (value, found)
      }
      for (_, found) in results { diagnostics.append(contentsOf: found) }
      return results.map(\.0)
    }
    pages = await collect(content.pages, from: \.file.path) { page, found in
      PageFile(page.file, path: page.path, configuration: read, diagnostics: &found)
    }.compactMap { $0 }
    let inputs = content.stories.enumerated().flatMap { story, folder in folder.articles.map { (story, $0.id, $0.file) }
    }
    let articles = await collect(inputs, from: \.2.path) { input, found in
      ArticleFile(input.2, id: input.1, configuration: read, site: address, diagnostics: &found)
    }
    var articlesOfStory = [[ArticleFile]](repeating: [], count: content.stories.count)
    var unread = [[Located<String>]](repeating: [], count: content.stories.count)
    for ((story, id, file), article) in zip(inputs, articles) {
      if let article {
        articlesOfStory[story].append(article)
      } else {
        unread[story].append(Located(id, at: file.location(0..<0)))
      }
    }
    let files = content.stories.indices.map { (content.stories[$0], articlesOfStory[$0], unread[$0]) }
    // A file that cannot be read leaves the story's others to be looked at.
    stories = await collect(files, from: \.0.positions.path) { input, found in
      let (folder, articles, unread) = input
      let explainer = folder.index.flatMap {
        ExplainerFile($0, configuration: read, diagnostics: &found)
      }
      let positions = PositionsFile.read(folder.positions, diagnostics: &found)
      return StoryFiles(
        id: folder.id, explainer: explainer ?? ExplainerFile(folder: folder.id), positions: positions ?? .unreadable,
        positionsFile: folder.positions, articles: articles, unreadArticles: unread)
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
