import EDTF
import Mustache
import Positions

// What changes with time: the timeline, what changed, key dates.

extension ComponentViews {
  /// The timeline: statements and events by date, under a heading for each month.
  func timeline(_ options: ComponentOptions, number: Int) -> Object {
    enum Entry {
      case statement(Int)
      case event(Int)
    }
    var entries: [(date: EDTFDate, entry: Entry)] = []
    for (index, statement) in story.statements.enumerated() where options.shows(statement, of: story) {
      entries.append((statement.date, .statement(index)))
    }
    if options.issues == nil, options.actors == nil, options.sides == nil {
      for (index, event) in story.events.enumerated() where options.shows(event.date) {
        entries.append((event.date, .event(index)))
      }
    }
    // Stable, so that statements keep their order; an event stands after what was said on the same day.
    let sorted = entries.enumerated().sorted { left, right in
      if left.element.date.orderedBefore(right.element.date) { return true }
      if right.element.date.orderedBefore(left.element.date) { return false }
      return left.offset < right.offset
    }.map(\.element)
    let (shown, total) = options.latest(sorted)

    var months: [(title: String, id: String, entries: [Object])] = []
    for (date, entry) in shown {
      let month = Self.month(of: date)
      let id = "month-" + (month ?? "none")
      if months.last?.id != id { months.append((month.map(title(ofMonth:)) ?? words[.noDate], id, [])) }
      let object: Object
      switch entry {
      case .statement(let index):
        let view = views.statements[index].with("anchor", number == 0 ? .text(story.statements[index].id) : .null)
        object = ["position": .object(view), "event": .null]
      case .event(let index):
        let view = views.events[index].with("anchor", number == 0 ? .text("event-" + story.events[index].id) : .null)
        object = ["position": .null, "event": .object(view)]
      }
      months[months.count - 1].entries.append(object)
    }
    let prefix = number == 0 ? "" : "timeline-\(number + 1)-"
    return [
      "has_entries": .bool(!shown.isEmpty), "level": 3, "is_filterable": false,
      "months": .objects(
        months.map { month in
          ["title": .text(month.title), "id": .text(prefix + month.id), "entries": .objects(month.entries)]
        }),
      "more": more(shown: shown.count, of: total, .allEntries),
    ]
  }

  /// The month a date stands under, `2019-02`; `nil` for one that is in none.
  private static func month(of date: EDTFDate) -> String? {
    (date.earliest ?? date.latest).map { String($0.description.dropLast(3)) }
  }

  /// The heading of a month.
  private func title(ofMonth month: String) -> String { (try? EDTFDate(parsing: month)).map(words.date) ?? month }

  func shifts(_ options: ComponentOptions) -> Object {
    let selected = analysis.shifts.filter { options.shows(story.statements[$0.to], of: story) }
      .sorted { $0.to < $1.to }
    let (shown, total) = options.latest(selected)
    return [
      "has_shifts": .bool(!shown.isEmpty), "shifts": .objects(shown.map(views.shift)),
      "more": more(shown: shown.count, of: total, .allShifts),
    ]
  }

  func keyDates(_ options: ComponentOptions) -> Object {
    let indices = story.events.indices.filter { options.shows(story.events[$0].date) }
      .sorted { story.events[$0].date.orderedBefore(story.events[$1].date) }
    var view = Object()
    view.set(list: options.latest(indices).shown.map { views.events[$0] }, as: "events", has: "has_events")
    return view
  }

  /// A link to what a limit left out.
  private func more(shown: Int, of total: Int, _ words: WordKey) -> Value {
    guard shown < total else { return .null }
    return .object(["url": .text(routes.timeline(story.id)), "label": .text(self.words.counted(total, words))])
  }
}
