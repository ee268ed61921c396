import Diagnostics
import YAML

// Sides, actors, sources, events, issues: what statements name.
extension Resolver {
  /// Adds everything but statements, expectations and corrections.
  mutating func addThings(file: PositionsFile, shared: PositionsFile?, articles: [Source]) {
    let used = SharedReferences(file: file, shared: shared)
    addSides(file, shared, used)
    addActors(file, shared, used)
    addSources(file, shared, used, articles: articles)
    addIssues(file, shared)
    addEvents(file)
    story.known = file.known
    story.unknown = file.unknown
  }

  private mutating func addSides(_ file: PositionsFile, _ shared: PositionsFile?, _ used: SharedReferences) {
    for entry in file.sides {
      define(entry.side.id, at: entry.location, as: story.sides.count, in: \.sides)
      story.sides.append(entry.side)
    }
    for entry in shared?.sides ?? [] {
      let index = used.sides.contains(entry.side.id) ? story.sides.count : nil
      guard defineShared(entry.side.id, at: entry.location, as: index, in: \.sides), index != nil else { continue }
      story.sides.append(entry.side)
    }
  }

  private mutating func addActors(_ file: PositionsFile, _ shared: PositionsFile?, _ used: SharedReferences) {
    for entry in file.actors {
      if entry.isOfUnreadKind { actorsOfUnreadKind.insert(story.actors.count) }
      define(entry.actor.id, at: entry.actor.location, as: story.actors.count, in: \.actors)
      addActor(entry.actor, side: find(entry.side, in: \.sides))
    }
    for entry in shared?.actors ?? [] {
      let index = used.actors.contains(entry.actor.id) ? story.actors.count : nil
      guard defineShared(entry.actor.id, at: entry.actor.location, as: index, in: \.actors), index != nil else {
        continue
      }
      // A side that is unknown was reported when the shared file was read.
      addActor(entry.actor, side: entry.side.flatMap { sides.index(of: $0.value) })
    }
  }

  private mutating func addActor(_ actor: Actor, side: Int?) {
    story.actors.append(actor)
    story.actors[story.actors.count - 1].side = side
  }

  private mutating func addSources(
    _ file: PositionsFile, _ shared: PositionsFile?, _ used: SharedReferences, articles: [Source]
  ) {
    for source in file.sources {
      define(source.id, at: source.location, as: story.sources.count, in: \.sources)
      story.sources.append(source)
    }
    for source in shared?.sources ?? [] {
      let index = used.sources.contains(source.id) ? story.sources.count : nil
      guard defineShared(source.id, at: source.location, as: index, in: \.sources), index != nil else { continue }
      story.sources.append(source)
    }
    for article in articles.sorted(by: { $0.id < $1.id }) {
      if let first = sources.define(article.id, at: article.location, index: story.sources.count) {
        error(
          "duplicate-id", "the source “\(article.id)” is defined twice", at: first,
          notes: [.init("its article is stored here", at: article.location)],
          help: "remove it from “sources”: an article in articles/ registers itself")
      } else {
        story.sources.append(article)
      }
    }
  }

  private mutating func addIssues(_ file: PositionsFile, _ shared: PositionsFile?) {
    var scales: [PositionsFile.ScaleEntry] = []
    for entry in file.scales {
      define(entry.id.value, at: entry.id.location, as: scales.count, in: \.scales)
      scales.append(entry)
    }
    for entry in shared?.scales ?? []
    where defineShared(entry.id.value, at: entry.id.location, as: scales.count, in: \.scales) {
      scales.append(entry)
    }
    for entry in file.issues {
      define(entry.issue.id, at: entry.issue.location, as: story.issues.count, in: \.issues)
      var issue = entry.issue
      var isWhole = entry.isScaleWhole
      if let scale = find(entry.scale, in: \.scales) {
        issue.scale = scales[scale].levels
        isWhole = scales[scale].isWhole
      }
      if !isWhole { issuesOfBrokenScale.insert(story.issues.count) }
      story.issues.append(issue)
    }
  }

  private mutating func addEvents(_ file: PositionsFile) {
    for entry in file.events {
      define(entry.id.value, at: entry.id.location, as: entry.event == nil ? nil : story.events.count, in: \.events)
      let source = find(entry.source, in: \.sources)
      guard var event = entry.event else { continue }
      event.source = source
      story.events.append(event)
    }
  }

  /// Makes the id of something shared known; reports a story's own thing of the same id, at that thing.
  ///
  /// - Returns: whether the id is free.
  private mutating func defineShared(
    _ id: String, at location: SourceLocation, as index: Int?, in kind: WritableKeyPath<Resolver, IDIndex>
  ) -> Bool {
    guard let own = self[keyPath: kind].define(id, at: location, index: index) else { return true }
    error(
      "duplicate-id", "the \(self[keyPath: kind].kind) “\(id)” is defined twice", at: own,
      notes: [.init("it is shared by all stories here", at: location)],
      help: "remove it here, or give it another id")
    return false
  }
}
