public import Positions
import EDTF

extension StanceTable {
  /// Collects what is said on one question.
  ///
  /// - Parameters:
  ///   - issue: an index into `story.issues`; a table without rows where there is no such issue.
  ///   - includes: which statements to show, given as indices into `story.statements`; all of them by default.
  public init(
    _ story: Story, _ analysis: StoryAnalysis, issue: Int, words: ChartWords,
    including includes: (Int) -> Bool = { _ in true }
  ) {
    let issueIndex = issue
    let issue = story.issues.indices.contains(issueIndex) ? story.issues[issueIndex] : nil
    let levels = (issue?.scale ?? []).map(\.label)
    let naming = Naming(story: story, words: words, levels: levels)

    let laneIndices = analysis.lanes.indices.filter { analysis.lanes[$0].issue == issueIndex }
    var shown: [(statement: Int, lane: Int)] = []
    var laneOwners: [(owner: Positions.Lane.Owner, statements: [Int])] = []
    var laneNumbers: [Int: Int] = [:]
    for index in laneIndices {
      let statements = analysis.lanes[index].statements.filter { story.statements.indices.contains($0) && includes($0) }
      guard !statements.isEmpty else { continue }
      laneNumbers[index] = laneOwners.count
      for statement in statements { shown.append((statement, laneOwners.count)) }
      laneOwners.append((analysis.lanes[index].owner, statements))
    }
    shown.sort { $0.statement < $1.statement }
    var rowOf: [Int: Int] = [:]
    for (row, item) in shown.enumerated() { rowOf[item.statement] = row }

    var shifts: [Shift] = []
    var shiftCompletedBy: [Int: Int] = [:]
    for shift in analysis.shifts where laneNumbers[shift.lane] != nil {
      guard let from = rowOf[shift.from], let to = rowOf[shift.to] else { continue }
      shiftCompletedBy[to] = shifts.count
      shifts.append(
        Shift(from: from, to: to, steps: shift.steps, kind: shift.kind, words: naming.words(for: shift)))
    }
    var contested: Set<Int> = []
    for contest in analysis.contested where laneNumbers[contest.lane] != nil {
      contested.insert(contest.first)
      contested.insert(contest.second)
    }

    question = issue?.question ?? ""
    self.levels = levels
    self.shifts = shifts
    day = analysis.day
    rows = shown.enumerated().map { index, item in
      naming.row(
        item.statement, lane: item.lane, of: laneOwners[item.lane].owner, shift: shiftCompletedBy[index],
        isContested: contested.contains(item.statement))
    }
    lanes = laneOwners.map { lane in
      naming.lane(lane.owner, rows: lane.statements.compactMap { rowOf[$0] }, on: analysis.day)
    }
    offScale = naming.offScale(rows)
    events = Self.events(of: story, near: shown.map(\.statement), words: words)
  }

  /// The events that are no further from the statements than half the time these take, or thirty days.
  private static func events(of story: Story, near statements: [Int], words: ChartWords) -> [Event] {
    var first: Int?
    var last: Int?
    for statement in statements {
      let date = story.statements[statement].date
      guard let earliest = date.earliest ?? date.latest, let latest = date.latest ?? date.earliest else { continue }
      first = min(first ?? earliest.ordinal, earliest.ordinal)
      last = max(last ?? latest.ordinal, latest.ordinal)
    }
    guard let first, let last else { return [] }
    let margin = max(30, (last - first) / 2)
    let near = story.events.indices.filter { index in
      let date = story.events[index].date
      guard let earliest = date.earliest ?? date.latest, let latest = date.latest ?? date.earliest else { return false }
      return latest.ordinal >= first - margin && earliest.ordinal <= last + margin
    }
    let key = { (index: Int) in (story.events[index].date.earliest?.ordinal ?? .min, index) }
    return near.sorted { key($0) < key($1) }.map { index in
      let event = story.events[index]
      let title =
        switch event.status {
        case .cancelled: ChartWords.fill(words.cancelled, ["title": event.title])
        case .postponed: ChartWords.fill(words.postponed, ["title": event.title])
        case .scheduled, .tentative, .completed: event.title
        }
      return Event(event: index, title: title, date: event.date, dateInWords: words.date(event.date))
    }
  }
}
