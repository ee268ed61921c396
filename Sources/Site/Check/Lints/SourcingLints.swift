import Diagnostics
import Positions

/// What newsrooms ask of sources without a name (the Associated Press's and Reuters's rules agree on them): information
/// and not opinion, a reason, a description that says how they know, and a second source.
enum SourcingLints {
  static func judge(_ story: CheckedStory, _ found: inout LintFindings) {
    let corroboration = Corroboration(of: story)
    for statement in story.story.statements where statement.retracted == nil {
      named(statement, story, &found)
      guard story.isUnnamed(statement) else { continue }
      if statement.anonymityReason == nil {
        found.report(
          .anonymousWithoutReason, "“\(statement.id)” does not say why the speaker is not named",
          at: statement.location)
      }
      if let words = AnonymousWords.opinion(in: statement.quote ?? "") {
        found.report(
          .anonymousOpinion, "opinion of an unnamed speaker: “\(words)”", at: statement.quoteLocation)
      }
      let described = statement.descriptor ?? story.name(unnamedSpeaker(of: statement))
      if AnonymousWords.isVague(described) {
        found.report(
          .vagueDescriptor, "“\(described)” tells readers nothing of who speaks", at: statement.location)
      }
      if statement.stance.level != nil, statement.sourcesCount ?? 1 < 2, !corroboration.has(statement) {
        let count = statement.sourcesCount == nil ? "unnamed sources, not said how many" : "one unnamed source"
        found.report(
          .singleAnonymousSource, "“\(statement.id)” rests on \(count), and nothing else says the same",
          at: statement.location)
      }
    }
    addresses(story, &found)
  }

  /// Who is to be described: who reports it, where it is they who have no name.
  private static func unnamedSpeaker(of statement: Statement) -> Int { statement.reportedBy ?? statement.who }

  /// A person whose name stands beside what was said on terms that withhold it.
  private static func named(_ statement: Statement, _ story: CheckedStory, _ found: inout LintFindings) {
    guard statement.attribution == .background || statement.attribution == .deepBackground,
      statement.reportedBy == nil, story.story.actors[statement.who].kind == .person
    else { return }
    let terms = statement.attribution == .background ? "background" : "deep background"
    found.report(
      .namedOnBackground, "\(story.name(statement.who)) is named, and spoke on \(terms)", at: statement.location)
  }

  /// Sources that positions rest on and that readers cannot get at.
  private static func addresses(_ story: CheckedStory, _ found: inout LintFindings) {
    let used = Set(story.story.statements.map(\.source))
    for (index, source) in story.story.sources.enumerated()
    where used.contains(index) && source.url == nil && !story.edition.hasArticlePage(source) {
      // A speech or a broadcast may have no address; that it is one tells readers where to ask.
      guard source.kind == nil || source.kind == "article" else { continue }
      // A stored article that is dated ahead gets its page when its day comes.
      guard !source.isStored || !story.edition.heldBackIDs.contains(source.id) else { continue }
      found.report(.sourceWithoutAddress, "source “\(source.id)” has no address", at: source.location)
    }
  }
}

/// Which positions are said by more than one source.
private struct Corroboration {
  private struct Answer: Hashable {
    let issue: Int
    let stance: Statement.Stance
  }

  private var sources: [Answer: Set<Int>] = [:]

  init(of story: CheckedStory) {
    for statement in story.story.statements where statement.retracted == nil {
      sources[Answer(issue: statement.issue, stance: statement.stance), default: []].insert(statement.source)
    }
  }

  /// Whether another source has the same answer to the same question.
  func has(_ statement: Statement) -> Bool {
    sources[Answer(issue: statement.issue, stance: statement.stance), default: []].count > 1
  }
}
