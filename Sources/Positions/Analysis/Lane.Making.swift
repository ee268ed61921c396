internal import EDTF

extension Lane {
  /// The lanes of a story, and for each of its statements the index of its lane.
  static func lanes(of story: Story) -> (lanes: [Lane], laneOfStatement: [Int]) {
    var statements: [Key: [Int]] = [:]
    let keys = story.statements.map { Key(owner: Owner(of: $0, in: story), issue: $0.issue) }
    for (index, key) in keys.enumerated() { statements[key, default: []].append(index) }

    let lanes = statements.keys.sorted().map { key in
      Lane(owner: key.owner, issue: key.issue, statements: statements[key] ?? [])
    }
    var laneOfStatement = Array(repeating: 0, count: keys.count)
    for (index, lane) in lanes.enumerated() {
      for statement in lane.statements { laneOfStatement[statement] = index }
    }
    return (lanes, laneOfStatement)
  }

  private struct Key: Hashable, Comparable {
    let owner: Owner
    let issue: Int

    static func < (left: Key, right: Key) -> Bool {
      let (a, b) = (left.owner.rank, right.owner.rank)
      return (a.kind, left.issue, a.index) < (b.kind, right.issue, b.index)
    }
  }
}

extension Lane.Owner {
  /// Whose lane a statement runs in.
  ///
  /// A named speaker's own words, on the record or in a document, run in the lane of whom they were said for, which
  /// without `on_behalf_of` is the speaker. What an unnamed voice says, what is said on background, and what somebody
  /// else reports runs in a lane of the speaker's side.
  init(of statement: Statement, in story: Story) {
    let speaker = story.actors[statement.who]
    let principal = statement.onBehalfOf ?? statement.who
    let isReported = statement.reportedBy.map { $0 != statement.who } ?? false
    let isOnRecord = statement.attribution == .onRecord || statement.attribution == .document
    if isOnRecord, !isReported, speaker.kind != .anonymous, story.actors[principal].kind != .anonymous {
      self = .actor(principal)
    } else {
      self = speaker.side.map(Lane.Owner.side) ?? .unaffiliated(statement.who)
    }
  }

  fileprivate var rank: (kind: Int, index: Int) {
    switch self {
    case .actor(let index): (0, index)
    case .side(let index): (1, index)
    case .unaffiliated(let index): (2, index)
    }
  }
}
