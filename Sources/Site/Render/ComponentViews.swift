import Charts
import CommonMark
import Diagnostics
import EDTF
import Escaping
import Mustache
import Positions

/// What the templates of the components are given.
struct ComponentViews: Sendable {
  let views: StoryViews
  let site: PublishedSite
  let links: ContentLinks

  private var edition: StoryEdition { views.edition }
  private var story: Story { edition.story }
  private var analysis: StoryAnalysis { edition.analysis }
  private var routes: Routes { views.routes }
  private var words: InterfaceWords { views.words }

  /// How many entries of a series an explainer shows where nobody says; the rest is a link away.
  private static let usualLimit = 40

  /// What `components/<name>.mustache` is given.
  ///
  /// - Parameter number: how many components of the same kind stand on the page before this one. Only the first gives
  ///   its entries ids, for an id may stand on a page once.
  func view(
    of component: Component, _ options: ComponentOptions, number: Int, isSection: Bool, diagnostics: inout Diagnostics
  ) -> Object {
    var options = options
    if isSection { options.limit = Self.usualLimit }
    switch component {
    case .timeline: return timeline(options, number: number)
    case .stanceChart: return stanceChart(options, number: number)
    case .whereTheyStand: return whereTheyStand(options)
    case .shifts: return shifts(options)
    case .expectations: return expectations(options, number: number)
    case .quote: return ["position": .optional(options.statement.map { views.briefs[$0] })]
    case .keyDates: return keyDates(options)
    case .knownUnknown: return knownUnknown(diagnostics: &diagnostics)
    case .people: return people(options, number: number)
    case .sources: return sources(number: number)
    }
  }

  // MARK: Series in time

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
      let (title, id) = month(of: date)
      if months.last?.id != id { months.append((title, id, [])) }
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
      "has_entries": .bool(!shown.isEmpty), "level": 3,
      "months": .objects(
        months.map { month in
          ["title": .text(month.title), "id": .text(prefix + month.id), "entries": .objects(month.entries)]
        }),
      "more": more(shown: shown.count, of: total, .allEntries),
    ]
  }

  /// The heading a date stands under, and its id.
  private func month(of date: EDTFDate) -> (title: String, id: String) {
    guard let day = date.earliest ?? date.latest else { return (words[.noDate], "month-none") }
    let id = String(day.description.dropLast(3))
    return ((try? EDTFDate(parsing: id))?.words(in: words.dates) ?? id, "month-" + id)
  }

  private func shifts(_ options: ComponentOptions) -> Object {
    let selected = analysis.shifts.filter { options.shows(story.statements[$0.to], of: story) }
      .sorted { $0.to < $1.to }
    let (shown, total) = options.latest(selected)
    return [
      "has_shifts": .bool(!shown.isEmpty), "shifts": .objects(shown.map(views.shift)),
      "more": more(shown: shown.count, of: total, .allShifts),
    ]
  }

  private func keyDates(_ options: ComponentOptions) -> Object {
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

  // MARK: Where they stand

  private func whereTheyStand(_ options: ComponentOptions) -> Object {
    let issues = story.issues.indices.filter { options.issues?.contains($0) ?? true }
    var standings: [Int: [Int: Standing]] = [:]
    for standing in analysis.standings {
      let lane = analysis.lanes[standing.lane]
      guard let actor = lane.actor, options.issues?.contains(lane.issue) ?? true else { continue }
      standings[actor, default: [:]][lane.issue] = standing
    }
    let people = story.actors.indices.filter { actor in
      guard standings[actor] != nil, options.actors?.contains(actor) ?? true else { return false }
      guard let sides = options.sides else { return true }
      return story.actors[actor].side.map(sides.contains) ?? false
    }
    var view: Object = ["issues": .objects(issues.map { views.issues[$0] }), "column_count": .int(issues.count + 1)]
    let groups = bySide(people) { actor in
      [
        "who": .object(views.actors[actor]), "role": views.actors[actor]["role"] ?? .null,
        "cells": .objects(issues.map { cell(standings[actor]?[$0]) }),
      ]
    }
    view.set(list: groups, as: "sides", has: "has_people")
    let splits = analysis.splits.filter { split in
      (options.issues?.contains(split.issue) ?? true) && (options.sides?.contains(split.side) ?? true)
    }
    view.set(list: splits.map(self.split), as: "splits", has: "has_splits")
    return view
  }

  private func cell(_ standing: Standing?) -> Object {
    guard let standing else { return ["standing": .null] }
    let view = views.briefs[standing.statement].with("is_maybe", .bool(standing.certainty == .maybe))
    return ["standing": .object(view)]
  }

  private func split(_ split: Split) -> Object {
    [
      "side": .object(views.sides[split.side]), "issue": .object(views.issues[split.issue]),
      "positions": .objects(split.statements.map { views.briefs[$0] }.separated(in: words)),
    ]
  }

  // MARK: Charts

  func stanceChart(_ options: ComponentOptions, number: Int) -> Object {
    let issues = story.issues.indices.filter { options.issues?.contains($0) ?? true }
    return ["charts": .objects(issues.map { chart(ofIssue: $0, number: number) })]
  }

  private func chart(ofIssue issue: Int, number: Int) -> Object {
    let words = words.charts
    let table = StanceTable(story, analysis, issue: issue, words: words)
    let prefix = "chart-\(number)-\(story.issues[issue].id)"
    func svg(_ drawing: Drawing) -> Value {
      .html(StanceChart(table, drawing: drawing, prefix: "\(prefix)-\(drawing.rawValue)", words: words).svg)
    }
    return [
      "issue": .object(views.issues[issue]), "wide": svg(.wide), "narrow": svg(.narrow),
      "rows": .objects(table.rows.map { row($0, of: table) }),
    ]
  }

  private func row(_ row: StanceTable.Row, of table: StanceTable) -> Object {
    [
      "id": .text(row.position), "url": .text(routes.position(row.position, of: story.id)),
      "date": .date(row.date, in: words),
      "who": .text(row.who), "role": .optional(row.role), "stance": .text(row.stance), "excerpt": .text(row.excerpt),
      "shift": .optional(row.shift.map { table.shifts[$0].words }), "is_contested": .bool(row.isContested),
      "is_retracted": .bool(row.isRetracted),
    ]
  }

  // MARK: Expectations

  private func expectations(_ options: ComponentOptions, number: Int) -> Object {
    let selected = story.expectations.indices.filter { index in
      let expectation = story.expectations[index]
      if let events = options.events, !(expectation.event.map(events.contains) ?? false) { return false }
      if let issues = options.issues, !(expectation.issue.map(issues.contains) ?? false) { return false }
      return true
    }
    // The likeliest first; what has no likelihood last, each in the order of the file.
    let ranked = selected.sorted { left, right in
      let a = story.expectations[left].likelihood?.midpoint ?? -1
      let b = story.expectations[right].likelihood?.midpoint ?? -1
      return a == b ? left < right : a > b
    }
    var view = Object()
    view.set(
      list: ranked.prefix(options.limit ?? .max).map { expectation($0, number: number) }, as: "expectations",
      has: "has_expectations")
    view.set(
      list: analysis.calibrations.map { calibration in
        let (voice, mean) = (voice(calibration.voice), words.decimals(calibration.meanBrier))
        let label = words.filled(.meanOf, ["voice": voice, "mean": mean, "count": String(calibration.count)])
        return [
          "voice": .text(voice), "mean": .text(mean), "count": .int(calibration.count), "label": .text(label),
          "is_ranked": .bool(calibration.isRanked),
        ]
      }.separated(in: words), as: "calibrations", has: "has_calibrations")
    return view
  }

  private func expectation(_ index: Int, number: Int) -> Object {
    let expectation = story.expectations[index]
    let outcome = expectation.outcome.map { outcome -> Object in
      [
        "value": .text(outcome.value.rawValue), "label": .text(words[outcome.value.word]),
        "date": .date(outcome.date, in: words),
        "reason": .optional(outcome.reason), "source": .optional(outcome.source.map { views.sources[$0] }),
        "score": .optional(edition.score(of: index).map { words.decimals($0.brier) }),
      ]
    }
    return [
      "id": .text(expectation.id), "anchor": number == 0 ? .text("expectation-" + expectation.id) : .null,
      "proposition": .text(expectation.proposition), "voice": .text(voice(expectation.saidBy)),
      "date": .date(expectation.date, in: words), "resolves_by": .date(expectation.resolvesBy, in: words),
      "criteria": .optional(expectation.criteria), "outcome": .optional(outcome),
      "is_overdue": .bool(expectation.isOverdue(on: site.edition.today)),
      "is_after": .bool(edition.isAfterEvent(on: site.edition.today)),
      "likelihood": .optional(
        expectation.likelihood.map { likelihood in
          self.likelihood(
            likelihood, outcome: expectation.outcome?.value, prefix: "likelihood-\(number)-\(expectation.id)")
        }),
    ]
  }

  private func likelihood(
    _ likelihood: Expectation.Likelihood, outcome: Expectation.Outcome.Value?, prefix: String
  ) -> Object {
    let bar = LikelihoodBar(likelihood, outcome: outcome, prefix: prefix, words: words.charts)
    // A percentage is its own range, and is not said twice.
    let isPercentage = likelihood.word.first?.isNumber ?? false
    let word = likelihood.word.prefix(1).uppercased() + likelihood.word.dropFirst()
    let range = words.percentages(likelihood.low, likelihood.high)
    return [
      "label": .text(isPercentage ? range : word), "range": .optional(isPercentage ? nil : range),
      "bar": .html(bar.svg),
    ]
  }

  private func voice(_ voice: Expectation.Voice) -> String {
    switch voice {
    case .newsroom: words[.newsroom]
    case .actor(let actor): story.actors[actor].name
    }
  }

  // MARK: Known, people, sources

  private func knownUnknown(diagnostics: inout Diagnostics) -> Object {
    var view = Object()
    let prose = Prose(views: views, site: site, links: links)
    view.set(list: prose.remarks(story.known, diagnostics: &diagnostics), as: "known", has: "has_known")
    view.set(list: prose.remarks(story.unknown, diagnostics: &diagnostics), as: "unknown", has: "has_unknown")
    return view
  }

  private func people(_ options: ComponentOptions, number: Int) -> Object {
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
  private func bySide(_ actors: [Int], view: (Int) -> Object) -> [Object] {
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

  private func sources(number: Int) -> Object {
    var counts: [Int: Int] = [:]
    for statement in story.statements { counts[statement.source, default: 0] += 1 }
    var view: Object = [
      "sources": .objects(
        story.sources.indices.map { index in
          views.sources[index]
            .with("position_words", .text(words.counted(counts[index] ?? 0, .positions)))
            .with("anchor", number == 0 ? .text("source-" + story.sources[index].id) : .null)
        }),
      "data_url": .text(routes.positionsJSON(story.id)), "csv_url": .text(routes.positionsCSV(story.id)),
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
