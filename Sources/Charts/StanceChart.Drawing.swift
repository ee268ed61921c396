import Escaping

extension StanceChart {
  /// Writes what a layout holds, from the back to the front.
  func write(_ layout: StanceLayout, to out: inout ByteWriter) {
    writeFrame(layout, to: &out)
    writeEvents(layout, to: &out)
    out.raw("<g class=\"lines\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\">")
    for line in layout.lines where !line.isEmpty { write(line, to: &out) }
    out.raw("</g>")
    writeLeaders(layout, to: &out)
    if !layout.shifts.isEmpty {
      let isDense = layout.shifts.count > StanceLayout.densityThreshold
      out.raw("<g class=\"shifts\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"")
      out.raw(isDense ? "1.2\" stroke-opacity=\".7\">" : "2.6\">")
      for riser in layout.shifts { writeShift(riser, to: &out) }
      out.raw("</g>")
    }
    writeMarks(layout, to: &out)
    writeKey(layout, to: &out)
    write(layout.labels, to: &out)
  }

  /// Rules between the levels, the time axis with its ticks and cuts.
  private func writeFrame(_ layout: StanceLayout, to out: inout ByteWriter) {
    let left = layout.metrics.edge
    let right = layout.plot.maxX
    out.raw("<path class=\"rule\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".2\" stroke-width=\".7\" d=\"")
    for band in layout.bands {
      out.command("M", left, band.top)
      out.command("H", right)
    }
    out.raw(
      "\"/><path class=\"axis\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".6\" stroke-width=\".9\" d=\"")
    let bottom = layout.plot.maxY
    for segment in layout.scale.segments {
      out.command("M", segment.x.lowerBound, bottom)
      out.command("H", segment.x.upperBound)
    }
    for tick in layout.ticks {
      out.command("M", tick.x, bottom)
      out.command("v", 4)
    }
    for (before, after) in zip(layout.scale.segments, layout.scale.segments.dropFirst()) {
      let middle = (before.x.upperBound + after.x.lowerBound) / 2
      for x in [middle - 3, middle + 3] {
        out.command("M", x - 2.5, bottom + 5)
        out.command("l", 5, -10)
      }
    }
    out.raw("\"/>")
    let cuts = zip(layout.scale.segments, layout.scale.segments.dropFirst())
    for (before, after) in cuts {
      out.raw("<rect class=\"cut\" fill-opacity=\".06\"")
      out.attribute("x", before.x.upperBound)
      out.attribute("y", layout.plot.y)
      out.attribute("width", after.x.lowerBound - before.x.upperBound)
      out.attribute("height", layout.plot.height)
      out.raw("/>")
    }
  }

  private func writeEvents(_ layout: StanceLayout, to out: inout ByteWriter) {
    guard !layout.events.isEmpty else { return }
    out.raw("<g class=\"events\" stroke=\"currentColor\" stroke-opacity=\".4\" stroke-width=\".8\">")
    for rule in layout.events {
      let event = table.events[rule.event]
      let middle = (rule.x.lowerBound + rule.x.upperBound) / 2
      let isStripe = rule.kind == .stripe && rule.x.upperBound - rule.x.lowerBound >= 1
      out.raw("<g>")
      if hasTitles { out.title(TextBlock.plain("\(event.title), \(event.dateInWords)")) }
      if isStripe {
        out.raw("<rect stroke=\"none\" fill-opacity=\".07\"")
        out.attribute("x", rule.x.lowerBound)
        out.attribute("y", layout.plot.y)
        out.attribute("width", rule.x.upperBound - rule.x.lowerBound)
        out.attribute("height", layout.plot.height)
        out.raw("/>")
      }
      out.raw(rule.kind == .vague ? "<path stroke-dasharray=\"2 3\" d=\"" : "<path d=\"")
      out.command("M", middle, rule.top)
      out.command("V", isStripe ? layout.plot.y : layout.plot.maxY)
      out.raw("\"/></g>")
    }
    out.raw("</g>")
  }

  private func write(_ line: StanceLayout.Line, to out: inout ByteWriter) {
    let lane = table.lanes[line.lane]
    out.raw("<g")
    writeClass("lane", lane, to: &out)
    out.raw(">")
    if !line.stretches.isEmpty {
      out.raw("<path d=\"")
      for stretch in line.stretches { writeMove(stretch, to: &out) }
      out.raw("\"/>")
    }
    if !line.joins.isEmpty {
      out.raw("<path class=\"join\" stroke-width=\"1\" stroke-dasharray=\"1 2.5\" d=\"")
      for riser in line.joins {
        out.command("M", riser.x, riser.from)
        out.command("V", riser.to)
      }
      out.raw("\"/>")
    }
    if let silence = line.silence {
      out.raw("<path class=\"silence\" stroke-width=\"1.2\" stroke-dasharray=\"")
      out.raw(SideStyle.dashes(lane.side))
      out.raw("\" d=\"")
      writeMove(silence, to: &out)
      out.raw("\"/>")
    }
    if let cap = line.cap {
      out.raw("<path class=\"end\" stroke-width=\"1.2\" d=\"")
      out.command("M", cap.x, cap.y - 4)
      out.command("v", 8)
      out.raw("\"/>")
    }
    out.raw("</g>")
  }

  private func writeLeaders(_ layout: StanceLayout, to out: inout ByteWriter) {
    let leaders = layout.lines.compactMap(\.leader)
    if leaders.isEmpty { return }
    out.raw(
      "<path class=\"leaders\" fill=\"none\" stroke=\"currentColor\" stroke-width=\".7\" stroke-opacity=\".45\" d=\"")
    for leader in leaders { writeMove(leader, to: &out) }
    out.raw("\"/>")
  }

  private func writeMove(_ stretch: StanceLayout.Stretch, to out: inout ByteWriter) {
    out.command("M", stretch.x.lowerBound, stretch.y)
    out.command("H", stretch.x.upperBound)
  }

  /// A riser with an arrowhead in its middle that says which way it went.
  private func writeShift(_ riser: StanceLayout.Riser, to out: inout ByteWriter) {
    guard let index = riser.shift else { return }
    let shift = table.shifts[index]
    let (from, to) = (table.rows[shift.from], table.rows[shift.to])
    out.raw("<g")
    writeClass("shift", table.lanes[to.lane], to: &out)
    out.attribute("data-shift", "\(from.position) \(to.position)")
    out.raw(">")
    if hasTitles { out.title(TextBlock.plain("\(to.who) \(shift.words), \(to.dateInWords)")) }
    out.raw("<path d=\"")
    out.command("M", riser.x, riser.from)
    out.command("V", riser.to)
    let way: Double = riser.to > riser.from ? 1 : -1
    let middle = (riser.from + riser.to) / 2
    out.command("M", riser.x - 4, middle - 3 * way)
    out.command("l", 4, 5 * way)
    out.command("l", 4, -5 * way)
    out.raw("\"/></g>")
  }

  func writeClass(_ name: StaticString, _ lane: StanceTable.Lane, to out: inout ByteWriter) {
    out.raw(" class=\"")
    out.raw(name)
    out.raw(" ")
    out.raw(string: SideStyle.className(lane.side))
    if lane.isAnonymous { out.raw(" anonymous") }
    out.raw("\"")
  }
}
