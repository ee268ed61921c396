import YAML

/// The ids a story refers to, so that of what is shared only that becomes part of it.
struct SharedReferences {
  private(set) var sides: Set<String> = []
  private(set) var actors: Set<String> = []
  private(set) var sources: Set<String> = []

  init(file: PositionsFile, shared: PositionsFile?) {
    guard let shared else { return }
    for position in file.positions {
      add([position.who, position.onBehalfOf, position.reportedBy], to: \.actors)
      add([position.source, position.retracted?.source], to: \.sources)
    }
    for expectation in file.expectations {
      add([expectation.saidBy], to: \.actors)
      add([expectation.source, expectation.outcome?.source], to: \.sources)
    }
    for event in file.events { add([event.source], to: \.sources) }
    for correction in file.corrections {
      add([correction.target], to: \.actors)
      add([correction.target], to: \.sources)
    }
    for actor in file.actors { add([actor.side], to: \.sides) }
    for entry in shared.actors where actors.contains(entry.actor.id) { add([entry.side], to: \.sides) }
  }

  private mutating func add(_ ids: [Located<String>?], to set: WritableKeyPath<SharedReferences, Set<String>>) {
    for case let id? in ids { self[keyPath: set].insert(id.value) }
  }
}
