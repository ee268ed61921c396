extension Score {
  /// The score of an expectation; `nil` while it is pending, where it came out neither way, and without a likelihood.
  init?(of expectation: Expectation, at index: Int) {
    guard let likelihood = expectation.likelihood, let value = expectation.outcome?.value else { return nil }
    let outcome: Double
    switch value {
    case .borneOut: outcome = 1
    case .notBorneOut: outcome = 0
    case .ambiguous, .annulled: return nil
    }
    func squaredError(_ probability: Double) -> Double { (probability - outcome) * (probability - outcome) }
    // The outcome is at the edge of the range of probabilities, so that the error is greatest and least at the ends.
    let ends = (squaredError(likelihood.low), squaredError(likelihood.high))
    self.init(
      expectation: index, brier: squaredError(likelihood.midpoint), low: min(ends.0, ends.1),
      high: max(ends.0, ends.1))
  }
}

extension Calibration {
  /// The scores of a story taken together by voice: the newsroom first, then actors by file order.
  static func calibrations(of scores: [Score], in story: Story) -> [Calibration] {
    let byVoice = Dictionary(grouping: scores) { story.expectations[$0.expectation].saidBy }
    let voices = [.newsroom] + story.actors.indices.map(Expectation.Voice.actor)
    return voices.compactMap { voice in
      byVoice[voice].map { scores in
        let sum = scores.reduce(0) { $0 + $1.brier }
        return Calibration(voice: voice, count: scores.count, meanBrier: sum / Double(scores.count))
      }
    }
  }
}
