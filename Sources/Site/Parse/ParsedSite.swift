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
    let articles: [ArticleFile]
  }

  let configuration: SiteConfiguration
  let address: SiteAddress
  let shared: PositionsFile?
  let stories: [StoryFiles]
  let pages: [PageFile]
  let copies: [SourceTree.File]
  let templates: TemplateLibrary
  let assets: [Asset]

  init(_ content: ContentInventory, theme: ThemeFiles, options: BuildOptions, diagnostics: inout Diagnostics) async {
    configuration =
      content.configuration.map { SiteConfiguration($0, diagnostics: &diagnostics) } ?? SiteConfiguration()
    address = (options.baseURL ?? configuration.baseURL?.value).flatMap(SiteAddress.init) ?? SiteAddress()
    shared = content.shared.flatMap { PositionsFile.read($0, as: .shared, diagnostics: &diagnostics) }
    templates = TemplateLibrary(compiling: theme.templates, unknownPartials: .error, diagnostics: &diagnostics)
    assets = theme.assets.map { Asset(path: $0.path, bytes: $0.bytes) }
    copies = content.copies

    // Articles and pages are many and independent: each is read by whoever is free.
    let (address, jobs) = (address, options.jobs)
    let configuration = configuration
    func collect<Input: Sendable, Value: Sendable>(
      _ inputs: [Input], _ parse: @escaping @Sendable (Input, inout Diagnostics) -> Value
    ) async -> [Value] {
      let results = await parallelMap(inputs, jobs: jobs) { input in
        var found = Diagnostics()
        let value = parse(input, &found)
        return (value, found)
      }
      for (_, found) in results { diagnostics.append(contentsOf: found) }
      return results.map(\.0)
    }
    pages = await collect(content.pages) { page, found in
      PageFile(page.file, path: page.path, configuration: configuration, diagnostics: &found)
    }.compactMap { $0 }
    let inputs = content.stories.enumerated().flatMap { story, folder in folder.articles.map { (story, $0.id, $0.file) }
    }
    let articles = await collect(inputs) { input, found in
      (input.0, ArticleFile(input.2, id: input.1, configuration: configuration, site: address, diagnostics: &found))
    }
    var articlesOfStory = [[ArticleFile]](repeating: [], count: content.stories.count)
    for (story, article) in articles {
      if let article { articlesOfStory[story].append(article) }
    }
    stories = await collect(Array(zip(content.stories, articlesOfStory))) { input, found -> StoryFiles? in
      let (folder, articles) = input
      let explainer =
        folder.index.map { ExplainerFile($0, configuration: configuration, diagnostics: &found) }
        ?? ExplainerFile(folder: folder.id)
      let positions = PositionsFile.read(folder.positions, diagnostics: &found)
      guard let explainer, let positions else { return nil }
      return StoryFiles(id: folder.id, explainer: explainer, positions: positions, articles: articles)
    }.compactMap { $0 }
  }
}
