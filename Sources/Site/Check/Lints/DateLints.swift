import Diagnostics
import EDTF
import Positions

/// What time has overtaken, and what is dated where it cannot be.
enum DateLints {
  static func judge(_ story: CheckedStory, _ found: inout LintFindings) {
    for event in story.story.events where event.status == .scheduled || event.status == .tentative {
      guard let last = event.date.latest, last < story.today else { continue }
      found.report(.staleEvent, "“\(event.id)” is \(event.status.rawValue), and was on \(last)", at: event.location)
    }
    for expectation in story.story.expectations {
      if expectation.isOverdue(on: story.today), let day = expectation.resolvesBy?.latest {
        found.report(
          .overdueExpectation, "“\(expectation.id)” was to be decided by \(day), and has no outcome",
          at: expectation.location)
      }
      hindsight(expectation, story, &found)
    }
    future(story, &found)
  }

  private static func hindsight(_ expectation: Expectation, _ story: CheckedStory, _ found: inout LintFindings) {
    guard let said = expectation.date?.earliest else { return }
    let ends = [
      ("its event was over", expectation.event.flatMap { story.story.events[$0].date.latest }),
      ("it was decided", expectation.outcome?.date.latest), ("it was to be decided", expectation.resolvesBy?.latest),
    ]
    for case (let what, let day?) in ends where said > day {
      found.report(
        .hindsight, "“\(expectation.id)” is of \(said), when \(what) on \(day)", at: expectation.location)
      return
    }
  }

  /// What is dated after today. Where somebody pinned the day, it is today for the site alone.
  private static func future(_ story: CheckedStory, _ found: inout LintFindings) {
    guard !story.site.site.edition.isPinned else { return }
    func report(_ what: String, _ date: EDTFDate?, _ location: SourceLocation) {
      guard let day = date?.earliest, day > story.today else { return }
      found.report(.futureDate, "\(what) on \(day), which is to come", at: location)
    }
    for source in story.story.sources { report("“\(source.id)” was published", source.published, source.location) }
    for event in story.story.events where event.status == .completed {
      report("“\(event.id)” is completed, and is", event.date, event.location)
    }
    for statement in story.story.statements {
      report("“\(statement.id)” was retracted", statement.retracted?.date, statement.location)
    }
    for expectation in story.story.expectations {
      report("“\(expectation.id)” was decided", expectation.outcome?.date, expectation.location)
    }
    for correction in story.story.corrections { report("corrected", correction.date, correction.location) }
  }
}
