import Charts
import Mustache
import Positions

// What was expected, how likely, and how it came out.

extension ComponentViews {
  func expectations(_ options: ComponentOptions, number: Int) -> Object {
    let selected = story.expectations.indices.filter { index in
      let expectation = story.expectations[index]
      if let events = options.events, !(expectation.event.map(events.contains) ?? false) { return false }
      if let issues = options.issues, !(expectation.issue.map(issues.contains) ?? false) { return false }
      return true
    }
    // The likeliest first; what has no likelihood last, each in the order of the file.
    let ranked = selected.sorted { left, right in
      let a = story.expectations[left].likelihood?.midpoint ?? -1
      let b = story.expectations[right].likelihood?.midpoint ?? -1
      return a == b ? left < right : a > b
    }
    var view = Object()
    view.set(
      list: ranked.prefix(options.limit ?? .max).map { expectation($0, number: number) }, as: "expectations",
      has: "has_expectations")
    view.set(
      list: analysis.calibrations.map { calibration in
        let (voice, mean) = (voice(calibration.voice), words.decimals(calibration.meanBrier))
        let label = words.filled(.meanOf, ["voice": voice, "mean": mean, "count": String(calibration.count)])
        return [
          "voice": .text(voice), "mean": .text(mean), "count": .int(calibration.count), "label": .text(label),
          "is_ranked": .bool(calibration.isRanked),
        ]
      }.separated(in: words), as: "calibrations", has: "has_calibrations")
    return view
  }

  private func expectation(_ index: Int, number: Int) -> Object {
    let expectation = story.expectations[index]
    let outcome = expectation.outcome.map { outcome -> Object in
      [
        "value": .text(outcome.value.rawValue), "label": .text(words[outcome.value.word]),
        "date": .date(outcome.date, in: words),
        "reason": .optional(outcome.reason), "source": .optional(outcome.source.map { views.sources[$0] }),
        "score": .optional(edition.score(of: index).map { words.decimals($0.brier) }),
      ]
    }
    return [
      "id": .text(expectation.id), "anchor": number == 0 ? .text("expectation-" + expectation.id) : .null,
      "proposition": .text(expectation.proposition), "voice": .text(voice(expectation.saidBy)),
      "date": .date(expectation.date, in: words), "resolves_by": .date(expectation.resolvesBy, in: words),
      "criteria": .optional(expectation.criteria), "outcome": .optional(outcome),
      "is_overdue": .bool(expectation.isOverdue(on: site.edition.today)),
      "is_after": .bool(edition.isAfterEvent(on: site.edition.today)),
      "likelihood": .optional(
        expectation.likelihood.map { likelihood in
          self.likelihood(
            likelihood, outcome: expectation.outcome?.value, prefix: "likelihood-\(number)-\(expectation.id)")
        }),
    ]
  }

  private func likelihood(
    _ likelihood: Expectation.Likelihood, outcome: Expectation.Outcome.Value?, prefix: String
  ) -> Object {
    let bar = LikelihoodBar(likelihood, outcome: outcome, prefix: prefix, words: words.charts)
    // A percentage is its own range, and is not said twice.
    let isPercentage = likelihood.word.first?.isNumber ?? false
    let word = likelihood.word.prefix(1).uppercased() + likelihood.word.dropFirst()
    let range = words.percentages(likelihood.low, likelihood.high)
    return [
      "label": .text(isPercentage ? range : word), "range": .optional(isPercentage ? nil : range),
      "bar": .html(bar.svg),
    ]
  }

  private func voice(_ voice: Expectation.Voice) -> String {
    switch voice {
    case .newsroom: words[.newsroom]
    case .actor(let actor): story.actors[actor].name
    }
  }
}
