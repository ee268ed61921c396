import EDTF
import Escaping
import Positions
import YAML

/// `timeline.json`: a story's statements and events as TimelineJS 3 reads them (timeline.knightlab.com/docs/json-format.html).
///
/// Each statement is a slide in the row of its question, its shift said first; events have a row of their own. A slide's
/// `unique_id` is the id of its entry in our timeline, so that links to the one carry over to the other. What the
/// format has for pictures on slides, backgrounds and eras, a story has nothing to say to.
struct TimelineJSFile {
  let edition: StoryEdition
  let site: PublishedSite
  let routes: Routes
  let words: InterfaceWords

  private var story: Story { edition.story }
  private var wording: StatementWording { StatementWording(edition: edition, routes: routes, words: words) }

  /// The ids of what a story has and the format has no date for.
  static func undated(in story: Story) -> [String] {
    let dates = story.statements.map { ($0.id, $0.date) } + story.events.map { ($0.id, $0.date) }
    return dates.filter { TimelineJSDate.span(of: $0.1) == nil }.map(\.0)
  }

  /// The file.
  var bytes: [UInt8] {
    var json = JSONWriter(capacity: 1024 * (story.statements.count + 8))
    json.object { json in
      json.member("scale", "human")
      json.object("title", title)
      json.array("events") { json in
        // TimelineJS sorts slides by date, and keeps the order of those on one day.
        for index in story.statements.indices { write(statement: index, to: &json) }
        for event in story.events { write(event, to: &json) }
      }
    }
    return json.bytes
  }

  private func title(_ json: inout JSONWriter) {
    // An id of ours cannot begin like that, and so is not taken.
    json.member("unique_id", "_title")
    json.object("text") { json in
      json.member("headline", Self.html(edition.explainer.title))
      var passages = Passages(in: words)
      passages.add(edition.explainer.deck)
      passages.add(link: site.configuration.title, to: routes.whole(routes.story(story.id)))
      json.member("text", String(decoding: passages.html, as: UTF8.self))
    }
    if let image = edition.explainer.image {
      let path = PublishedSite.imagePath(image.path.value, story: story.id)
      json.object("media") { json in
        json.member("url", routes.whole(site.address.href(OutputPath(trusted: path))))
        json.member("alt", image.alt)
      }
    }
    json.member("autolink", false)
  }

  private func write(statement index: Int, to json: inout JSONWriter) {
    let statement = story.statements[index]
    var passages = Passages(in: words)
    if let shift = edition.shiftEndingAt[index] {
      let from = story.statements[shift.from]
      passages.add(
        words.filled(
          .movedFrom,
          [
            "shift": shift.label(in: words), "stance": wording.stance(from), "date": wording.date(from.date),
          ]))
    }
    wording.add(statement, to: &passages)
    wording.addRetraction(of: statement, to: &passages)
    passages.add(statement.note)
    wording.addSource(statement.source, to: &passages)
    slide(
      statement.id, statement.date, group: story.issues[statement.issue].label,
      headline: wording.speaker(statement) + words[.colon] + wording.stance(statement), passages, to: &json)
  }

  private func write(_ event: Event, to json: inout JSONWriter) {
    var passages = Passages(in: words)
    let status = words[event.status.word]
    passages.add(event.place.map { $0 + words[.comma] + status } ?? status)
    passages.add(event.note)
    wording.addSource(event.source, to: &passages)
    slide("event-" + event.id, event.date, group: words[.keyDates], headline: event.title, passages, to: &json)
  }

  private func slide(
    _ id: String, _ date: EDTFDate, group: String, headline: String, _ passages: Passages, to json: inout JSONWriter
  ) {
    guard let span = TimelineJSDate.span(of: date) else { return }
    json.object { json in
      json.member("unique_id", id)
      json.object("start_date") { span.start.write(to: &$0) }
      if let end = span.end { json.object("end_date") { end.write(to: &$0) } }
      // In our words, which say what TimelineJS has none for: about, before, or, spring.
      json.member("display_date", wording.date(date))
      json.member("group", group)
      json.object("text") { json in
        json.member("headline", Self.html(headline))
        json.member("text", String(decoding: passages.html, as: UTF8.self))
      }
      json.member("autolink", false)
    }
  }

  private static func html(_ text: String) -> String {
    var out = ByteWriter()
    out.text(text)
    return out.string
  }
}
