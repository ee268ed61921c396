import Escaping

extension StanceChart {
  /// Writes the marks, lane by lane; a hem in the colour of the ground sets them off from what they lie on.
  func writeMarks(_ layout: StanceLayout, to out: inout ByteWriter) {
    out.raw("<g class=\"marks\" stroke=\"Canvas\" stroke-width=\".8\">")
    var open: Int?
    for mark in layout.marks {
      if mark.lane != open {
        out.raw(open == nil ? "<g" : "</g><g")
        writeClass("lane", table.lanes[mark.lane], to: &out)
        out.raw(">")
        open = mark.lane
      }
      write(mark, to: &out)
    }
    out.raw("</g></g>")
  }

  /// Writes the signs of the key.
  func writeKey(_ layout: StanceLayout, to out: inout ByteWriter) {
    if layout.symbols.isEmpty { return }
    out.raw("<g class=\"key\" fill=\"none\" stroke=\"currentColor\">")
    for symbol in layout.symbols { write(symbol, layout.metrics, to: &out) }
    out.raw("</g>")
  }

  /// Writes a mark, and what a reader can ask of it.
  func write(_ mark: StanceLayout.Mark, to out: inout ByteWriter) {
    out.raw("<g data-position=\"")
    for (place, row) in mark.rows.enumerated() {
      if place > 0 { out.raw(" ") }
      out.attribute(table.rows[row].position)
    }
    out.raw(mark.isStruck ? "\" class=\"retracted\">" : "\">")
    if hasTitles { out.title(title(of: mark)) }
    if let whisker = mark.whisker { write(whisker, at: mark.centre.y, to: &out) }
    if let tie = mark.tie {
      out.raw(
        "<path class=\"tie\" fill=\"none\" stroke=\"currentColor\" stroke-width=\".8\" stroke-dasharray=\"1 2\" d=\"")
      out.command("M", mark.centre.x, mark.centre.y)
      out.command("V", tie)
      out.raw("\"/>")
    }
    SideStyle.shape(table.lanes[mark.lane].side).write(
      at: mark.centre, radius: mark.radius, isHollow: mark.isHollow, isFaint: mark.isStruck, to: &out)
    if mark.isStruck { MarkShape.writeStrike(at: mark.centre, radius: mark.radius, to: &out) }
    out.raw("</g>")
  }

  /// Writes a line with a cap at each end, or an arrowhead where it goes on.
  private func write(_ whisker: StanceLayout.Whisker, at y: Double, to out: inout ByteWriter) {
    out.raw("<path class=\"whisker\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1\" d=\"")
    let ends = [(whisker.x.lowerBound, whisker.isOpenAtStart, 3.0), (whisker.x.upperBound, whisker.isOpenAtEnd, -3)]
    for (x, isOpen, inwards) in ends {
      let corner = isOpen ? x + inwards : x
      out.polyline([Point(x: corner, y: y - 3.5), Point(x: x, y: y), Point(x: corner, y: y + 3.5)])
    }
    out.command("M", whisker.x.lowerBound, y)
    out.command("H", whisker.x.upperBound)
    out.raw("\"/>")
  }

  /// Who, the office then, the date, the stance, and what is to be said against it.
  private func title(of mark: StanceLayout.Mark) -> String {
    guard let first = mark.rows.first, let last = mark.rows.last else { return "" }
    let row = table.rows[first]
    if mark.rows.count > 1 {
      let dates = ChartWords.fill(
        words.span, ["first": row.dateInWords, "last": table.rows[last].dateInWords])
      return TextBlock.plain(
        ChartWords.fill(
          words.cluster,
          [
            "count": "\(mark.rows.count)", "who": table.lanes[mark.lane].name, "dates": dates, "stance": row.stance,
          ]))
    }
    var text = row.who
    if let role = row.role { text += ", \(role)" }
    text += ", \(row.dateInWords): \(row.stance)"
    var remarks: [String] = []
    if row.isInferred { remarks.append(words.inferred) }
    if row.isContested { remarks.append(words.contested) }
    if row.isRetracted { remarks.append(words.retracted) }
    if !remarks.isEmpty { text += " (\(remarks.joined(separator: "; ")))" }
    return TextBlock.plain(text)
  }

  /// Writes a sign of the key.
  func write(_ symbol: StanceLayout.Symbol, _ metrics: Metrics, to out: inout ByteWriter) {
    let (x, y) = (symbol.centre.x, symbol.centre.y)
    let radius = metrics.markRadius
    switch symbol.kind {
    case .side(let side):
      out.raw("<g class=\"")
      out.raw(string: SideStyle.className(side))
      out.raw("\" fill=\"currentColor\" stroke=\"none\">")
      SideStyle.shape(side).write(at: symbol.centre, radius: radius, isHollow: false, to: &out)
      out.raw("</g>")
    case .hollow:
      MarkShape.circle.write(at: symbol.centre, radius: radius, isHollow: true, to: &out)
    case .struck:
      out.raw("<g fill=\"currentColor\">")
      MarkShape.circle.write(at: symbol.centre, radius: radius, isHollow: false, isFaint: true, to: &out)
      MarkShape.writeStrike(at: symbol.centre, radius: radius, to: &out)
      out.raw("</g>")
    case .whisker:
      sign("1", nil, &out) { out in
        out.command("M", x - 10, y - 3.5)
        out.command("v", 7)
        out.command("m", 0, -3.5)
        out.command("h", 20)
        out.command("m", 0, -3.5)
        out.command("v", 7)
      }
    case .silence:
      sign("1.2", SideStyle.dashes(nil), &out) { out in
        out.command("M", x - 10, y)
        out.command("h", 20)
      }
    case .shift:
      sign("2.6", nil, &out) { out in
        out.command("M", x, y - 7)
        out.command("v", 14)
        out.command("m", -4, -9)
        out.command("l", 4, 5)
        out.command("l", 4, -5)
      }
    case .cut:
      sign("1", nil, &out) { out in
        for offset in [-3.0, 3] {
          out.command("M", x + offset - 2.5, y + 5)
          out.command("l", 5, -10)
        }
      }
    }
  }

  private func sign(
    _ width: StaticString, _ dashes: StaticString?, _ out: inout ByteWriter, _ path: (inout ByteWriter) -> Void
  ) {
    out.raw("<path stroke-width=\"")
    out.raw(width)
    if let dashes {
      out.raw("\" stroke-dasharray=\"")
      out.raw(dashes)
    }
    out.raw("\" d=\"")
    path(&out)
    out.raw("\"/>")
  }
}
