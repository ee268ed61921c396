public import EDTF

/// Everything that is computed from a story and never typed: lanes, shifts, standings, splits and scores.
public struct StoryAnalysis: Sendable {
  /// The day that ``standings`` and ``splits`` are of.
  public let day: Day
  /// Every lane that holds a statement: actors' by (issue, actor), then sides' by (issue, side), then those of
  /// actors on no side by (issue, actor).
  public let lanes: [Lane]
  /// For each of ``Story/statements``, the index of its lane in ``lanes``.
  public let laneOfStatement: [Int]
  /// The shifts, by lane, then by date.
  public let shifts: [Shift]
  /// Pairs of statements that differ and whose order cannot be told, by lane, then by date.
  public let contested: [Contest]
  /// Where each actor stood on the day: at most one for each actor's lane, by lane.
  public let standings: [Standing]
  /// The splits on the day, by (issue, side).
  public let splits: [Split]
  /// The scores of the expectations that have one, by file order.
  public let scores: [Score]
  /// The scores by voice: the newsroom first, then actors by file order.
  public let calibrations: [Calibration]

  /// Computes everything for a story, with standings and splits on one day.
  ///
  /// Takes time in proportion to the number of statements, and of lanes times its logarithm.
  ///
  /// - Parameters:
  ///   - story: its statements in the order of their dates.
  ///   - day: the day that standings and splits are of; shifts and lanes are of the whole story, see
  ///     ``Story/known(on:)``.
  public init(of story: Story, on day: Day) {
    self.day = day
    (lanes, laneOfStatement) = Lane.lanes(of: story)
    let moves = lanes.enumerated().map { Shift.moves(inLane: $0.offset, $0.element, of: story) }
    shifts = moves.flatMap(\.shifts)
    contested = moves.flatMap(\.contested)
    standings = lanes.enumerated().compactMap { Standing(inLane: $0.offset, $0.element, of: story, on: day) }
    splits = Split.splits(among: standings, in: lanes, of: story)
    scores = story.expectations.enumerated().compactMap { Score(of: $0.element, at: $0.offset) }
    calibrations = Calibration.calibrations(of: scores, in: story)
  }

  /// The statement before one in its lane: an index into ``Story/statements``.
  public func statement(before statement: Int) -> Int? { neighbour(of: statement, at: -1) }

  /// The statement after one in its lane: an index into ``Story/statements``.
  public func statement(after statement: Int) -> Int? { neighbour(of: statement, at: 1) }

  private func neighbour(of statement: Int, at distance: Int) -> Int? {
    guard laneOfStatement.indices.contains(statement) else { return nil }
    let statements = lanes[laneOfStatement[statement]].statements
    // A lane's statements ascend.
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle] < statement { low = middle + 1 } else { high = middle }
    }
    return statements.indices.contains(low + distance) ? statements[low + distance] : nil
  }
}
