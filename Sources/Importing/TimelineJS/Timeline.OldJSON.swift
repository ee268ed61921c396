import Diagnostics
import YAML

// The JSON of TimelineJS 1 and 2: one object under “timeline”, whose own headline and text are the title slide.
extension TimelineReader {
  mutating func read(old entries: [YAML.Entry], at location: SourceLocation, into timeline: inout Timeline) {
    var title = Timeline.Slide(location: location)
    var hasEvents = false
    for (key, value) in entries.map({ ($0.key, $0.value) }) where !value.isNull {
      switch key.value {
      case "date":
        hasEvents = true
        timeline.events = oldSlides(value, key)
      case "slides", "events":
        hasEvents = true
        timeline.events = slides(value, key)
      case "era": timeline.eras = oldSlides(value, key)
      case "type": break
      // The title has a date there, which nothing shows.
      case "startDate", "endDate": break
      default: read(key, value, into: &title)
      }
    }
    if title.headline != nil || title.text != nil || title.media != nil { timeline.title = title }
    if !hasEvents {
      diagnostics.error(
        "no-timeline", "the timeline has no “date”", at: location, help: "its slides stand in a list under “date”")
    }
  }

  private mutating func oldSlides(_ node: YAML.Node, _ key: Located<String>) -> [Timeline.Slide] {
    guard let items = node.sequence else {
      wrongType(node, key, "a list of slides")
      return []
    }
    return items.compactMap { item in
      guard let entries = object(item, key) else { return nil }
      var slide = Timeline.Slide(location: item.location)
      for (key, value) in entries.map({ ($0.key, $0.value) }) where !value.isNull { read(key, value, into: &slide) }
      return slide
    }
  }

  private mutating func read(_ key: Located<String>, _ value: YAML.Node, into slide: inout Timeline.Slide) {
    switch key.value {
    case "headline": slide.headline = text(value, key)
    case "text": slide.text = text(value, key)
    case "startDate": slide.start = oldMoment(value, key)
    case "endDate": slide.end = oldMoment(value, key)
    case "tag", "tags": slide.group = text(value, key)
    case "asset":
      var media = Timeline.Media()
      for (key, value) in (object(value, key) ?? []).map({ ($0.key, $0.value) }) {
        switch key.value {
        case "media": media.url = text(value, key)
        case "credit": media.credit = text(value, key)
        case "caption": media.caption = text(value, key)
        case "thumbnail": media.thumbnail = text(value, key)
        default: slide.others += Self.flat("asset." + key.value, value)
        }
      }
      if [media.url, media.credit, media.caption, media.thumbnail].contains(where: { $0 != nil }) {
        slide.media = media
      }
    default: slide.others += Self.flat(key.value, value)
    }
  }

  private mutating func oldMoment(_ node: YAML.Node, _ key: Located<String>) -> Timeline.Moment? {
    guard let text = text(node, key) else { return nil }
    var reader = DateCellReader(diagnostics: diagnostics)
    defer { diagnostics = reader.diagnostics }
    return reader.moment(text)
  }
}
