import Diagnostics
import YAML

extension Resolver {
  /// Adds the expectations of a file.
  mutating func addExpectations(_ entries: [PositionsFile.ExpectationEntry]) {
    for (index, entry) in entries.enumerated() {
      if let id = entry.id { define(id.value, at: id.location, as: index, in: \.expectations) }
      if let expectation = expectation(entry) { story.expectations.append(expectation) }
    }
  }

  private mutating func expectation(_ entry: PositionsFile.ExpectationEntry) -> Expectation? {
    let event = find(entry.event, in: \.events)
    let issue = find(entry.issue, in: \.issues)
    let source = find(entry.source, in: \.sources)
    let outcomeSource = find(entry.outcome?.source, in: \.sources)
    let voice = voice(entry.saidBy)
    let likelihood = likelihood(entry.likelihood)
    guard let id = entry.id?.value, let proposition = entry.proposition, let voice else { return nil }
    return Expectation(
      id: id, event: event, issue: issue, proposition: proposition, saidBy: voice, likelihood: likelihood,
      date: entry.date ?? source.flatMap { story.sources[$0].published }, criteria: entry.criteria,
      resolvesBy: entry.resolvesBy, source: source,
      outcome: entry.outcome.map {
        Expectation.Outcome(value: $0.value, date: $0.date, source: outcomeSource, reason: $0.reason)
      },
      location: entry.location)
  }

  private mutating func voice(_ id: Located<String>?) -> Expectation.Voice? {
    guard let id, id.value != "newsroom" else { return .newsroom }
    if !actors.contains(id.value), nearestName(to: id.value, among: ["newsroom"]) != nil {
      error("unknown-id", "no actor has the id “\(id.value)”", at: id.location, help: "did you mean “newsroom”?")
      return nil
    }
    return find(id, in: \.actors).map { .actor($0) }
  }

  private mutating func likelihood(_ text: Located<String>?) -> Expectation.Likelihood? {
    guard let text, let likelihoods else { return nil }
    do {
      return try likelihoods.likelihood(of: text.value)
    } catch {
      self.error("unknown-likelihood", error.message, at: text.location, help: error.help)
      return nil
    }
  }

  /// Adds the corrections of a file, whose targets must be there.
  mutating func addCorrections(_ entries: [PositionsFile.CorrectionEntry]) {
    for entry in entries {
      if let target = entry.target { checkTarget(target) }
      story.corrections.append(entry.correction)
    }
  }

  private mutating func checkTarget(_ target: Located<String>) {
    let kinds: [WritableKeyPath<Resolver, IDIndex>] = [
      \.statements, \.expectations, \.events, \.sources, \.actors, \.issues,
    ]
    guard !kinds.contains(where: { self[keyPath: $0].contains(target.value) }) else { return }
    var near: String?
    for kind in kinds where near == nil { near = self[keyPath: kind].nearest(to: target.value) }
    error(
      "unknown-id", "nothing has the id “\(target.value.shortened(to: 60))”", at: target.location,
      help: near.map { "did you mean “\($0)”?" }
        ?? "write the id of a position, an expectation, an event, a source, an actor or an issue")
  }
}
