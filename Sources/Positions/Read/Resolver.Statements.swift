import Diagnostics
import EDTF
import YAML

extension Resolver {
  /// Adds the statements of a file, by date.
  mutating func addStatements(_ positions: [PositionsFile.Position]) {
    let ids = statementIDs(positions)
    let dates = positions.indices.map { date(of: positions[$0]) }
    // What is sorted is small: a statement takes half a kilobyte and many references, and is made in its place.
    let order = positions.indices.map { (key: DateKey(dates[$0]), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    story.statements.reserveCapacity(positions.count)
    for (_, index) in order {
      guard let statement = statement(positions[index], id: ids[index], date: dates[index], fileOrder: index) else {
        continue
      }
      story.statements.append(statement)
    }
  }

  /// Where a date stands in the order of statements: open starts first, open ends last.
  private struct DateKey: Comparable {
    let earliest: Int
    let latest: Int

    init(_ date: EDTFDate?) {
      earliest = date?.earliest?.ordinal ?? .min
      latest = date?.latest?.ordinal ?? .max
    }

    static func < (left: Self, right: Self) -> Bool { (left.earliest, left.latest) < (right.earliest, right.latest) }
  }

  /// The statement a position makes; `nil` where an error left out what it needs.
  private mutating func statement(
    _ position: PositionsFile.Position, id: String?, date: EDTFDate?, fileOrder: Int
  ) -> Statement? {
    let who = find(position.who, in: \.actors)
    let issue = find(position.issue, in: \.issues)
    let source = find(position.source, in: \.sources)
    let stance = issue.flatMap { self.stance(position.stance, on: $0) }
    let onBehalfOf = find(position.onBehalfOf, in: \.actors)
    let reportedBy = find(position.reportedBy, in: \.actors)
    let event = find(position.event, in: \.events)
    let retractedIn = find(position.retracted?.source, in: \.sources)
    let attribution = attribution(of: position, actor: who)
    checkOriginal(of: position, source: source)
    guard let id, let who, let issue, let source, let stance, let date else { return nil }
    return Statement(
      id: id, who: who, issue: issue, stance: stance, stanceID: position.stance?.value ?? "", date: date,
      source: source, quote: position.quote?.value, original: position.original?.value, lang: position.lang,
      paraphrase: position.paraphrase, prefix: position.prefix, suffix: position.suffix, attribution: attribution,
      descriptor: position.descriptor, anonymityReason: position.anonymityReason?.value,
      sourcesCount: position.sourcesCount, onBehalfOf: onBehalfOf, reportedBy: reportedBy, venue: position.venue,
      event: event, note: position.note, certainty: position.certainty, added: position.added,
      retracted: position.retracted.map {
        Statement.Retraction(date: $0.date, source: retractedIn, reason: $0.reason)
      },
      fileOrder: fileOrder, location: position.location,
      quoteLocation: (position.original ?? position.quote)?.location ?? position.location)
  }

  private mutating func stance(_ word: Located<String>?, on issue: Int) -> Statement.Stance? {
    guard let word else { return nil }
    let scale = story.issues[issue].scale
    if let level = scale.firstIndex(where: { $0.id == word.value }) { return .level(level) }
    if let stance = Statement.Stance.offScale(word.value) { return stance }
    // A scale that is wrong itself has no levels that a stance could be compared with.
    guard !scale.isEmpty, !issuesOfBrokenScale.contains(issue) else { return nil }
    let known = scale.map(\.id)
    let help =
      nearestName(to: word.value, among: known + Statement.Stance.offScaleWords).map { "did you mean “\($0)”?" }
      ?? "its levels are \(known.joined(separator: ", ")); off the scale there are "
      + Statement.Stance.offScaleWords.joined(separator: ", ")
    let id = story.issues[issue].id
    reportUnknown(word, as: "level of \(id)", "“\(id)” has no level “\(word.value.shortened(to: 40))”", help: help)
    return nil
  }

  /// The date of a position: its own, or its source's.
  private mutating func date(of position: PositionsFile.Position) -> EDTFDate? {
    guard let index = position.source.flatMap({ sources.index(of: $0.value) }) else { return position.date?.value }
    let published = story.sources[index].published
    guard position.hasDate else {
      if let published { return published }
      let source = story.sources[index]
      error(
        "missing-date", "a position has no date, and its source has none either", at: position.location,
        notes: [.init("“\(source.id)” lacks “published”", at: source.location)],
        help: "write the position's “date”, or when its source was “published”")
      return nil
    }
    if let date = position.date, let said = date.value.earliest, let published = published?.latest, said > published,
      !date.value.isApproximate, !date.value.isUncertain
    {
      let source = story.sources[index]
      warning(
        "said-after-published", "said on \(date.value.text), after its source was published", at: date.location,
        notes: [.init("“\(source.id)” was published on \(published)", at: source.location)],
        help: "correct one of the two dates")
    }
    return position.date?.value
  }

  /// On what terms it was said; an anonymous voice never speaks on the record.
  private mutating func attribution(of position: PositionsFile.Position, actor index: Int?) -> Statement.Attribution {
    let actor = index.map { story.actors[$0] }
    let isAnonymous = actor?.kind == .anonymous
    let attribution = position.attribution?.value ?? (isAnonymous ? .background : .onRecord)
    let isWithheld = attribution == .background || attribution == .deepBackground
    if isAnonymous, !isWithheld, let actor, let written = position.attribution {
      error(
        "anonymous-on-record", "“\(actor.id)” is anonymous and cannot be quoted “\(attribution.rawValue)”",
        at: written.location, notes: [.init("it is anonymous here", at: actor.location)],
        help: "write background or deep-background, or leave it out")
    }
    // Where the actor, its kind or the attribution could not be read, it may well be anonymous.
    let isKnown = index.map { !actorsOfUnreadKind.contains($0) } ?? false
    if let reason = position.anonymityReason, !isAnonymous, !isWithheld, isKnown, !position.hasUnreadAttribution {
      error(
        "reason-without-anonymity", "a reason for anonymity, where nobody is anonymous", at: reason.location,
        help: "remove it, or write attribution: background")
    }
    return attribution
  }

  /// The words as spoken are in another language than the site's, which pages must say.
  private mutating func checkOriginal(of position: PositionsFile.Position, source: Int?) {
    guard let original = position.original, position.lang == nil, let source, story.sources[source].lang == nil
    else { return }
    warning(
      "original-without-lang", "the language of “original” is not given", at: original.location,
      help: "write it as “lang”, such as lang: ko")
  }
}
