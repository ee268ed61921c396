import Diagnostics
import Mustache
import Positions

// What is known, who is who, and where it all comes from.

extension ComponentViews {
  func knownUnknown(diagnostics: inout Diagnostics) -> Object {
    var view = Object()
    let prose = Prose(views: views, site: site, links: links)
    view.set(list: prose.remarks(story.known, diagnostics: &diagnostics), as: "known", has: "has_known")
    view.set(list: prose.remarks(story.unknown, diagnostics: &diagnostics), as: "unknown", has: "has_unknown")
    return view
  }

  func people(_ options: ComponentOptions, number: Int) -> Object {
    var counts: [Int: Int] = [:]
    for statement in story.statements { counts[statement.who, default: 0] += 1 }
    let people = story.actors.indices.filter { actor in
      guard counts[actor] != nil else { return false }
      guard let sides = options.sides else { return true }
      return story.actors[actor].side.map(sides.contains) ?? false
    }
    let groups = bySide(people) { actor in
      views.actors[actor]
        .with("position_words", .text(words.counted(counts[actor] ?? 0, .positions)))
        .with("anchor", number == 0 ? .text("actor-" + story.actors[actor].id) : .null)
    }
    return ["has_people": .bool(!groups.isEmpty), "sides": .objects(groups)]
  }

  /// Actors under their sides, in the order of the file; those on none come last.
  func bySide(_ actors: [Int], view: (Int) -> Object) -> [Object] {
    func group(_ side: Int?, label: String, class name: Value) -> Object? {
      let members = actors.filter { story.actors[$0].side == side }
      guard !members.isEmpty else { return nil }
      return ["label": .text(label), "class": name, "people": .objects(members.map(view))]
    }
    let sides = story.sides.indices.compactMap { side in
      group(side, label: story.sides[side].label, class: views.sides[side]["class"] ?? .null)
    }
    return sides + [group(nil, label: words[.noSide], class: "side-none")].compactMap { $0 }
  }

  func sources(number: Int) -> Object {
    var counts: [Int: Int] = [:]
    for statement in story.statements { counts[statement.source, default: 0] += 1 }
    let hasFeed = site.hasFeed(of: edition)
    var view: Object = [
      "sources": .objects(
        story.sources.indices.map { index in
          views.sources[index]
            .with("position_words", .text(words.counted(counts[index] ?? 0, .positions)))
            .with("anchor", number == 0 ? .text("source-" + story.sources[index].id) : .null)
        }),
      "data_url": .text(routes.positionsJSON(story.id)), "csv_url": .text(routes.positionsCSV(story.id)),
      "timeline_json_url": .text(routes.timelineJS(story.id)),
      "feed_url": .optional(hasFeed ? routes.feed(story.id, .atom) : nil),
      "json_feed_url": .optional(hasFeed ? routes.feed(story.id, .json) : nil),
      "calendar_url": .optional(edition.hasCalendar ? routes.calendar(story.id) : nil),
      "method": .text(method),
    ]
    let used = Set(story.expectations.compactMap { $0.likelihood?.word })
    view.set(
      list: (used.isEmpty ? [] : site.configuration.likelihoods?.bands ?? []).map { band in
        ["word": .text(band.word), "range": .text(words.percentages(band.low, band.high))]
      }.separated(in: words), as: "likelihoods", has: "has_likelihoods")
    view.set(list: story.corrections.map(correction), as: "corrections", has: "has_corrections")
    return view
  }

  /// How many quotes were checked, in a sentence.
  private var method: String {
    let checks = story.statements.compactMap(edition.check)
    let unchecked = checks.filter { if case .notChecked = $0 { true } else { false } }.count
    let checked = words.counted(checks.count - unchecked, .quotesChecked)
    guard unchecked > 0 else { return words.filled(.method, ["checked": checked]) }
    return words.filled(
      .methodUnchecked, ["checked": checked, "unchecked": words.counted(unchecked, .quotesNotChecked)])
  }

  private func correction(_ correction: Correction) -> Object {
    let target = correction.target.flatMap { id in story.statements.first { $0.id == id } }
    return [
      "date": .date(correction.date, in: words), "kind": .text(words[correction.kind.word]),
      "target": .optional(correction.target),
      "target_url": .optional(target.map { routes.position($0.id, of: story.id) }), "was": .optional(correction.was),
      "now": .optional(correction.now), "note": .optional(correction.note),
    ]
  }
}
