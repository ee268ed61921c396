import Diagnostics
import YAML

extension Timeline {
  /// Reads the JSON of TimelineJS3, or of versions 1 and 2; YAML is wide enough for it.
  ///
  /// - Returns: `nil` after an error that left nothing to read on with.
  init?(json source: SourceText, diagnostics: inout Diagnostics) {
    var findings = Diagnostics()
    defer { diagnostics.append(contentsOf: findings) }
    guard !Self.refusesScript(source, &findings) else { return nil }
    guard let root = YAML.parse(source, diagnostics: &findings) else { return nil }
    guard let entries = root.mapping else {
      findings.error(
        "no-timeline", "this is no timeline, but \(root.description)", at: root.location,
        help: "a timeline is an object with “events”, as timeline.knightlab.com/docs/json-format.html has it")
      return nil
    }
    var reader = TimelineReader(diagnostics: findings)
    findings = Diagnostics()
    if let old = entries.first(where: { $0.key.value == "timeline" })?.value, let entries = old.mapping {
      reader.read(old: entries, at: old.location, into: &self)
    } else {
      reader.read(entries, at: root.location, into: &self)
    }
    findings = reader.diagnostics
    if findings.hasErrors { return nil }
  }

  private init() {}

  /// Refuses JSON wrapped in a call or an assignment, by name.
  private static func refusesScript(_ source: SourceText, _ diagnostics: inout Diagnostics) -> Bool {
    let bytes = source.bytes.prefix(256)
    let start = bytes.firstIndex { $0 > 0x20 && $0 < 0x80 } ?? 0
    func name(from start: Int) -> ArraySlice<UInt8> {
      bytes[start...].prefix { byte in
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      }
    }
    var word = name(from: start)
    if ["var", "let", "const"].contains(String(decoding: word, as: UTF8.self)) {
      let next = bytes[word.endIndex...].firstIndex { $0 > 0x20 } ?? bytes.endIndex
      word = bytes[start..<name(from: next).endIndex]
    }
    guard !word.isEmpty, let next = bytes[word.endIndex...].first(where: { $0 > 0x20 }) else { return false }
    guard next == UInt8(ascii: "(") || next == UInt8(ascii: "=") else { return false }
    diagnostics.error(
      "script", "this is JavaScript (JSONP), not JSON", at: source.location(start..<word.endIndex),
      help: "delete what stands before the first “{” and after the last “}”")
    return true
  }
}

/// Reads the objects of a timeline, and collects what is wrong with them.
struct TimelineReader {
  var diagnostics: Diagnostics

  mutating func read(_ entries: [YAML.Entry], at location: SourceLocation, into timeline: inout Timeline) {
    var hasEvents = false
    for (key, value) in entries.map({ ($0.key, $0.value) }) {
      switch key.value {
      case "title":
        if let slide = object(value, key) { timeline.title = self.slide(slide, value.location) }
      case "events":
        hasEvents = true
        timeline.events = slides(value, key)
      case "eras": timeline.eras = slides(value, key)
      case "scale": readScale(value, key)
      default: timeline.others += Self.flat(key.value, value)
      }
    }
    if !hasEvents {
      diagnostics.error(
        "no-timeline", "the timeline has no “events”", at: location,
        help: nearestName(to: "events", among: entries.map(\.key.value)).map { "is “\($0)” meant to be “events”?" }
          ?? "its slides stand in a list under “events”")
    }
  }

  private mutating func readScale(_ node: YAML.Node, _ key: Located<String>) {
    guard let scale = text(node, key) else { return }
    switch scale.value {
    case "human": break
    case "cosmological": refuseCosmology(at: scale.location)
    default:
      diagnostics.reportBounded(
        Diagnostic(
          .error, "unknown-scale", "there is no scale “\(scale.value.shortened(to: 40))”", at: scale.location,
          help: "a timeline's scale is “human”; leave it out"))
    }
  }

  /// A story happens among people. ``TimelineDate`` refuses years that only that scale has.
  private mutating func refuseCosmology(at location: SourceLocation) {
    let problem = TimelineDate.Problem.cosmological(at: location)
    diagnostics.reportBounded(
      Diagnostic(.error, "cosmological-scale", problem.message, at: location, help: problem.help))
  }

  mutating func slides(_ node: YAML.Node, _ key: Located<String>) -> [Timeline.Slide] {
    if node.isNull { return [] }
    guard let items = node.sequence else {
      wrongType(node, key, "a list of slides")
      return []
    }
    return items.compactMap { item in object(item, key).map { slide($0, item.location) } }
  }

  private mutating func slide(_ entries: [YAML.Entry], _ location: SourceLocation) -> Timeline.Slide {
    var slide = Timeline.Slide(location: location)
    for (key, value) in entries.map({ ($0.key, $0.value) }) where !value.isNull {
      switch key.value {
      case "start_date": slide.start = moment(value, key, &slide.others)
      case "end_date": slide.end = moment(value, key, &slide.others)
      case "text":
        for entry in object(value, key) ?? [] {
          switch entry.key.value {
          case "headline": slide.headline = text(entry.value, entry.key)
          case "text": slide.text = text(entry.value, entry.key)
          default: slide.others += Self.flat("text." + entry.key.value, entry.value)
          }
        }
      case "media": slide.media = media(value, key, &slide.others)
      case "group": slide.group = text(value, key)
      case "display_date": slide.displayDate = text(value, key)
      case "unique_id": slide.uniqueID = text(value, key)
      case "autolink":
        slide.autolinks = text(value, key)?.value != "false"
        if !slide.autolinks { slide.others.append(("autolink", "")) }
      case "scale":
        if let scale = text(value, key), scale.value == "cosmological" { refuseCosmology(at: scale.location) }
      default: slide.others += Self.flat(key.value, value)
      }
    }
    return slide
  }

  private mutating func media(
    _ node: YAML.Node, _ key: Located<String>, _ others: inout [(name: String, value: String)]
  ) -> Timeline.Media? {
    guard let entries = object(node, key) else { return nil }
    var media = Timeline.Media()
    for (key, value) in entries.map({ ($0.key, $0.value) }) where !value.isNull {
      switch key.value {
      case "url": media.url = text(value, key)
      case "caption": media.caption = text(value, key)
      case "credit": media.credit = text(value, key)
      case "thumbnail": media.thumbnail = text(value, key)
      case "alt": media.alt = text(value, key)
      case "title": media.title = text(value, key)
      case "link": media.link = text(value, key)
      default: others += Self.flat("media." + key.value, value)
      }
    }
    return media
  }

  private mutating func moment(
    _ node: YAML.Node, _ name: Located<String>, _ others: inout [(name: String, value: String)]
  ) -> Timeline.Moment? {
    guard let entries = object(node, name) else { return nil }
    var parts: [String: Int] = [:]
    var moment = Timeline.Moment(year: 0, location: node.location)
    for (key, value) in entries.map({ ($0.key, $0.value) }) where !value.isNull {
      guard let text = text(value, key) else { continue }
      switch key.value {
      case "year", "month", "day", "hour", "minute", "second", "millisecond":
        parts[key.value] = number(text, key.value)
      case "display_date": moment.displayDate = text.value
      default: others.append((name.value + "." + key.value, text.value))
      }
    }
    guard let year = parts["year"] else {
      if !parts.isEmpty, !entries.contains(where: { $0.key.value == "year" && $0.value.scalar?.text.isEmpty == false })
      {
        diagnostics.reportBounded(
          Diagnostic(.error, "no-year", "the date has no year", at: node.location, help: "give it a “year”"))
      }
      return nil
    }
    moment.year = year
    (moment.month, moment.day) = (parts["month"], parts["day"])
    (moment.hour, moment.minute) = (parts["hour"], parts["minute"])
    (moment.second, moment.millisecond) = (parts["second"], parts["millisecond"])
    return moment
  }

  // MARK: - Values

  private mutating func number(_ text: Located<String>, _ name: String) -> Int? {
    let digits = text.value.filter { $0 != "," && !$0.isWhitespace }
    if let number = Int(digits), digits.utf8.count <= 16 { return number }
    diagnostics.reportBounded(
      Diagnostic(
        .error, "invalid-date", "the \(name) “\(text.value.shortened(to: 40))” is no whole number", at: text.location,
        help: name == "year" ? "write the year in digits, one before Christ with a minus" : "write it in digits"))
    return nil
  }

  /// A text, a number or a truth value; `nil` where it is empty, or anything else, which is reported.
  mutating func text(_ node: YAML.Node, _ key: Located<String>) -> Located<String>? {
    if node.isNull { return nil }
    guard let scalar = node.scalar else {
      wrongType(node, key, "a text")
      return nil
    }
    let isEmpty = scalar.text.utf8.allSatisfy { $0 <= 0x20 }
    return isEmpty ? nil : Located(scalar.text, at: node.location)
  }

  mutating func object(_ node: YAML.Node, _ key: Located<String>) -> [YAML.Entry]? {
    if node.isNull { return nil }
    if let entries = node.mapping { return entries }
    // Spreadsheets turned into JSON have “” for nothing.
    if node.scalar?.text.isEmpty == true { return nil }
    wrongType(node, key, "an object")
    return nil
  }

  mutating func wrongType(_ node: YAML.Node, _ key: Located<String>, _ wanted: String) {
    diagnostics.reportBounded(
      Diagnostic(
        .error, "wrong-type", "“\(key.value.shortened(to: 40))” should be \(wanted), but is \(node.description)",
        at: node.location))
  }

  /// A value nobody asks for, as names and texts.
  static func flat(_ name: String, _ node: YAML.Node) -> [(name: String, value: String)] {
    switch node.content {
    case .scalar(let scalar): node.isNull || scalar.text.isEmpty ? [] : [(name, scalar.text)]
    case .sequence(let items): items.flatMap { flat(name, $0) }
    case .mapping(let entries): entries.flatMap { flat(name + "." + $0.key.value, $0.value) }
    }
  }
}
