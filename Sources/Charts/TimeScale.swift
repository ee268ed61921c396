/// A time axis: days to user units, with stretches in which nothing is dated cut out where they would squash the rest.
///
/// A cut is made only where it pays and is always drawn and told. One scale holds for all that is shown, on both sides
/// of every cut.
struct TimeScale: Sendable {
  /// A stretch of the axis without a cut.
  struct Segment: Sendable {
    /// The days something is dated on, as ordinals: the first and the last.
    var dated: ClosedRange<Double>
    /// The days shown.
    var days: ClosedRange<Double>
    /// Where they are shown, in user units.
    var x: ClosedRange<Double>
  }

  /// What an axis has to look like.
  struct Shape {
    /// Where it is drawn, in user units.
    var x: ClosedRange<Double>
    /// How many cuts it may have at most.
    var maximumCuts: Int
    /// How wide a cut is drawn.
    var cutWidth: Double
    /// The narrowest segment beside a cut: room for a label.
    var narrowest: Double
    /// The room before the first and after the last day of a segment.
    var padding: Double

    /// How wide it is.
    var width: Double { x.upperBound - x.lowerBound }
    /// The widest a day is drawn.
    var widestDay: Double { width * 0.8 }
  }

  /// The stretches, by time.
  let segments: [Segment]
  /// How wide a day is.
  let unitsPerDay: Double

  /// Lays out an axis on which all of the days can be told apart as well as the room allows.
  ///
  /// Gaps narrower than 6 units are squashed. Where three are, the longest gaps are cut, as few as leave fewer than
  /// three squashed, or else as many as may be. They are only cut if they make up half of the time or more, the shortest
  /// of them is three times as long as the longest that stays, and each would be wider, on the new scale, than what
  /// replaces it.
  ///
  /// - Parameter days: ordinals, ascending and apart, each from the first to the last mark on it.
  init(days: [ClosedRange<Double>], shape: Shape) {
    let days = days.isEmpty ? [0...0] : days
    let gaps = zip(days, days.dropFirst()).map { $1.lowerBound - $0.upperBound }
    let byLength = gaps.indices.sorted { (-gaps[$0], $0) < (-gaps[$1], $1) }
    let total = gaps.reduce(0, +)
    var (segments, unitsPerDay) = Self.segments(of: days, cutAfter: [], shape)
    for count in stride(from: 1, through: min(shape.maximumCuts, gaps.count - 1), by: 1) {
      let isCrowded = gaps.count { $0 * unitsPerDay < 6 } >= 3
      if !isCrowded { break }
      let cuts = byLength[..<count]
      let shortest = gaps[byLength[count - 1]]
      guard cuts.reduce(0, { $0 + gaps[$1] }) * 2 >= total, shortest >= 3 * gaps[byLength[count]] else { continue }
      let cut = Self.segments(of: days, cutAfter: cuts.sorted(), shape)
      guard shortest * cut.1 > shape.cutWidth + 2 * shape.narrowest else { continue }
      (segments, unitsPerDay) = cut
    }
    self.segments = segments
    self.unitsPerDay = unitsPerDay
  }

  /// Where a day stands; days before the first and after the last stand at the ends.
  func x(_ day: Double) -> Double {
    var before: Segment?
    for segment in segments {
      if day < segment.days.lowerBound {
        guard let before else { return segment.x.lowerBound }
        let part = (day - before.days.upperBound) / (segment.days.lowerBound - before.days.upperBound)
        return before.x.upperBound + part * (segment.x.lowerBound - before.x.upperBound)
      }
      if day <= segment.days.upperBound {
        let x = segment.x.lowerBound + (day - segment.days.lowerBound) * unitsPerDay
        return min(x, segment.x.upperBound)
      }
      before = segment
    }
    return before?.x.upperBound ?? 0
  }

  private static func segments(of days: [ClosedRange<Double>], cutAfter cuts: [Int], _ shape: Shape) -> (
    [Segment], Double
  ) {
    var dated: [ClosedRange<Double>] = []
    var start = 0
    for cut in cuts + [days.count - 1] {
      dated.append(days[start].lowerBound...days[cut].upperBound)
      start = cut + 1
    }
    let lengths = dated.map { $0.upperBound - $0.lowerBound }
    let room = shape.width - Double(cuts.count) * shape.cutWidth
    let unitsPerDay = scale(lengths, room: room, shape)
    let narrowest = dated.count > 1 ? shape.narrowest : 0
    var widths = lengths.map { max($0 * unitsPerDay + 2 * shape.padding, narrowest) }
    let spare = (room - widths.reduce(0, +)) / Double(widths.count)
    for index in widths.indices { widths[index] += spare }

    var segments: [Segment] = []
    var x = shape.x.lowerBound
    for (range, width) in zip(dated, widths) {
      let margin = max(width / unitsPerDay - (range.upperBound - range.lowerBound), 0) / 2
      segments.append(
        Segment(dated: range, days: range.lowerBound - margin...range.upperBound + margin, x: x...x + max(width, 0)))
      x += width + shape.cutWidth
    }
    return (segments, unitsPerDay)
  }

  /// The widest scale on which all segments fit, with none narrower than it may be.
  private static func scale(_ lengths: [Double], room: Double, _ shape: Shape) -> Double {
    let narrowest = lengths.count > 1 ? shape.narrowest : 0
    var isNarrowest = lengths.map { $0 == 0 }
    var unitsPerDay = shape.widestDay
    // Each turn but the last fixes one segment at least.
    for _ in 0...lengths.count {
      var left = room
      var length = 0.0
      for (index, isFixed) in isNarrowest.enumerated() {
        left -= isFixed ? max(narrowest, 2 * shape.padding) : 2 * shape.padding
        length += isFixed ? 0 : lengths[index]
      }
      guard length > 0 else { break }
      unitsPerDay = min(max(left, 1) / length, shape.widestDay)
      let tooNarrow = lengths.indices.filter {
        !isNarrowest[$0] && lengths[$0] * unitsPerDay + 2 * shape.padding < narrowest
      }
      if tooNarrow.isEmpty { break }
      for index in tooNarrow { isNarrowest[index] = true }
    }
    return unitsPerDay
  }
}
