internal import EDTF

extension Standing {
  /// Where a lane's actor stands on a day; `nil` in a lane that is no actor's, and before its first statement.
  ///
  /// The last statement that was over by that day counts; where there is none, the last that can have been made by
  /// then. A stance off the scale is a standing too. What had been retracted by then is not.
  init?(inLane index: Int, _ lane: Lane, of story: Story, on day: Day) {
    guard lane.actor != nil else { return nil }
    func last(where isMade: (EDTFDate) -> Bool) -> Int? {
      lane.statements.last { index in
        let statement = story.statements[index]
        return isMade(statement.date) && statement.retracted?.date.canHaveBegun(by: day) != true
      }
    }
    if let statement = last(where: { $0.isOver(by: day) }) {
      self.init(lane: index, statement: statement, certainty: .held)
    } else if let statement = last(where: { $0.canHaveBegun(by: day) }) {
      self.init(lane: index, statement: statement, certainty: .maybe)
    } else {
      return nil
    }
  }
}

extension Split {
  /// The splits among standings, by (issue, side).
  static func splits(among standings: [Standing], in lanes: [Lane], of story: Story) -> [Split] {
    struct Place {
      let issue: Int
      let side: Int
      let level: Int
      let actor: Int
      let statement: Int
    }
    let places = standings.compactMap { standing -> Place? in
      let lane = lanes[standing.lane]
      guard let actor = lane.actor, let side = story.actors[actor].side,
        let level = story.statements[standing.statement].stance.level
      else { return nil }
      return Place(issue: lane.issue, side: side, level: level, actor: actor, statement: standing.statement)
    }.sorted { ($0.issue, $0.side, $0.level, $0.actor) < ($1.issue, $1.side, $1.level, $1.actor) }

    var splits: [Split] = []
    var rest = places[...]
    while let first = rest.first {
      let group = rest.prefix { $0.issue == first.issue && $0.side == first.side }
      rest = rest.dropFirst(group.count)
      let spread = (group.last?.level ?? first.level) - first.level
      guard spread >= 2 else { continue }
      splits.append(
        Split(side: first.side, issue: first.issue, statements: group.map(\.statement), spread: spread))
    }
    return splits
  }
}
