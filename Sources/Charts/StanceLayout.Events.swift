import EDTF

extension StanceLayout {
  /// Names events above the picture, in up to three rows; where that does not go without collisions, numbers them
  /// there and returns their names for a list below.
  ///
  /// - Parameter y: the top of the room for names; on return its bottom.
  mutating func placeEvents(_ table: StanceTable, _ words: ChartWords, from y: inout Double) -> [TextBlock] {
    guard !table.events.isEmpty else { return [] }
    let ranges = table.events.map { event in
      let first = scale.x((event.date.earliest ?? event.date.latest).map(RowTime.ordinal) ?? 0)
      return first...max(first, scale.x((event.date.latest ?? event.date.earliest).map(RowTime.ordinal) ?? 0))
    }
    if table.events.count <= 12, let placed = staggered(table, ranges) {
      let height = placed.labels.map(\.box.maxY).max() ?? 0
      let lift = placed.labels.map(\.box.y).min() ?? 0
      for (index, label) in placed.labels.enumerated() {
        var label = label
        label.origin.y += y - lift
        labels.append(label)
        events.append(rule(index, table, ranges[index], top: label.box.maxY + 1))
      }
      y += height - lift + 5
      return []
    }
    return numbered(table, words, ranges, from: &y)
  }

  private func rule(
    _ index: Int, _ table: StanceTable, _ range: ClosedRange<Double>, top: Double
  ) -> EventRule {
    let date = table.events[index].date
    let kind: EventRule.Kind = date.day != nil ? .rule : date.isInterval ? .stripe : .vague
    return EventRule(kind: kind, event: index, x: range, top: top)
  }

  private func staggered(
    _ table: StanceTable, _ ranges: [ClosedRange<Double>]
  ) -> (labels: [TextLabel], rows: Int)? {
    let rowCount = 3
    let pitch = metrics.small.lineHeight * 2 + 4
    var placed: [(label: TextLabel, row: Int, x: Double)] = []
    for (index, event) in table.events.enumerated() {
      let block = TextBlock(event.title, metrics.small, width: metrics.eventWidth, maximumLines: 2)
      let x = (ranges[index].lowerBound + ranges[index].upperBound) / 2
      var found: (TextLabel, Int, Double)?
      search: for row in 0..<rowCount {
        for anchor in [TextLabel.Anchor.middle, .start, .end] {
          let offset: Double = anchor == .middle ? 0 : anchor == .start ? -4 : 4
          let y = Double(rowCount - row) * pitch - block.height
          let label = TextLabel(kind: .event, block: block, anchor: anchor, origin: Point(x: x + offset, y: y))
          let box = label.box
          guard box.x >= metrics.edge, box.maxX <= metrics.width - metrics.edge else { continue }
          let isFree = placed.allSatisfy { other in
            if other.row == row { return box.maxX + 8 <= other.label.box.x || other.label.box.maxX + 8 <= box.x }
            // A rule comes down from its label through the rows below.
            let lower = other.row < row ? other.label.box : box
            let ruleX = other.row < row ? x : other.x
            return ruleX < lower.x - 3 || ruleX > lower.maxX + 3
          }
          if isFree {
            found = (label, row, x)
            break search
          }
        }
      }
      guard let found else { return nil }
      placed.append(found)
    }
    return (placed.map(\.label), rowCount)
  }

  private mutating func numbered(
    _ table: StanceTable, _ words: ChartWords, _ ranges: [ClosedRange<Double>], from y: inout Double
  ) -> [TextBlock] {
    struct Group {
      var numbers: ClosedRange<Int>
      var x: ClosedRange<Double>
      var text: String {
        numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
      }
    }
    let style = metrics.small
    let centre = { [metrics] (group: Group) in
      let half = style.width(of: group.text) / 2
      let middle = (group.x.lowerBound + group.x.upperBound) / 2
      return min(max(middle, metrics.edge + half), metrics.width - metrics.edge - half)
    }
    var groups: [Group] = []
    for (index, range) in ranges.enumerated() {
      let x = (range.lowerBound + range.upperBound) / 2
      var group = Group(numbers: index + 1...index + 1, x: x...x)
      while let last = groups.last,
        centre(group) - style.width(of: group.text) / 2 < centre(last) + style.width(of: last.text) / 2 + 4
      {
        group = Group(
          numbers: last.numbers.lowerBound...group.numbers.upperBound,
          x: min(last.x.lowerBound, group.x.lowerBound)...max(last.x.upperBound, group.x.upperBound))
        groups.removeLast()
      }
      groups.append(group)
    }
    for group in groups {
      let block = TextBlock(group.text, style, width: .infinity, maximumLines: 1)
      labels.append(TextLabel(kind: .event, block: block, anchor: .middle, origin: Point(x: centre(group), y: y)))
    }
    y += style.lineHeight
    for index in ranges.indices { events.append(rule(index, table, ranges[index], top: y + 1)) }
    y += 5
    return eventList(table, words)
  }

  /// The longest list of events a chart prints below itself.
  private static let longestList = 24

  /// How far the names of listed events are set in, beside their numbers.
  private static let listIndent = 22.0

  private func eventList(_ table: StanceTable, _ words: ChartWords) -> [TextBlock] {
    let width = listColumn.width - Self.listIndent
    var list = table.events.prefix(Self.longestList).map { event in
      TextBlock("\(event.dateInWords): \(event.title)", metrics.small, width: width, maximumLines: 2)
    }
    if table.events.count > list.count {
      let more = ChartWords.fill(words.moreEvents, ["count": "\(table.events.count - list.count)"])
      list.append(TextBlock(more, metrics.smallMuted, width: width, maximumLines: 1))
    }
    return list
  }

  /// The columns of the list: two where there is room.
  private var listColumn: (count: Int, width: Double) {
    let whole = metrics.width - 2 * metrics.edge
    return metrics.levelWidth > 0 ? (2, (whole - 16) / 2) : (1, whole)
  }

  /// Prints the numbered events below the picture; returns the bottom.
  mutating func placeEventKey(_ blocks: [TextBlock], from y: Double) -> Double {
    guard !blocks.isEmpty else { return y }
    var number = metrics.small
    number.isBold = true
    let perColumn = (blocks.count + listColumn.count - 1) / listColumn.count
    var bottom = y
    var next = y + 10
    for (index, block) in blocks.enumerated() {
      if index % perColumn == 0 { next = y + 10 }
      let x = metrics.edge + Double(index / perColumn) * (listColumn.width + 16)
      let origin = Point(x: x + Self.listIndent, y: next)
      labels.append(TextLabel(kind: .key, block: block, anchor: .start, origin: origin))
      if index < Self.longestList {
        let block = TextBlock("\(index + 1)", number, width: .infinity, maximumLines: 1)
        labels.append(TextLabel(kind: .key, block: block, anchor: .start, origin: Point(x: x, y: next)))
      }
      next += block.height + 2
      bottom = max(bottom, next)
    }
    return bottom
  }
}
