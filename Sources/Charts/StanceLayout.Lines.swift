import EDTF

extension StanceLayout {
  /// Draws the lanes through their runs: stretches at a level, risers between them, silence after the last.
  mutating func drawLines(_ table: StanceTable, _ runs: [Run], _ xs: [Double], _ runOfRow: [Int]) {
    lines = table.lanes.indices.map { Line(lane: $0) }
    var risers: [Riser] = []
    var riserOfRun = [Int?](repeating: nil, count: runs.count)
    var nextRun = [Int?](repeating: nil, count: runs.count)
    var previous: Int?
    for (index, run) in runs.enumerated() where !run.isRetracted {
      if let previous, runs[previous].lane == run.lane {
        let first = run.rows.first { !table.rows[$0].isRetracted }
        riserOfRun[index] = risers.count
        nextRun[previous] = index
        risers.append(
          Riser(x: run.x.lowerBound, from: runs[previous].y, to: run.y, shift: first.flatMap { table.rows[$0].shift }))
      }
      previous = index
    }
    Self.moveApart(&risers)

    for (index, run) in runs.enumerated() where !run.isRetracted {
      let riser = riserOfRun[index].map { risers[$0] }
      if let riser { add(riser, of: run.lane, table, from: { runs[runOfRow[$0]].y }) }
      let start = min(riser?.x ?? run.x.lowerBound, run.x.lowerBound)
      let lastMark = run.rows.filter { !table.rows[$0].isRetracted }.map { xs[$0] }.max() ?? run.x.lowerBound
      let end = nextRun[index].flatMap { riserOfRun[$0] }.map { risers[$0].x } ?? lastMark
      if end > start { lines[run.lane].stretches.append(Stretch(y: run.y, x: start...end)) }
      guard run.isLast else { continue }
      if run.x.upperBound > lastMark { lines[run.lane].silence = Stretch(y: run.y, x: lastMark...run.x.upperBound) }
      if table.lanes[run.lane].lastDay.map({ $0 <= table.day }) == true {
        lines[run.lane].cap = Point(x: run.x.upperBound, y: run.y)
      }
    }
  }

  private mutating func add(_ riser: Riser, of lane: Int, _ table: StanceTable, from height: (Int) -> Double) {
    guard let shift = riser.shift else { return lines[lane].joins.append(riser) }
    // A stance off the scale is stepped over: the change is from the level before it.
    let from = height(table.shifts[shift].from)
    if from != riser.from { lines[lane].joins.append(Riser(x: riser.x, from: riser.from, to: riser.to)) }
    shifts.append(Riser(x: riser.x, from: from, to: riser.to, shift: shift))
  }

  /// Moves risers that would lie on one another a little to the left.
  private static func moveApart(_ risers: inout [Riser]) {
    let distance = 3.0
    let order = risers.indices.sorted { (risers[$0].x, $0) < (risers[$1].x, $1) }
    for (place, index) in order.enumerated() {
      let neighbours = order[max(0, place - 8)..<place].map { risers[$0] }
      for _ in 0..<3 {
        let riser = risers[index]
        let isCovered = neighbours.contains { abs($0.x - riser.x) < distance && $0.heights.overlaps(riser.heights) }
        if !isCovered { break }
        risers[index].x -= distance
      }
    }
  }
}
