import CommonMark
import Diagnostics
import Positions
import YAML

/// What nothing needs: articles, actors, sides, scales, issues, sources. And what nobody sees: positions on no page.
enum UsageLints {
  static func judge(_ story: CheckedStory, _ found: inout LintFindings) {
    let used = Usage(of: story)
    unusedSources(of: story, used, &found)
    for (index, actor) in story.story.actors.enumerated()
    where !used.actors.contains(index) && !story.mentions.contains("actor:\(actor.id)") {
      found.report(
        .unusedDefinition, "actor “\(actor.id)” takes no position, and nothing refers to it", at: actor.location)
    }
    for (index, issue) in story.story.issues.enumerated()
    where !used.issues.contains(index) && !story.mentions.contains("issue:\(issue.id)") {
      found.report(.unusedDefinition, "nobody takes a position on the issue “\(issue.id)”", at: issue.location)
    }
    let definitions = story.edition.definitions
    let sides = Set(story.story.actors.compactMap { $0.side.map { story.story.sides[$0].id } })
    for side in definitions.sides where !sides.contains(side.value) {
      found.report(.unusedDefinition, "nobody is on the side “\(side.value)”", at: side.location)
    }
    for scale in definitions.scales where !definitions.scalesInUse.contains(scale.value) {
      found.report(.unusedDefinition, "no issue has the scale “\(scale.value)”", at: scale.location)
    }
    hiddenPositions(of: story, &found)
  }

  private static func unusedSources(of story: CheckedStory, _ used: Usage, _ found: inout LintFindings) {
    for (index, source) in story.story.sources.enumerated()
    where !used.sources.contains(index) && !story.mentions.contains("source:\(source.id)") {
      guard source.isStored else {
        found.report(.unusedDefinition, "nothing rests on the source “\(source.id)”", at: source.location)
        continue
      }
      guard !isLinkedTo(source, in: story) else { continue }
      found.report(.orphanArticle, "no position rests on “\(source.id)”, and nothing links to it", at: source.location)
    }
  }

  /// Whether a text links to an article's page by its address.
  private static func isLinkedTo(_ source: Source, in story: CheckedStory) -> Bool {
    let address = story.site.site.address.href(Routes.article(source.id, of: story.edition.id))
    if story.site.linkedTo.contains(address) { return true }
    guard let document = story.edition.explainer.document, let file = story.edition.explainer.file else { return false }
    return document.links.contains { link in
      story.site.links.address(of: link.destination, in: file.path).prefix { $0 != "#" } == address
    }
  }

  /// Positions that are published and that the pages of their story do not show.
  private static func hiddenPositions(of story: CheckedStory, _ found: inout LintFindings) {
    var shown: Set<String> = []
    for (page, outline) in zip(story.site.pages, story.site.outlines) where page.story == story.index {
      if let outline { shown.formUnion(outline.positions) }
    }
    for statement in story.edition.story.statements where !shown.contains(statement.id) {
      found.report(
        .hiddenPosition, "position “\(statement.id)” is on no page of the story", at: statement.location)
    }
  }
}

/// What the positions, events and expectations of a story refer to, as indices into its lists.
private struct Usage {
  var actors: Set<Int> = []
  var issues: Set<Int> = []
  var sources: Set<Int> = []

  init(of story: CheckedStory) {
    let story = story.story
    for statement in story.statements {
      actors.formUnion([statement.who, statement.onBehalfOf, statement.reportedBy].compactMap { $0 })
      issues.insert(statement.issue)
      sources.formUnion([statement.source, statement.retracted?.source].compactMap { $0 })
    }
    for expectation in story.expectations {
      if case .actor(let actor) = expectation.saidBy { actors.insert(actor) }
      if let issue = expectation.issue { issues.insert(issue) }
      sources.formUnion([expectation.source, expectation.outcome?.source].compactMap { $0 })
    }
    sources.formUnion(story.events.compactMap(\.source))
    let targets = Set(story.corrections.compactMap(\.target))
    sources.formUnion(story.sources.indices.filter { targets.contains(story.sources[$0].id) })
  }
}
