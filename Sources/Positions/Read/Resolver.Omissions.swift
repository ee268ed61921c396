import YAML

extension Resolver {
  /// Takes over of which kinds not everything was read.
  mutating func noteUnread(_ kinds: Set<Omissions.Kind>) {
    story.omissions.kinds.formUnion(kinds)
    for kind in kinds {
      switch kind {
      case .side: sides.isWhole = false
      case .actor: actors.isWhole = false
      case .scale: scales.isWhole = false
      case .issue: issues.isWhole = false
      case .source: sources.isWhole = false
      case .event: events.isWhole = false
      case .position: statements.isWhole = false
      case .expectation: expectations.isWhole = false
      }
    }
  }

  /// Makes the ids of articles known that could not be read.
  mutating func addUnreadArticles(_ ids: [Located<String>]) {
    for id in ids { _ = sources.define(id.value, at: id.location, index: nil) }
    story.omissions.ids.formUnion(ids.lazy.map(\.value))
  }

  /// Notes what of the file did not become part of the story.
  mutating func noteOmissions(from file: PositionsFile) {
    // An id that could not be made, for want of what it is made of, is none that is known; and one that was made of a
    // word that means nothing is not the one that was meant.
    if statements.names.count < file.positions.count || file.positions.contains(where: hasUnmeantID) {
      story.omissions.kinds.insert(.position)
    }
    if expectations.names.count < file.expectations.count { story.omissions.kinds.insert(.expectation) }
    let left = [
      Set(statements.names).subtracting(story.statements.lazy.map(\.id)),
      Set(expectations.names).subtracting(story.expectations.lazy.map(\.id)),
      Set(events.names).subtracting(story.events.lazy.map(\.id)),
    ]
    for index in [actors, issues, sources, events, statements, expectations] {
      story.omissions.ids.formUnion(index.corrected)
    }
    // What was reported where the file names it is not reported again where a text does.
    story.omissions.ids.formUnion(unknownWords)
    for ids in left { story.omissions.ids.formUnion(ids) }
  }

  /// Whether a position's id was made of a word that was reported as meaning nothing.
  private func hasUnmeantID(_ position: PositionsFile.Position) -> Bool {
    guard position.id == nil else { return false }
    return [position.who, position.issue].contains { $0.map { unknownWords.contains($0.value) } ?? false }
  }
}
