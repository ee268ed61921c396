import EDTF
import Positions

extension StanceLayout {
  /// Where a lane ends: what its name is placed by.
  struct Course {
    var lane: Int
    var end: Point
  }

  /// A stretch of time a lane spends at one level.
  struct Run {
    var lane: Int
    var band: Int
    /// Indices into the table's rows.
    var rows: [Int]
    /// From its first mark to where the lane leaves the level.
    var x: ClosedRange<Double>
    /// Whether its rows were taken back: it is no part of the line.
    var isRetracted = false
    /// Whether the lane is still there at its end.
    var isLast = false
    var y = 0.0
  }

  /// Places rows, lines and marks, and returns where each lane ends.
  mutating func placeLanes(
    _ table: StanceTable, _ times: [RowTime], _ levelBlocks: [TextBlock], _ laneBlocks: [TextBlock]
  ) -> [Course] {
    let xs = times.map { scale.x($0.day) }
    let end = scale.x(RowTime.ordinal(table.day))
    var runs: [Run] = []
    var runOfRow = [Int](repeating: 0, count: table.rows.count)
    for (index, lane) in table.lanes.enumerated() {
      let end = lane.lastDay.map { min(end, scale.x(RowTime.ordinal($0))) } ?? end
      appendRuns(of: index, table, xs, until: end, &runs, &runOfRow)
    }
    let isLastOfLane = lastRuns(runs, lanes: table.lanes.count)

    let bandCount = levelBlocks.count
    let spans = runs.indices.map { index in
      var (from, to) = (runs[index].x.lowerBound, runs[index].x.upperBound)
      for whisker in runs[index].rows.compactMap({ times[$0].whisker }) {
        from = min(from, scale.x(whisker.lowerBound))
        to = max(to, scale.x(whisker.upperBound))
      }
      if isLastOfLane[runs[index].lane] == index { to = plot.maxX }
      return Tracks.Span(range: from - metrics.markRadius - 3...to + metrics.markRadius + 3, band: runs[index].band)
    }
    let (tracks, counts) = Tracks.assign(spans, bands: bandCount)
    var names = counts.map { [Double](repeating: 0, count: $0) }
    for (lane, run) in isLastOfLane.enumerated() {
      if let run { names[runs[run].band][tracks[run]] = laneBlocks[lane].height }
    }
    let trackYs = placeBands(table, levelBlocks, names: names)
    for index in runs.indices { runs[index].y = trackYs[runs[index].band][tracks[index]] }

    drawLines(table, runs, xs, runOfRow)
    placeMarks(table, times, xs, runs.map(\.y), runOfRow)
    return isLastOfLane.enumerated().map { lane, run in
      let y = run.map { runs[$0].y } ?? plot.y
      return Course(lane: lane, end: Point(x: run.map { runs[$0].x.upperBound } ?? plot.x, y: y))
    }
  }

  /// Splits a lane where its level changes.
  ///
  /// What was retracted stands apart unless it is at the level the lane is at.
  private func appendRuns(
    of lane: Int, _ table: StanceTable, _ xs: [Double], until end: Double, _ runs: inout [Run],
    _ runOfRow: inout [Int]
  ) {
    let offScale = table.levels.count
    var current: Int?
    for row in table.lanes[lane].rows {
      let band = table.rows[row].level ?? offScale
      if let current, runs[current].band == band {
        runs[current].rows.append(row)
        runOfRow[row] = current
        if !table.rows[row].isRetracted {
          runs[current].x = runs[current].x.lowerBound...max(runs[current].x.upperBound, xs[row])
        }
        continue
      }
      runOfRow[row] = runs.count
      let isRetracted = table.rows[row].isRetracted
      if !isRetracted {
        if let current { runs[current].x = runs[current].x.lowerBound...max(xs[row], runs[current].x.lowerBound) }
        current = runs.count
      }
      runs.append(Run(lane: lane, band: band, rows: [row], x: xs[row]...xs[row], isRetracted: isRetracted))
    }
    if let current {
      runs[current].x = runs[current].x.lowerBound...max(end, runs[current].x.upperBound)
      runs[current].isLast = true
    }
  }

  /// For each lane the run its name belongs to: the one it is in at the end, or its last where all was retracted.
  private func lastRuns(_ runs: [Run], lanes: Int) -> [Int?] {
    var last = [Int?](repeating: nil, count: lanes)
    for (index, run) in runs.enumerated() where last[run.lane].map({ !runs[$0].isLast }) ?? true {
      last[run.lane] = index
    }
    return last
  }

  /// Gives each level a row as high as its tracks need, and returns the height of every track.
  ///
  /// A track that a name belongs to at its end is as far from the next as the name is high; names can therefore stand
  /// right at the ends of their lines, and never meet.
  ///
  /// - Parameter names: for each level and track, how high the name at its end is, 0 where there is none.
  private mutating func placeBands(
    _ table: StanceTable, _ levelBlocks: [TextBlock], names: [[Double]]
  ) -> [[Double]] {
    let isInside = metrics.levelWidth == 0
    var trackYs: [[Double]] = []
    var y = plot.y
    for (index, block) in levelBlocks.enumerated() {
      var offsets: [Double] = []
      var next = 0.0
      for name in names[index] {
        offsets.append(next)
        next += max(metrics.trackHeight, name > 0 ? name + metrics.labelGap : 0)
      }
      let before = isInside ? block.height + 16 : 19
      let after = max(isInside ? 12 : 19, (names[index].last ?? 0) - metrics.name.lineHeight / 2 + metrics.labelGap)
      let needed = offsets.last.map { before + $0 + after } ?? 0
      let height = max(needed, block.height + 12, isInside ? 0 : 38)
      trackYs.append(offsets.map { y + before + (height - needed) / 2 + $0 })
      bands.append(Band(top: y, bottom: y + height, isOffScale: index == table.levels.count))
      y += height
    }
    plot.height = y - plot.y
    return trackYs
  }
}
