import Diagnostics
import EDTF
import Positions
import YAML

/// A story being made out of a timeline.
struct TimelineComposer {
  private(set) var story = ImportedStory()
  private(set) var diagnostics = Diagnostics()

  private let request: TimelineImport
  private let knownEvents: [String: Event]
  private var eventIDs = IDMaker()
  private var sourceIDs: IDMaker
  /// The sources of the story and those made here, by their addresses.
  private var sourceOfURL: [String: String]
  private var sections: [String] = []

  init(_ request: TimelineImport) {
    self.request = request
    knownEvents = Dictionary(request.known.story.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sourceIDs = IDMaker(taken: request.known.sources.map(\.id))
    sourceOfURL = Dictionary(
      request.known.sources.compactMap { source in source.url.map { ($0, source.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func compose(_ timeline: Timeline) {
    for (name, value) in timeline.others { leave("the timeline", name, value) }
    if let title = timeline.title { open(title) }
    for (index, slide) in timeline.events.enumerated() { add(slide, number: index + 1) }
    for (index, era) in timeline.eras.enumerated() { addEra(era, number: index + 1) }
    story.text = sections.joined(separator: "\n\n")
    if !story.text.isEmpty { story.text += "\n" }
  }

  private mutating func leave(_ subject: String, _ name: String, _ value: String) {
    story.leftovers.append(.init(subject: subject, name: name, value: value))
  }

  private mutating func error(_ id: String, _ message: String, at location: SourceLocation, help: String?) {
    diagnostics.reportBounded(Diagnostic(.error, id, message, at: location, help: help))
  }

  // MARK: - Slides

  /// The title slide: the headline, and the text before all others.
  private mutating func open(_ slide: Timeline.Slide) {
    let name = "the title slide"
    story.title = slide.headline.map { MarkdownText.plain($0.value) }
    noteFormatting(of: slide.headline, name)
    if slide.start != nil || slide.end != nil { leave(name, "date", "") }
    if let group = slide.group { leave(name, "group", group.value) }
    if let id = slide.uniqueID { leave(name, "unique_id", id.value) }
    if let display = slide.displayDate { sections.append(MarkdownText(display.value).line) }
    let title = story.title ?? ""
    let media = slide.media.map { self.media($0, slide, title: title, id: title, name) }
    sections += prose(slide, name)
    if let media { sections += media.prose }
    noteOthers(slide, name)
  }

  private mutating func add(_ slide: Timeline.Slide, number: Int) {
    let title = slide.headline.map { MarkdownText.plain($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
    let name = title.map { "slide “\($0.shortened(to: 60))”" } ?? "slide \(number)"
    let date: TimelineDate?
    do throws(TimelineDate.Problem) {
      date = try slide.start.map { start throws(TimelineDate.Problem) in try TimelineDate(slide, start) }
    } catch {
      return self.error("invalid-date", error.message, at: error.location, help: error.help)
    }
    let heading = title ?? date.map { $0.remark ?? $0.date.words() } ?? "Slide \(number)"
    let id = eventIDs.id(for: slide.uniqueID?.value ?? title ?? "", or: "event-\(number)")
    if let unique = slide.uniqueID, unique.value != id { leave(name, "unique_id", "\(unique.value) became \(id)") }
    if let date, isThere(id, heading, date.date, at: slide.location) { return story.alreadyThere += 1 }

    let media = slide.media.map { self.media($0, slide, title: heading, id: id, name) }
    if let date {
      addEvent(id, heading, date, source: media?.source, at: slide, name)
    } else {
      // TimelineJS passes over such a slide; its text is worth keeping all the same.
      leave(name, "a place in the timeline, for it has no date", "")
    }
    noteFormatting(of: slide.headline, name)
    sections.append("## " + MarkdownText.escape(heading).replacing("#", with: "\\#"))
    var line: [String] = []
    if let date {
      let words = MarkdownText.escape(date.remark ?? date.date.words())
      line.append(request.linksEvents ? "[\(words)](event:\(id))" : words)
    } else if let shown = slide.displayDate {
      line.append(MarkdownText(shown.value).line)
    }
    if let group = slide.group { line.append("*\(MarkdownText.escape(MarkdownText.plain(group.value)))*") }
    if !line.isEmpty { sections.append(line.joined(separator: " · ")) }
    sections += prose(slide, name)
    if let media { sections += media.prose }
    noteOthers(slide, name)
  }

  private mutating func addEra(_ era: Timeline.Slide, number: Int) {
    let title = era.headline.map { MarkdownText.plain($0.value) }.flatMap { $0.isEmpty ? nil : $0 } ?? "Era \(number)"
    let name = "era “\(title.shortened(to: 60))”"
    guard let start = era.start, era.end != nil else {
      return error(
        "era-without-dates", "the \(name) lacks its \(era.start == nil ? "start" : "end")", at: era.location,
        help: "an era goes from one date to another")
    }
    do throws(TimelineDate.Problem) {
      let date = try TimelineDate(era, start)
      let id = eventIDs.id(for: era.uniqueID?.value ?? title, or: "era-\(number)")
      if isThere(id, title, date.date, at: era.location) { return story.alreadyThere += 1 }
      addEvent(id, title, date, source: nil, at: era, name)
      noteFormatting(of: era.headline, name)
      for paragraph in prose(era, name) { leave(name, "text", paragraph) }
      if let group = era.group { leave(name, "group", group.value) }
      if let url = era.media?.url { leave(name, "media", url.value) }
      noteOthers(era, name)
    } catch {
      self.error("invalid-date", error.message, at: error.location, help: error.help)
    }
  }

  /// Whether the story has the event already; reports another one of the same id.
  private mutating func isThere(_ id: String, _ title: String, _ date: EDTFDate, at location: SourceLocation) -> Bool {
    guard let event = knownEvents[id] else { return false }
    if event.title == title, event.date == date { return true }
    diagnostics.reportBounded(
      Diagnostic(
        .error, "clash", "the story has another event “\(id)”", at: location,
        notes: [.init("it is “\(event.title.shortened(to: 60))”, \(event.date.text)", at: event.location)],
        help: "nothing is overwritten: give this slide another headline, or change the event by hand"))
    return false
  }

  private mutating func addEvent(
    _ id: String, _ title: String, _ date: TimelineDate, source: String?, at slide: Timeline.Slide, _ name: String
  ) {
    if let remark = date.remark, date.contradictsRemark {
      let value = "“\(remark)” for \(date.date.text); it is in the event's note"
      leave(name, "display_date that means another date", value)
    }
    var record = StoryRecord()
    record.add("title", prose: title, at: slide.headline?.location ?? slide.location)
    record.add("date", date.date.text, at: slide.start?.location)
    if let latest = date.date.latest, latest < request.today { record.add("status", "completed") }
    record.add("note", prose: date.remark, at: slide.displayDate?.location)
    record.add("source", source)
    story.entries[.events, default: []].append(.init(id: id, record: record, location: slide.location))
  }

  // MARK: - Texts and media

  private mutating func prose(_ slide: Timeline.Slide, _ name: String) -> [String] {
    guard let text = slide.text else { return [] }
    let markdown = MarkdownText(text.value, autolinks: slide.autolinks)
    note(markdown, "text", name)
    return markdown.blocks
  }

  /// The source that a medium becomes, and the paragraph that leads to it.
  private mutating func media(
    _ media: Timeline.Media, _ slide: Timeline.Slide, title: String, id: String, _ name: String
  ) -> (source: String?, prose: [String]) {
    let parts = MediaParts(media, autolinks: slide.autolinks)
    for (text, field) in [(parts.caption, "caption"), (parts.credit, "credit"), (parts.embedded, "media")] {
      if let text { note(text, field, name) }
    }
    for (field, value) in parts.homeless { leave(name, field, value) }
    guard let url = parts.url else { return (nil, parts.prose) }
    if let known = sourceOfURL[url] { return (known, parts.prose) }
    let sourceID = sourceIDs.id(for: id, or: "source")
    sourceOfURL[url] = sourceID
    var record = StoryRecord()
    record.add("title", prose: parts.title ?? title, at: media.caption?.location)
    record.add("publisher", prose: parts.publisher, at: media.credit?.location)
    record.add("url", url, at: media.url?.location)
    record.add("kind", parts.kind)
    story.entries[.sources, default: []].append(
      .init(id: sourceID, record: record, location: media.url?.location ?? slide.location))
    return (sourceID, parts.prose)
  }

  private mutating func noteFormatting(of headline: Located<String>?, _ name: String) {
    guard let headline else { return }
    let isPlain = HTMLNode.parse(headline.value).allSatisfy { node in
      if case .element(let element) = node { element.name == "br" } else { true }
    }
    if !isPlain { leave(name, "formatting of the headline", headline.value) }
  }

  private mutating func note(_ markdown: MarkdownText, _ field: String, _ name: String) {
    for (what, value) in markdown.omissions { leave(name, "\(what) in the \(field)", value) }
  }

  private mutating func noteOthers(_ slide: Timeline.Slide, _ name: String) {
    for (field, value) in slide.others { leave(name, field, value) }
  }
}
