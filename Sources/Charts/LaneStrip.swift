public import Escaping

/// One lane of a stance table as a small strip without words, to stand in a cell beside the stance in force.
///
/// All strips of a table share its time axis, from its first day to its last, and its scale, from top to bottom; they can
/// be compared. It is decoration: the cell's text says the same, and assistive technology is not told of it.
public struct LaneStrip: Sendable {
  /// What is drawn.
  public let table: StanceTable
  /// Which lane: an index into ``StanceTable/lanes``.
  public let lane: Int

  private let times: [RowTime]
  private let days: ClosedRange<Double>
  private let width = 96.0
  private let height = 22.0

  /// Creates the strips of all lanes of a table, in their order.
  public static func strips(of table: StanceTable) -> [LaneStrip] {
    let times = RowTime.times(of: table)
    let today = RowTime.ordinal(table.day)
    let first = times.reduce(today) { min($0, $1.day) }
    let days = first...times.reduce(today) { max($0, $1.day) }
    return table.lanes.indices.map { LaneStrip(table: table, lane: $0, times: times, days: days) }
  }

  private init(table: StanceTable, lane: Int, times: [RowTime], days: ClosedRange<Double>) {
    self.table = table
    self.lane = lane
    self.times = times
    self.days = days
  }

  /// The picture in bytes.
  public var svg: [UInt8] {
    var out = ByteWriter(capacity: 800)
    write(to: &out)
    return out.bytes
  }

  /// Writes the picture: one `<svg>` element.
  public func write(to out: inout ByteWriter) {
    out.raw("<svg class=\"chart lane-strip\" aria-hidden=\"true\" viewBox=\"0 0 96 22\" width=\"96\" height=\"22\"")
    out.raw(
      " direction=\"ltr\" fill=\"currentColor\"><path class=\"rule\" stroke=\"currentColor\" stroke-opacity=\".2\"")
    out.raw(" stroke-width=\".7\" d=\"M0 3H96M0 19H96\"/>")
    let lane = table.lanes[lane]
    out.raw("<g class=\"lane ")
    out.raw(string: SideStyle.className(lane.side))
    out.raw(lane.isAnonymous ? " anonymous\">" : "\">")
    let rows = lane.rows.filter { !table.rows[$0].isRetracted && table.rows[$0].level != nil }
    if let last = rows.last { write(rows, last: last, lane, to: &out) }
    out.raw("</g></svg>")
  }

  private func write(_ rows: [Int], last: Int, _ lane: StanceTable.Lane, to out: inout ByteWriter) {
    out.raw("<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" d=\"")
    var y: Double?
    for row in rows {
      let next = height(of: row)
      if y == nil {
        out.command("M", x(times[row].day), next)
      } else {
        out.command("H", x(times[row].day))
        if next != y { out.command("V", next) }
      }
      y = next
    }
    out.raw("\"/><path class=\"silence\" stroke=\"currentColor\" stroke-width=\"1\" stroke-dasharray=\"")
    out.raw(SideStyle.dashes(lane.side))
    out.raw("\" d=\"")
    let lastX = x(times[last].day)
    out.command("M", lastX, height(of: last))
    out.command("H", max(lastX, x(RowTime.ordinal(lane.lastDay.map { min($0, table.day) } ?? table.day))))
    out.raw("\"/>")
    let point = Point(x: lastX, y: height(of: last))
    SideStyle.shape(lane.side).write(at: point, radius: 3, isHollow: lane.isAnonymous, to: &out)
  }

  private func x(_ day: Double) -> Double {
    let length = days.upperBound - days.lowerBound
    return 5 + (width - 10) * (length > 0 ? (day - days.lowerBound) / length : 0.5)
  }

  private func height(of row: Int) -> Double {
    let steps = Double(max(table.levels.count - 1, 1))
    return 3 + (height - 6) * Double(table.rows[row].level ?? 0) / steps
  }
}
