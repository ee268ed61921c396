import Diagnostics
import Positions

/// Expectations that cannot be tested, or claim more than anybody can know.
enum ExpectationLints {
  static func judge(_ story: CheckedStory, _ found: inout LintFindings) {
    for expectation in story.story.expectations {
      if let likelihood = expectation.likelihood { judge(likelihood, of: expectation, story, &found) }
      if let outcome = expectation.outcome, outcome.source == nil,
        outcome.value == .borneOut || outcome.value == .notBorneOut
      {
        found.report(
          .outcomeWithoutSource, "the outcome of “\(expectation.id)” has no source", at: expectation.location)
      }
    }
  }

  private static func judge(
    _ likelihood: Expectation.Likelihood, of expectation: Expectation, _ story: CheckedStory,
    _ found: inout LintFindings
  ) {
    if let bands = story.site.site.configuration.likelihoods?.bands, let low = bands.map(\.low).min(),
      let high = bands.map(\.high).max(), likelihood.low < low || likelihood.high > high
    {
      found.report(
        .likelihoodOutOfBand,
        "“\(likelihood.word)” for “\(expectation.id)”: the words of the scale end at \(percent(low)) and \(percent(high))",
        at: expectation.location)
    }
    let lacks = [
      expectation.criteria == nil ? "what will decide it" : nil,
      expectation.resolvesBy == nil && expectation.event == nil ? "by when" : nil,
    ].compactMap { $0 }
    if !lacks.isEmpty {
      found.report(
        .expectationWithoutCriteria, "“\(expectation.id)” does not say \(lacks.joined(separator: " and "))",
        at: expectation.location)
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
