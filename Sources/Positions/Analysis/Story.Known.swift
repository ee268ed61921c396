public import EDTF

extension Story {
  /// The story as it could have been known on a day.
  ///
  /// A source is known from the first day it can have been published on, or always where that is not given. Absent are
  /// sources that were not known yet, statements and expectations that rest on them or are dated after the day,
  /// outcomes and retractions of the same kind, and corrections that are dated after the day or concern something
  /// absent. An event that is marked as completed and was not over yet is scheduled.
  ///
  /// What carries no date stays: sides, actors and their roles, issues, events, and what is known and unknown. Those
  /// lists keep their indices; sources, statements, expectations and corrections have new ones. What a correction
  /// changed is not changed back.
  public func known(on day: Day) -> Story {
    var story = self
    var newIndices: [Int?] = []
    story.sources = []
    for source in sources {
      let isKnown = source.published?.canHaveBegun(by: day) != false
      newIndices.append(isKnown ? story.sources.count : nil)
      if isKnown { story.sources.append(source) }
    }
    /// Whether something dated and sourced is known, with the new index of its source.
    func known(_ date: EDTFDate?, _ source: Int?) -> (source: Int?, isKnown: Bool) {
      let index = source.flatMap { newIndices[$0] }
      return (index, date?.canHaveBegun(by: day) != false && (index == nil) == (source == nil))
    }

    story.statements = statements.compactMap { statement in
      guard case (let source?, true) = known(statement.date, statement.source) else { return nil }
      var statement = statement
      statement.source = source
      if let retraction = statement.retracted {
        let (source, isKnown) = known(retraction.date, retraction.source)
        statement.retracted?.source = source
        if !isKnown { statement.retracted = nil }
      }
      return statement
    }
    story.expectations = expectations.compactMap { expectation in
      let (source, isKnown) = known(expectation.date, expectation.source)
      guard isKnown else { return nil }
      var expectation = expectation
      expectation.source = source
      if let outcome = expectation.outcome {
        let (source, isKnown) = known(outcome.date, outcome.source)
        expectation.outcome?.source = source
        if !isKnown { expectation.outcome = nil }
      }
      return expectation
    }
    for index in story.events.indices {
      story.events[index].source = known(nil, story.events[index].source).source
      if story.events[index].status == .completed, !story.events[index].date.isOver(by: day) {
        story.events[index].status = .scheduled
      }
    }
    let absent = ids.subtracting(story.ids)
    story.corrections = corrections.filter { correction in
      correction.date.canHaveBegun(by: day) && correction.target.map(absent.contains) != true
    }
    return story
  }

  /// The first day on which a statement can be known, that of its source included; `nil` where neither has a start.
  public func firstDay(of statement: Statement) -> Day? {
    [statement.date, sources[statement.source].published].compactMap { $0?.earliest }.max()
  }

  /// The last day on which anything in it became known: the “as of” of a page where none is pinned.
  ///
  /// `nil` where nothing in it has a date. Of an open date its start counts; events, which may lie ahead, do not.
  public var lastKnownDay: Day? {
    let dates: [[EDTFDate?]] = [
      sources.map(\.published), statements.map(\.date), statements.map(\.retracted?.date), expectations.map(\.date),
      expectations.map(\.outcome?.date), corrections.map(\.date),
    ]
    return dates.joined().compactMap { $0?.latest ?? $0?.earliest }.max()
  }

  /// The ids of what can be absent and a correction can concern.
  private var ids: Set<String> {
    Set(statements.lazy.map(\.id)).union(expectations.lazy.map(\.id)).union(sources.lazy.map(\.id))
  }
}
