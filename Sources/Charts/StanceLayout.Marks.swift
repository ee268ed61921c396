extension StanceLayout {
  /// Places a mark for every row.
  mutating func placeMarks(
    _ table: StanceTable, _ times: [RowTime], _ xs: [Double], _ runY: [Double], _ runOfRow: [Int]
  ) {
    let clusters = table.rows.count > Self.clusterThreshold
    for (laneIndex, lane) in table.lanes.enumerated() {
      let isLive = lane.rows.map { !table.rows[$0].isRetracted }
      let lastLive = isLive.lastIndex(of: true) ?? isLive.count - 1
      var lineY: Double?
      var crowd: (key: CrowdKey, mark: Int)?
      for (place, index) in lane.rows.enumerated() {
        let row = table.rows[index]
        let y = runY[runOfRow[index]]
        if !row.isRetracted { lineY = y }
        let isPlain = row.shift == nil && !row.isRetracted && !row.isContested && place != lastLive
        let key = CrowdKey(column: xs[index].nearestInteger, y: y, isHollow: row.isAnonymous || lane.isAnonymous)
        if clusters, isPlain, let crowd, crowd.key == key {
          append(index, times[index], toMark: crowd.mark)
          continue
        }
        crowd = clusters && isPlain ? (key, marks.count) : nil
        let neighbours = [place - 1, place + 1].filter(lane.rows.indices.contains).map { lane.rows[$0] }
        let beside = neighbours.filter { runY[runOfRow[$0]] == y }
        let nearest = beside.map { abs(xs[$0] - xs[index]) }.min() ?? .infinity
        let isMarked = row.shift != nil || place == lastLive
        let radius =
          isMarked ? metrics.markRadius : min(max(nearest * 0.55, metrics.smallestRadius), metrics.markRadius)
        marks.append(
          Mark(
            rows: [index], lane: laneIndex, centre: Point(x: xs[index], y: y), radius: radius, isHollow: key.isHollow,
            isStruck: row.isRetracted, whisker: whisker(times[index]),
            tie: row.isRetracted && lineY != y ? lineY : nil))
      }
    }
  }

  private struct CrowdKey: Equatable {
    var column: Int
    var y: Double
    var isHollow: Bool
  }

  private func whisker(_ time: RowTime) -> Whisker? {
    guard let days = time.whisker, let first = scale.segments.first, let last = scale.segments.last else { return nil }
    let start = scale.x(days.lowerBound)
    return Whisker(
      x: start...max(start, scale.x(days.upperBound)), isOpenAtStart: days.lowerBound < first.days.lowerBound,
      isOpenAtEnd: days.upperBound > last.days.upperBound)
  }

  private mutating func append(_ row: Int, _ time: RowTime, toMark mark: Int) {
    marks[mark].rows.append(row)
    guard let more = whisker(time) else { return }
    let whisker = marks[mark].whisker ?? more
    marks[mark].whisker = Whisker(
      x: min(whisker.x.lowerBound, more.x.lowerBound)...max(whisker.x.upperBound, more.x.upperBound),
      isOpenAtStart: whisker.isOpenAtStart || more.isOpenAtStart,
      isOpenAtEnd: whisker.isOpenAtEnd || more.isOpenAtEnd)
  }
}
