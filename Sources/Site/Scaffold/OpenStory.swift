import Diagnostics
import Positions
import YAML

/// A story that something is to be added to: its files as they were read, and what they say.
struct OpenStory: Sendable {
  /// What a positions file says.
  struct Reading: Sendable {
    let root: YAML.Node
    let positions: PositionsFile
    let story: Story
    let findings: Diagnostics
  }

  let id: String
  /// The positions file.
  let source: SourceText
  /// Where the operating system finds it.
  let diskPath: String
  /// What it says now.
  let reading: Reading
  let articles: [ArticleFile]
  /// What is wrong with articles that cannot be read.
  private let unreadable: [String: Diagnostics]
  /// What all stories share.
  let shared: PositionsFile?
  let configuration: SiteConfiguration
  /// Whether it has no positions file yet.
  let isNew: Bool
  /// Whether it has an index.md.
  let hasExplainer: Bool

  /// Opens a story. Mistakes in it are no hindrance, as long as its positions file can be read.
  ///
  /// - Parameters:
  ///   - folder: the one that holds Content.
  ///   - mayBeNew: whether a story that has no positions file yet is opened as one with an empty one.
  static func open(
    _ id: String, in folder: String, jobs: Int, mayBeNew: Bool = false
  ) async throws(ScaffoldError) -> OpenStory {
    let content = folder + "/Content"
    guard FileSystem.isFolder(content) else {
      throw .command("there is no folder Content in \(folder); `dateline new site` makes one")
    }
    var ignored = Diagnostics()
    var tree: SourceTree
    do {
      tree = try await SourceTree.load(content, named: "Content", jobs: jobs, diagnostics: &ignored) { path in
        path == "site.yaml" || path == "positions.yaml" || path.hasPrefix(id + "/") && ContentInventory.isRead(path)
      }
    } catch { throw .machine(error) }
    let path = id + "/positions.yaml"
    let isNew = mayBeNew && !tree.files.contains { $0.path == path }
    if isNew {
      let text = SourceText(path: "Content/" + path, bytes: [])
      tree = SourceTree(files: tree.files + [SourceTree.File(path: path, diskPath: content + "/" + path, text: text)])
    }
    let inventory = ContentInventory(tree, diagnostics: &ignored)
    guard let story = inventory.stories.first(where: { $0.id == id }) else {
      throw .unknown("story", id, among: storyIDs(in: tree))
    }
    let configuration =
      inventory.configuration.map { SiteConfiguration($0, diagnostics: &ignored) } ?? SiteConfiguration()
    let address = configuration.baseURL.flatMap { SiteAddress(baseURL: $0.value) } ?? SiteAddress()
    let articles = await parallelMap(story.articles, jobs: jobs) { id, file in
      var found = Diagnostics()
      return (id, ArticleFile(file, id: id, configuration: configuration, site: address, diagnostics: &found), found)
    }
    return try OpenStory(
      story, shared: inventory.shared, articles: articles, configuration: configuration,
      diskPath: content + "/" + path, isNew: isNew)
  }

  private static func storyIDs(in tree: SourceTree) -> [String] {
    let suffix = "/positions.yaml"
    return tree.files.map(\.path).filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
  }

  private init(
    _ folder: ContentInventory.StoryFolder, shared: SourceText?,
    articles: [(id: String, file: ArticleFile?, findings: Diagnostics)],
    configuration: SiteConfiguration, diskPath: String, isNew: Bool
  ) throws(ScaffoldError) {
    var ignored = Diagnostics()
    id = folder.id
    source = folder.positions
    self.diskPath = diskPath
    self.isNew = isNew
    hasExplainer = folder.index != nil
    let readable = articles.compactMap(\.file)
    self.articles = readable
    unreadable = Dictionary(
      articles.filter { $0.file == nil }.map { ($0.id, $0.findings) }, uniquingKeysWith: { first, _ in first })
    self.configuration = configuration
    self.shared = shared.flatMap { PositionsFile.read($0, as: .shared, diagnostics: &ignored) }
    reading = try Self.read(
      source, id: folder.id, shared: self.shared, articles: readable, likelihoods: configuration.likelihoods)
  }

  /// Reads a changed positions file as this story's.
  func read(_ bytes: [UInt8]) throws(ScaffoldError) -> Reading {
    try Self.read(
      SourceText(path: source.path, bytes: bytes), id: id, shared: shared, articles: articles,
      likelihoods: configuration.likelihoods)
  }

  private static func read(
    _ source: SourceText, id: String, shared: PositionsFile?, articles: [ArticleFile], likelihoods: LikelihoodScale?
  ) throws(ScaffoldError) -> Reading {
    var findings = Diagnostics()
    var ignored = Diagnostics()
    guard let root = YAML.parse(source, diagnostics: &ignored),
      let positions = PositionsFile.read(source, diagnostics: &findings)
    else { throw .content(ignored) }
    let story = Story.resolve(
      id: id, file: positions, shared: shared, articles: articles.map(\.source), likelihoods: likelihoods,
      diagnostics: &findings)
    return Reading(root: root, positions: positions, story: story, findings: findings)
  }

  /// Everybody who may be quoted: the story's actors, then those all stories share.
  var actors: [Actor] { reading.positions.actors.map(\.actor) + (shared?.actors ?? []).map(\.actor) }

  /// The article with an id.
  func article(_ id: String) throws(ScaffoldError) -> ArticleFile {
    if let article = articles.first(where: { $0.source.id == id }) { return article }
    if let findings = unreadable[id] { throw .content(findings) }
    if reading.story.sources.contains(where: { $0.id == id }) {
      throw .command("“\(id)” has no stored text; put it into Content/\(self.id)/articles/\(id).md")
    }
    throw .unknown("article", id, among: articles.map(\.source.id))
  }
}
