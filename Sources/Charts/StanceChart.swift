public import Escaping
import EDTF

/// The picture of a stance table: levels in words from top to bottom, time from left to right, a stepped line for each
/// voice with its name at the end.
///
/// It is one `<svg>` element to stand in a page, without script, style or any resource of its own. What is drawn comes
/// from the table's rows alone. `Charts.docc/Charts.md` lists the classes a stylesheet can use.
public struct StanceChart: Sendable {
  /// What is drawn.
  public let table: StanceTable
  /// Which of the two drawings it is.
  public let drawing: Drawing
  let prefix: String
  let words: ChartWords
  let layout: StanceLayout?

  /// Lays out a picture of a table.
  ///
  /// - Parameter prefix: what every `id` in the picture begins with; another one for each picture on a page.
  public init(_ table: StanceTable, drawing: Drawing, prefix: String, words: ChartWords) {
    self.table = table
    self.drawing = drawing
    self.prefix = prefix
    self.words = words
    layout = table.isEmpty ? nil : StanceLayout(table, drawing, words)
  }

  /// Whether marks have titles: they are for a pointer that rests on a mark, and small screens seldom know one. The
  /// table beside the chart says the same and more.
  var hasTitles: Bool { drawing == .wide }

  /// The picture in bytes.
  public var svg: [UInt8] {
    var out = ByteWriter(capacity: 4000 + table.rows.count * 250)
    write(to: &out)
    return out.bytes
  }

  /// Writes the picture: one `<svg>` element.
  public func write(to out: inout ByteWriter) {
    let width = drawing.metrics.width
    let height = layout?.height ?? 48
    out.raw("<svg class=\"chart stance-chart ")
    out.raw(string: drawing.rawValue)
    out.raw("\" role=\"img\"")
    out.attribute("aria-labelledby", "\(prefix)-title \(prefix)-desc")
    out.raw(" viewBox=\"0 0 ")
    out.coordinate(width)
    out.raw(" ")
    out.coordinate(height)
    out.raw("\"")
    out.attribute("width", width)
    out.attribute("height", height)
    out.raw(words.isRightToLeft ? " direction=\"rtl\"" : " direction=\"ltr\"")
    out.raw(" fill=\"currentColor\">")
    writeDescription(to: &out)
    if let layout {
      write(layout, to: &out)
    } else {
      writeEmpty(height, to: &out)
    }
    out.raw("</svg>")
  }

  private func writeEmpty(_ height: Double, to out: inout ByteWriter) {
    let metrics = drawing.metrics
    let block = TextBlock(words.empty, metrics.text, width: metrics.width - 2 * metrics.edge, maximumLines: 1)
    let origin = Point(x: metrics.edge, y: (height - block.height) / 2)
    write([TextLabel(kind: .key, block: block, anchor: .start, origin: origin)], to: &out)
  }

  private func writeDescription(to out: inout ByteWriter) {
    out.raw("<title")
    out.attribute("id", "\(prefix)-title")
    out.raw(">")
    out.text(ChartWords.fill(words.chartTitle, ["question": TextBlock.plain(table.question)]))
    out.raw("</title><desc")
    out.attribute("id", "\(prefix)-desc")
    out.raw(">")
    out.text(TextBlock.plain(description))
    out.raw("</desc>")
  }

  /// The picture in a few sentences, cuts in the time axis included.
  private var description: String {
    guard let layout, let first = table.rows.first, let last = table.rows.last else { return words.empty }
    var sentences = [
      ChartWords.fill(
        words.chartSummary,
        [
          "statements": "\(table.rows.count)", "lanes": "\(table.lanes.count)", "first": first.dateInWords,
          "last": last.dateInWords,
        ]),
      ChartWords.fill(words.chartLevels, ["levels": table.levels.joined(separator: "; ")]),
    ]
    if !table.shifts.isEmpty {
      sentences.append(ChartWords.fill(words.chartShifts, ["count": "\(table.shifts.count)"]))
    }
    let segments = layout.scale.segments
    if segments.count > 1 {
      let spans = zip(segments, segments.dropFirst()).map { before, after in
        let first = Day(ordinal: before.days.upperBound.ceilingInteger)
        let last = Day(ordinal: after.days.lowerBound.floorInteger)
        return ChartWords.fill(words.span, ["first": words.inText(first), "last": words.inText(last)])
      }
      sentences.append(ChartWords.fill(words.chartBreaks, ["spans": spans.joined(separator: "; ")]))
    }
    return sentences.joined(separator: " ")
  }
}
