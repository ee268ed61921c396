import Escaping

extension StanceChart {
  /// How a run of labels is set; what the lines of one have in common is said once.
  private struct Setting: Hashable {
    var kind: TextLabel.Kind
    var style: TextStyle
    var anchor: TextLabel.Anchor
  }

  /// Writes labels, grouped by how they are set.
  func write(_ labels: [TextLabel], to out: inout ByteWriter) {
    var settings: [Setting] = []
    var lines: [Setting: [(text: String, at: Point, title: String?)]] = [:]
    for label in labels {
      var y = label.origin.y
      for (index, line) in label.block.lines.enumerated() {
        let setting = Setting(kind: label.kind, style: line.style, anchor: label.anchor)
        if lines[setting] == nil { settings.append(setting) }
        let point = Point(x: label.origin.x, y: y + line.style.ascent)
        lines[setting, default: []].append((line.text, point, index == 0 ? label.block.full : nil))
        y += line.style.lineHeight
      }
    }
    for setting in settings {
      writeStart(of: setting, to: &out)
      for line in lines[setting] ?? [] {
        out.raw("<text")
        // Less than a pixel says nothing about where a word stands.
        out.attribute("x", Double(line.at.x.nearestInteger))
        out.attribute("y", Double(line.at.y.nearestInteger))
        out.raw(">")
        // Where some of a text was cut, the whole of it is its title.
        if hasTitles, let title = line.title { out.title(title) }
        out.text(line.text)
        out.raw("</text>")
      }
      out.raw("</g>")
    }
  }

  private func writeStart(of setting: Setting, to out: inout ByteWriter) {
    out.raw("<g class=\"")
    out.raw(string: setting.kind.rawValue)
    out.raw("-label")
    if setting.style.isMuted { out.raw(" muted\" fill-opacity=\".72") }
    out.raw("\"")
    if setting.style.isBold { out.raw(" font-weight=\"600\"") }
    out.attribute("font-size", setting.style.size)
    let anchor = setting.anchor.asWritten(isRightToLeft: words.isRightToLeft)
    if anchor != .start { out.attribute("text-anchor", anchor.rawValue) }
    out.raw(">")
  }
}
