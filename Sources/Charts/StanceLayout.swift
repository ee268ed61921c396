import EDTF
import Positions

/// Where everything on a stance chart stands: worked out first, as values, and drawn afterwards.
struct StanceLayout: Sendable {
  /// The row of a level, or of the stances off the scale.
  struct Band: Sendable {
    var top: Double
    var bottom: Double
    /// Whether it is the row below the scale.
    var isOffScale: Bool
  }

  /// A mark: one statement, or several that would stand in one another's place.
  struct Mark: Sendable {
    /// Indices into ``StanceTable/rows``.
    var rows: [Int]
    var lane: Int
    var centre: Point
    var radius: Double
    var isHollow: Bool
    var isStruck: Bool
    /// From where to where its date can reach.
    var whisker: Whisker?
    /// The height of the lane's line, where the mark stands off it.
    var tie: Double?
  }

  /// A horizontal piece of line over the days a date can mean.
  struct Whisker: Sendable {
    var x: ClosedRange<Double>
    /// Whether it goes on before the axis begins.
    var isOpenAtStart: Bool
    /// Whether it goes on after the axis ends.
    var isOpenAtEnd: Bool
  }

  /// The line of a lane.
  struct Line: Sendable {
    var lane: Int
    /// The stretches at one level, from first mark to last.
    var stretches: [Stretch] = []
    /// Risers that are no shift: to and from stances off the scale, or between voices.
    var joins: [Riser] = []
    /// What follows the last statement.
    var silence: Stretch?
    /// Where it ends for good, with the last office of the one it belongs to.
    var cap: Point?
    /// From the line's end to its name.
    var leader: Stretch?

    /// Whether nothing of it is drawn but marks and a leader.
    var isEmpty: Bool { stretches.isEmpty && joins.isEmpty && silence == nil && cap == nil }
  }

  /// A horizontal piece of line.
  struct Stretch: Sendable, Hashable {
    var y: Double
    var x: ClosedRange<Double>
  }

  /// A vertical piece of line.
  struct Riser: Sendable, Hashable {
    var x: Double
    var from: Double
    var to: Double
    /// An index into ``StanceTable/shifts``; `nil` where it is none.
    var shift: Int?

    /// From its upper end to its lower.
    var heights: ClosedRange<Double> { min(from, to)...max(from, to) }
  }

  /// An event: a vertical rule, a stripe where it takes days, or a dotted rule where its date is not exact.
  struct EventRule: Sendable {
    enum Kind: Sendable {
      case rule
      case stripe
      case vague
    }

    var kind: Kind
    /// An index into ``StanceTable/events``.
    var event: Int
    var x: ClosedRange<Double>
    var top: Double
  }

  /// A sign in the key.
  struct Symbol: Sendable {
    enum Kind: Sendable, Hashable {
      case side(Int?)
      case hollow
      case struck
      case whisker
      case silence
      case shift
      case cut
    }

    var kind: Kind
    var centre: Point
  }

  let metrics: Metrics
  var height = 0.0
  /// Where the levels' rows and the time axis meet: the picture without its names.
  var plot = Box(x: 0, y: 0, width: 0, height: 0)
  var bands: [Band] = []
  var scale: TimeScale
  var ticks: [TimeScale.Tick] = []
  var lines: [Line] = []
  var marks: [Mark] = []
  var shifts: [Riser] = []
  var events: [EventRule] = []
  var symbols: [Symbol] = []
  /// All that is written.
  var labels: [TextLabel] = []

  /// More changes of position than this are drawn in thin lines.
  static let densityThreshold = 24
  /// More statements than this are drawn as one mark for each lane, level and unit of width.
  static let clusterThreshold = 2000

  /// Lays out a table that has rows.
  init(_ table: StanceTable, _ drawing: Drawing, _ words: ChartWords) {
    let metrics = drawing.metrics
    self.metrics = metrics
    let times = RowTime.times(of: table)
    let laneBlocks = table.lanes.map { Self.block(for: $0, of: table.lanes.count, metrics) }
    let levelBlocks = Self.levelBlocks(table, metrics)

    let levelColumn = metrics.levelWidth > 0 ? (levelBlocks.map(\.width).max() ?? 0) + 14 : 0
    let laneColumn = (laneBlocks.map(\.width).max() ?? 0) + 16
    plot.x = metrics.edge + levelColumn
    plot.width = metrics.width - metrics.edge - laneColumn - plot.x
    scale = TimeScale(
      days: Self.days(table, times),
      shape: TimeScale.Shape(
        x: plot.x...plot.maxX, maximumCuts: metrics.maximumCuts, cutWidth: metrics.cutWidth,
        narrowest: TimeScale.widestLabel(words, metrics.smallMuted) + 4, padding: 9))

    var y = metrics.edge
    y = placeSideKey(table, from: y)
    let eventKey = placeEvents(table, words, from: &y)
    plot.y = y
    let courses = placeLanes(table, times, levelBlocks, laneBlocks)
    placeLevels(levelBlocks)
    placeLaneNames(laneBlocks, courses)
    y = placeAxis(words)
    y = placeKey(table, words, from: y)
    y = placeEventKey(eventKey, from: y)
    height = Double((y + metrics.edge).ceilingInteger)
  }

  /// The days that have to be told apart, ascending, each from the first to the last mark on it.
  ///
  /// The axis reaches a quarter of the marks' time beyond them for a vague date, and half of it, or thirty days, for an
  /// event; what lies further out is cut off.
  private static func days(_ table: StanceTable, _ times: [RowTime]) -> [ClosedRange<Double>] {
    var days = times.map(\.day)
    let (first, last) = (days.min() ?? 0, days.max() ?? 0)
    func within(_ reach: Double) -> ClosedRange<Double> { first - reach...last + reach }
    let length = last - first
    for whisker in times.compactMap(\.whisker) {
      days += [whisker.lowerBound, whisker.upperBound].filter(within(length / 4).contains)
    }
    for event in table.events {
      let ends = [event.date.earliest, event.date.latest].compactMap { $0.map(RowTime.ordinal) }
      days += ends.filter(within(max(30, length / 2)).contains)
    }
    days.append(max(RowTime.ordinal(table.day), Double(last.nearestInteger)))
    days.sort()
    var ranges: [ClosedRange<Double>] = []
    for day in days {
      if let last = ranges.last, day.nearestInteger == last.lowerBound.nearestInteger {
        ranges[ranges.count - 1] = last.lowerBound...day
      } else {
        ranges.append(day...day)
      }
    }
    return ranges
  }

  /// A lane's name and last role; with many lanes in fewer lines.
  private static func block(for lane: StanceTable.Lane, of count: Int, _ metrics: Metrics) -> TextBlock {
    let lines = count > 24 ? 1 : count > 6 ? 2 : metrics.laneLines
    let name = TextBlock(lane.name, metrics.name, width: metrics.laneWidth, maximumLines: lines)
    guard let role = lane.role, !role.isEmpty else { return name }
    let roleLines = count > 12 ? 1 : count > 6 ? 2 : metrics.laneLines
    return name + TextBlock(role, metrics.smallMuted, width: metrics.laneWidth, maximumLines: roleLines)
  }

  private static func levelBlocks(_ table: StanceTable, _ metrics: Metrics) -> [TextBlock] {
    var muted = metrics.text
    muted.isMuted = true
    let width =
      metrics.levelWidth > 0 ? metrics.levelWidth : metrics.width - metrics.laneWidth - 16 - 2 * metrics.edge
    let levels = table.levels.map { TextBlock($0, metrics.text, width: width, maximumLines: 4) }
    return levels + (table.offScale.map { [TextBlock($0, muted, width: width, maximumLines: 4)] } ?? [])
  }
}
