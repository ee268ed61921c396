import Diagnostics
import YAML

/// A story in the making: what is in it so far, and the ids by which the rest of the file names it.
struct Resolver {
  var story: Story
  let likelihoods: LikelihoodScale?
  private(set) var diagnostics = Diagnostics()

  var sides = IDIndex(kind: "side")
  var actors = IDIndex(kind: "actor")
  var scales = IDIndex(kind: "scale")
  var issues = IDIndex(kind: "issue")
  var sources = IDIndex(kind: "source")
  var events = IDIndex(kind: "event")
  var statements = IDIndex(kind: "position")
  var expectations = IDIndex(kind: "expectation")

  /// The issues, by index, whose scale has wrong levels, and so may lack what stances name.
  var issuesOfBrokenScale: Set<Int> = []
  /// The actors, by index, whose kind could not be read.
  var actorsOfUnreadKind: Set<Int> = []

  /// What is not known and was named, with where else it was named.
  var unknown: [String: (finding: Int, repeats: [SourceLocation])] = [:]
  /// The words that were reported as meaning nothing.
  var unknownWords: Set<String> = []

  init(storyID: String, likelihoods: LikelihoodScale?) {
    story = Story(
      id: storyID, sides: [], actors: [], issues: [], sources: [], events: [], statements: [], expectations: [],
      known: [], unknown: [], corrections: [])
    self.likelihoods = likelihoods
  }

  /// What an id names, by index; reports one that names nothing.
  ///
  /// - Returns: `nil` where nothing is named, and where it is known and was left out of the story for its own errors.
  mutating func find(_ id: Located<String>?, in kind: WritableKeyPath<Resolver, IDIndex>) -> Int? {
    guard let id else { return nil }
    if let found = self[keyPath: kind].index(of: id.value) { return found }
    guard !self[keyPath: kind].contains(id.value) else { return nil }
    let name = self[keyPath: kind].kind
    let help = self[keyPath: kind].help(for: id.value)
    reportUnknown(id, as: name, "no \(name) has the id “\(id.value.shortened(to: 60))”", help: help)
    return nil
  }

  /// Makes an id known; reports one that is known already.
  mutating func define(
    _ id: String, at location: SourceLocation, as index: Int?, in kind: WritableKeyPath<Resolver, IDIndex>
  ) {
    guard let first = self[keyPath: kind].define(id, at: location, index: index) else { return }
    error(
      "duplicate-id", "the \(self[keyPath: kind].kind) “\(id.shortened(to: 60))” is defined twice", at: location,
      notes: [.init("first here", at: first)], help: "give one of the two another id")
  }

  /// Adds an error, unless there are too many to be read.
  mutating func error(
    _ id: String, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.reportBounded(Diagnostic(.error, id, message, at: location, notes: notes, help: help))
  }

  /// Adds a warning, unless there are too many findings to be read.
  mutating func warning(
    _ id: String, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.reportBounded(Diagnostic(.warning, id, message, at: location, notes: notes, help: help))
  }
}
