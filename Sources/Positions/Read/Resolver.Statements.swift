import Diagnostics
import EDTF
import YAML

extension Resolver {
  /// Adds the statements of a file, by date.
  mutating func addStatements(_ positions: [PositionsFile.Position]) {
    let ids = statementIDs(positions)
    var statements: [Statement] = []
    statements.reserveCapacity(positions.count)
    for (order, position) in positions.enumerated() {
      if let statement = statement(position, id: ids[order], order: order) { statements.append(statement) }
    }
    let sorted = statements.indices
      .map { (key: DateKey(statements[$0].date), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    story.statements = sorted.map { statements[$0.index] }
  }

  /// Where a date stands in the order of statements: open starts first, open ends last.
  private struct DateKey: Comparable {
    let earliest: Int
    let latest: Int

    init(_ date: EDTFDate) {
      earliest = date.earliest?.ordinal ?? .min
      latest = date.latest?.ordinal ?? .max
    }

    static func < (left: Self, right: Self) -> Bool { (left.earliest, left.latest) < (right.earliest, right.latest) }
  }

  /// The statement a position makes; `nil` where an error left out what it needs.
  private mutating func statement(_ position: PositionsFile.Position, id: String?, order: Int) -> Statement? {
    let who = find(position.who, in: \.actors)
    let issue = find(position.issue, in: \.issues)
    let source = find(position.source, in: \.sources)
    let stance = issue.flatMap { self.stance(position.stance, on: $0) }
    let onBehalfOf = find(position.onBehalfOf, in: \.actors)
    let reportedBy = find(position.reportedBy, in: \.actors)
    let event = find(position.event, in: \.events)
    let retractedIn = find(position.retracted?.source, in: \.sources)
    let date = date(of: position, source: source)
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
      fileOrder: order, location: position.location,
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
    reportUnknown(word, as: "level of \(id)", "“\(id)” has no level “\(word.value)”", help: help)
    return nil
  }

  /// The date of a position: its own, or its source's.
  private mutating func date(of position: PositionsFile.Position, source: Int?) -> EDTFDate? {
    guard !position.hasDate else {
      if let date = position.date, let source, let said = date.value.earliest,
        let published = story.sources[source].published?.latest, said > published
      {
        warning(
          "said-after-published", "said on \(date.value.text), after its source was published",
          at: date.location,
          notes: [
            .init("“\(story.sources[source].id)” was published on \(published)", at: story.sources[source].location)
          ],
          help: "correct one of the two dates")
      }
      return position.date?.value
    }
    guard let source else { return nil }
    if let published = story.sources[source].published { return published }
    error(
      "missing-date", "a position has no date, and its source has none either", at: position.location,
      notes: [.init("“\(story.sources[source].id)” lacks “published”", at: story.sources[source].location)],
      help: "write the position's “date”, or when its source was “published”")
    return nil
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
