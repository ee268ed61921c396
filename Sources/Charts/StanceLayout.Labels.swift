import Positions

extension StanceLayout {
  /// Names the levels: at the left, or inside the picture above their lines.
  mutating func placeLevels(_ blocks: [TextBlock]) {
    for (band, block) in zip(bands, blocks) {
      let y = metrics.levelWidth > 0 ? (band.top + band.bottom - block.height) / 2 : band.top + 4
      labels.append(TextLabel(kind: .level, block: block, anchor: .start, origin: Point(x: metrics.edge, y: y)))
    }
  }

  /// Names the lanes at the right, the first line of each name at the end of its line.
  mutating func placeLaneNames(_ blocks: [TextBlock], _ courses: [Course]) {
    let x = plot.maxX + 16
    for course in courses {
      let block = blocks[course.lane]
      let top = course.end.y - metrics.name.lineHeight / 2
      labels.append(TextLabel(kind: .lane, block: block, anchor: .start, origin: Point(x: x, y: top)))
      if x - course.end.x > 40 {
        let start = course.end.x + metrics.markRadius + 2
        lines[course.lane].leader = Stretch(y: course.end.y, x: start...max(start, x - 4))
      }
    }
  }

  /// Places ticks and their labels below the picture; returns the bottom.
  mutating func placeAxis(_ words: ChartWords) -> Double {
    ticks = scale.ticks(words, metrics.small, within: metrics.edge...metrics.width - metrics.edge)
    let top = plot.maxY + 7
    for tick in ticks {
      labels.append(
        TextLabel(kind: .tick, block: tick.block, anchor: .middle, origin: Point(x: tick.labelX, y: top)))
    }
    return top + (ticks.map(\.block.height).max() ?? 0)
  }

  /// Says which side has which shape, above the picture, where there is more than one; returns the bottom.
  mutating func placeSideKey(_ table: StanceTable, from y: Double) -> Double {
    var names: [Int: String] = [:]
    for lane in table.lanes { if let side = lane.side { names[side] = lane.sideLabel ?? "" } }
    guard Set(table.lanes.map(\.side)).count > 1 else { return y }
    return placeFlow(names.sorted { $0.key < $1.key }.map { (.side($0.key), $0.value) }, from: y) + 8
  }

  /// Says what the signs in use mean, below the picture; returns the bottom.
  mutating func placeKey(_ table: StanceTable, _ words: ChartWords, from y: Double) -> Double {
    var items: [(Symbol.Kind, String)] = []
    if marks.contains(where: \.isHollow) { items.append((.hollow, words.keyUnnamed)) }
    if marks.contains(where: { $0.whisker != nil }) { items.append((.whisker, words.keyFuzzy)) }
    if marks.contains(where: \.isStruck) { items.append((.struck, words.keyRetracted)) }
    if !shifts.isEmpty { items.append((.shift, words.keyShift)) }
    if lines.contains(where: { $0.silence != nil }) {
      items.append((.silence, ChartWords.fill(words.keySilence, ["date": words.inText(table.day)])))
    }
    if scale.segments.count > 1 { items.append((.cut, words.keyBreak)) }
    return items.isEmpty ? y : placeFlow(items, from: y + 10)
  }

  /// Sets signs and their meanings like words in lines; returns the bottom.
  private mutating func placeFlow(_ items: [(Symbol.Kind, String)], from y: Double) -> Double {
    let style = metrics.smallMuted
    let symbolWidth = 26.0
    var x = metrics.edge
    var y = y
    for (kind, text) in items {
      let block = TextBlock(text, style, width: metrics.width - 2 * metrics.edge - symbolWidth, maximumLines: 1)
      if x > metrics.edge, x + symbolWidth + block.width > metrics.width - metrics.edge {
        x = metrics.edge
        y += style.lineHeight + 3
      }
      symbols.append(Symbol(kind: kind, centre: Point(x: x + 10, y: y + style.lineHeight / 2)))
      labels.append(TextLabel(kind: .key, block: block, anchor: .start, origin: Point(x: x + symbolWidth, y: y)))
      x += symbolWidth + block.width + 16
    }
    return y + style.lineHeight
  }
}
