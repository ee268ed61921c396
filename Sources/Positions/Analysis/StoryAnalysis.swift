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
  public init(of story: Story, on day: Day) {
    self.day = day
    lanes = []
    laneOfStatement = []
    shifts = []
    contested = []
    standings = []
    splits = []
    scores = []
    calibrations = []
  }
}
