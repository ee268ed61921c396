import CommonMark
import Diagnostics
import EDTF
import Mustache
import Positions
import YAML

/// A site as it stands on the day of its edition: what is published, and what is held back.
struct PublishedSite: Sendable {
  /// Something that is not published yet.
  struct HeldBack: Sendable, Equatable {
    /// Where it would stand.
    let address: String
    /// The day it will be published by itself; `nil` for a draft.
    let until: Day?
  }

  let configuration: SiteConfiguration
  let address: SiteAddress
  let edition: Edition
  let templates: TemplateLibrary
  /// What the site says of its own, in its language.
  let words: InterfaceWords
  /// The same in the languages of its stories, by tag.
  let foreignWords: [String: InterfaceWords]
  let assets: [Asset]
  let copies: [SourceTree.File]
  private(set) var stories: [StoryEdition] = []
  private(set) var pages: [PageFile] = []
  /// Content/index.md, the text of the front page.
  private(set) var front: PageFile?
  private(set) var heldBack: [HeldBack] = []
  /// All stories by id, those that are held back too.
  let resolved: [String: ResolvedStory]
  /// What the site was made of.
  let parsed: ParsedSite
  /// site.yaml, and the positions files of all that is published.
  private(set) var dataFiles: [SourceText] = []

  /// Who makes the permanent ids of feeds; `nil` where it is not known where the site will stand.
  var tagAuthority: TagAuthority? {
    TagAuthority(address).map { configuration.feedIDs ?? $0 }
  }

  /// Whether a story has a feed: where the site will stand is known, and anything that a feed can date.
  func hasFeed(of story: StoryEdition) -> Bool { address.origin != nil && !story.changes.all.isEmpty }

  /// Whether the site has one.
  var hasFeed: Bool { stories.contains(where: hasFeed) }

  /// - Parameter previous: an earlier state of the same site: a story of which nothing changed is taken from there.
  init(
    _ parsed: ParsedSite, options: BuildOptions, reusing previous: PublishedSite? = nil, diagnostics: inout Diagnostics
  ) async {
    self.parsed = parsed
    configuration = parsed.configuration
    address = parsed.address
    edition = options.edition
    templates = parsed.templates
    words = parsed.words
    let tags = Set(parsed.stories.compactMap(\.explainer.lang)).subtracting([parsed.words.tag])
    let known = previous.map { $0.parsed.theme.hasSameWords(as: parsed.theme) } == true ? previous?.foreignWords : nil
    foreignWords = Dictionary(
      uniqueKeysWithValues: tags.map { ($0, known?[$0] ?? parsed.library.words(for: $0)) })
    assets = parsed.assets
    copies = parsed.copies
    dataFiles = parsed.sharedDataFiles

    var heldPages: [PageFile] = []
    for page in parsed.pages {
      if let held = Self.holdBack(page.address, isDraft: page.isDraft, date: page.date, options: options) {
        heldBack.append(held)
        heldPages.append(page)
      } else if page.address.isEmpty {
        front = page
      } else {
        pages.append(page)
      }
    }

    // Nobody renders these, and what is wrong with their Markdown is to be known all the same.
    let heldFindings = await parallelMap(heldPages, jobs: options.jobs) { page in
      Watchdog.watching(page.file.path) { page.markdownFindings }
    }
    for found in heldFindings { diagnostics.append(contentsOf: found) }

    let configuration = parsed.configuration
    let shared = parsed.shared
    let files = Set(parsed.copies.map(\.path))
    let resolved = await parallelMap(parsed.stories, jobs: options.jobs) { story in
      let inputs = StoryInputs(story, in: parsed, options: options, copies: files)
      if let known = previous?.resolved[story.id], known.inputs.isSame(as: inputs) { return known }
      var found = Diagnostics()
      let edition = Watchdog.watching("Content/\(story.id)/positions.yaml") {
        Self.resolve(
          story, shared: shared, configuration: configuration, files: files, options: options, diagnostics: &found)
      }
      return ResolvedStory(inputs: inputs, edition: edition, findings: found)
    }
    self.resolved = Dictionary(resolved.map { ($0.inputs.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (story, resolution) in zip(parsed.stories, resolved) {
      diagnostics.append(contentsOf: resolution.findings)
      let explainer = story.explainer
      if let held = Self.holdBack(story.id, isDraft: explainer.isDraft, date: explainer.date, options: options) {
        heldBack.append(held)
      } else {
        stories.append(resolution.edition)
        dataFiles.append(story.positionsFile)
      }
    }
  }

  /// Something written in Markdown.
  struct Text: Sendable {
    let file: SourceText
    /// Reads it, where that is not done yet.
    let document: @Sendable () -> Document
  }

  /// All that is written in Markdown and published.
  var texts: [Text] {
    (pages + [front].compactMap { $0 }).map(Self.text)
      + stories.flatMap { story in
        [Self.text(of: story.explainer)].compactMap { $0 } + story.articles.values.map(Self.text)
      }
  }

  /// The text that a page is made of; `nil` for one that no author wrote by itself.
  func text(of page: Page) -> Text? {
    switch page.content {
    case .plain(let index): Self.text(of: pages[index])
    case .home: front.map(Self.text)
    case .explainer(let story): Self.text(of: stories[story].explainer)
    case .article(let story, let source): stories[story].articles[source].map(Self.text)
    default: nil
    }
  }

  private static func text(of page: PageFile) -> Text { Text(file: page.file) { page.document } }

  private static func text(of article: ArticleFile) -> Text { Text(file: article.file) { article.document } }

  private static func text(of explainer: ExplainerFile) -> Text? {
    guard let file = explainer.file, let document = explainer.document else { return nil }
    return Text(file: file) { document }
  }

  private static func holdBack(_ address: String, isDraft: Bool, date: EDTFDate?, options: BuildOptions) -> HeldBack? {
    if isDraft, !options.includesDrafts { return HeldBack(address: address, until: nil) }
    guard let day = date?.earliest, day > options.edition.today, !options.includesFuture else { return nil }
    return HeldBack(address: address, until: day)
  }

  /// Resolves one story, checks all its quotes, those of the future too, and takes what is known on the day.
  private static func resolve(
    _ files: ParsedSite.StoryFiles, shared: PositionsFile?, configuration: SiteConfiguration, files copies: Set<String>,
    options: BuildOptions, diagnostics: inout Diagnostics
  ) -> StoryEdition {
    let whole = Story.resolve(
      id: files.id, file: files.positions, shared: shared, articles: files.articles.map(\.source),
      unreadArticles: files.unreadArticles, likelihoods: configuration.likelihoods, diagnostics: &diagnostics)
    let explainer = files.explainer
    checkEvent(of: explainer, in: whole, diagnostics: &diagnostics)
    checkImage(of: explainer, story: files.id, copies: copies, diagnostics: &diagnostics)

    let articles = Dictionary(files.articles.map { ($0.source.id, $0) }, uniquingKeysWith: { first, _ in first })
    let verification = QuoteVerification(of: whole, articles: articles, policy: configuration.quotes)
    diagnostics.append(contentsOf: verification.diagnostics)

    let today = options.edition.today
    let story = options.includesFuture ? whole : whole.known(on: today)
    let lastKnown = story.lastKnownDay
    let day =
      options.includesFuture ? max(today, lastKnown ?? today) : options.edition.printedDay(lastKnown: lastKnown)
    let known = Set(story.sources.map(\.id))
    return StoryEdition(
      explainer: explainer, whole: whole, definitions: StoryDefinitions(files.positions), story: story, day: day,
      today: today, articles: articles.filter { known.contains($0.key) }, checks: verification.checks)
  }

  private static func checkEvent(of explainer: ExplainerFile, in story: Story, diagnostics: inout Diagnostics) {
    guard let event = explainer.event, !story.events.contains(where: { $0.id == event }),
      !story.omissions.mayHold(event, of: .event)
    else { return }
    let ids = story.events.map(\.id)
    diagnostics.error(
      "unknown-event", "no event “\(event)” in the positions file", at: explainer.eventLocation,
      help: nearestName(to: event, among: ids).map { "did you mean “\($0)”?" }
        ?? (ids.isEmpty ? "add it under “events”" : "the events are \(ids.joined(separator: ", "))"))
  }

  private static func checkImage(
    of explainer: ExplainerFile, story: String, copies: Set<String>, diagnostics: inout Diagnostics
  ) {
    guard let image = explainer.image, !copies.contains(imagePath(image.path.value, story: story)) else { return }
    diagnostics.error(
      "missing-image", "no file “\(image.path.value)”", at: image.path.location,
      help: "put it into Content/\(story)/, or give its path from Content with a slash in front")
  }

  /// The path below Content of a picture an explainer names, from its own folder or, with a slash, from Content.
  static func imagePath(_ path: String, story: String) -> String {
    path.hasPrefix("/") ? String(path.dropFirst()) : story + "/" + path
  }
}
