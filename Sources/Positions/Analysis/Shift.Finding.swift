internal import EDTF

extension Shift {
  /// The shifts and the contested pairs of one lane.
  ///
  /// Only an actor's lane has any: in the others different people speak, and that they differ moves nobody. Retracted
  /// statements and off-scale stances are stepped over, so that the statements on both sides of them are compared.
  /// After a contested pair the comparison goes on from the later of the two.
  static func moves(inLane index: Int, _ lane: Lane, of story: Story) -> (shifts: [Shift], contested: [Contest]) {
    guard lane.actor != nil else { return ([], []) }
    var shifts: [Shift] = []
    var contested: [Contest] = []
    var previous: (statement: Int, level: Int)?
    // The levels held before `previous`, those of contested pairs among them.
    var held: Set<Int> = []
    for statement in lane.statements {
      let current = story.statements[statement]
      guard current.retracted == nil, let level = current.stance.level else { continue }
      if let (from, fromLevel) = previous {
        if level != fromLevel {
          let before = story.statements[from].date
          if before.hasUnclearOrder(with: current.date) {
            contested.append(Contest(lane: index, first: from, second: statement))
          } else {
            let kind = Kind(
              from: fromLevel, to: level, held: held, lastLevel: story.issues[lane.issue].scale.count - 1)
            shifts.append(
              Shift(
                lane: index, from: from, to: statement, steps: level - fromLevel, kind: kind,
                earliest: before.earliest, latest: current.date.latest))
          }
        }
        held.insert(fromLevel)
      }
      previous = (statement, level)
    }
    return (shifts, contested)
  }
}

extension Shift.Kind {
  /// What kind of move it is between two levels, after others were held; the last level is the pole across from 0.
  fileprivate init(from: Int, to: Int, held: Set<Int>, lastLevel: Int) {
    if held.contains(to) {
      self = .return
    } else if min(from, to) == 0, max(from, to) == lastLevel {
      self = .reversal
    } else {
      self = .step
    }
  }
}

extension EDTFDate {
  /// Whether it cannot be told which of two came first; two statements of one exact day stand in the file's order.
  fileprivate func hasUnclearOrder(with other: EDTFDate) -> Bool {
    (day == nil || other.day == nil) && overlaps(other)
  }
}
