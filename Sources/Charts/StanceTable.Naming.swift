import EDTF
import Positions

/// Puts names, roles and stances of a story into words.
struct Naming {
  let story: Story
  let words: ChartWords
  let levels: [String]

  func row(_ index: Int, lane: Int, of owner: Lane.Owner, shift: Int?, isContested: Bool) -> StanceTable.Row {
    let statement = story.statements[index]
    let actor = actor(statement.who)
    let isAnonymous = Self.isAnonymous(owner)
    return StanceTable.Row(
      position: statement.id, statement: index, lane: lane, who: who(statement, isAnonymous: isAnonymous),
      role: actor?.role(on: statement.date)?.title, date: statement.date,
      dateInWords: words.date(statement.date), datetime: statement.date.htmlDateTime,
      stance: stance(statement.stance),
      level: statement.stance.level.flatMap { levels.indices.contains($0) ? $0 : nil },
      quote: statement.quote, paraphrase: statement.paraphrase, attribution: attribution(statement.attribution),
      isAnonymous: isAnonymous, isInferred: statement.certainty == .inferred, isContested: isContested,
      isRetracted: statement.retracted != nil, shift: shift)
  }

  func lane(_ owner: Lane.Owner, rows: [Int], on day: Day) -> StanceTable.Lane {
    let name: String
    var role: String?
    var lastDay: Day?
    let side: Int?
    switch owner {
    case .actor(let index):
      let actor = actor(index)
      name = actor?.name ?? ""
      role = actor.flatMap { Self.lastRole(of: $0, on: day) }
      lastDay = actor?.lastDayInOffice
      side = actor?.side
    case .side(let index):
      name = ChartWords.fill(words.unnamedOfSide, ["side": sideLabel(index) ?? ""])
      side = index
    case .unaffiliated(let index):
      name = ChartWords.fill(words.unnamed, ["name": actor(index)?.name ?? ""])
      side = nil
    }
    return StanceTable.Lane(
      name: name, role: role, side: side, sideLabel: side.flatMap(sideLabel), lastDay: lastDay,
      isAnonymous: Self.isAnonymous(owner), rows: rows)
  }

  private static func isAnonymous(_ owner: Lane.Owner) -> Bool { if case .actor = owner { false } else { true } }

  func words(for shift: Shift) -> String {
    let phrase =
      switch shift.kind {
      case .step: words.step
      case .reversal: words.reversal
      case .return: words.comeback
      }
    let from = stance(story.statements[shift.from].stance)
    return ChartWords.fill(phrase, ["from": from, "to": stance(story.statements[shift.to].stance)])
  }

  /// What the row below the scale is called: the stances in it; `nil` where it is empty.
  func offScale(_ rows: [StanceTable.Row]) -> String? {
    let found = Set(rows.lazy.filter { $0.level == nil }.map(\.stance))
    if found.isEmpty { return nil }
    let list = [words.unclear, words.declined, words.mixed].filter(found.contains)
    return ChartWords.fill(words.offScale, ["list": list.joined(separator: " / ")])
  }

  private func actor(_ index: Int) -> Actor? { story.actors.indices.contains(index) ? story.actors[index] : nil }

  private func sideLabel(_ index: Int) -> String? {
    story.sides.indices.contains(index) ? story.sides[index].short : nil
  }

  private func who(_ statement: Statement, isAnonymous: Bool) -> String {
    let name = actor(statement.who)?.name ?? ""
    let described = isAnonymous ? statement.descriptor ?? name : name
    if let reporter = statement.reportedBy.flatMap(actor) {
      return ChartWords.fill(words.reportedBy, ["name": described, "reporter": reporter.name])
    }
    if let principal = statement.onBehalfOf.flatMap(actor) {
      return ChartWords.fill(words.onBehalfOf, ["name": described, "principal": principal.name])
    }
    return described
  }

  private func stance(_ stance: Statement.Stance) -> String {
    switch stance {
    case .level(let index): levels.indices.contains(index) ? levels[index] : ""
    case .unclear: words.unclear
    case .declined: words.declined
    case .mixed: words.mixed
    }
  }

  private func attribution(_ attribution: Statement.Attribution) -> String {
    switch attribution {
    case .onRecord: words.onRecord
    case .background: words.background
    case .deepBackground: words.deepBackground
    case .document: words.document
    }
  }

  /// The last office that had begun by a day, whether or not it was still held.
  private static func lastRole(of actor: Actor, on day: Day) -> String? {
    let begun = actor.roles.indices.filter { actor.roles[$0].start?.earliest.map { $0 <= day } ?? true }
    let key = { (index: Int) in (actor.roles[index].start?.earliest?.ordinal ?? .min, index) }
    return begun.max { key($0) < key($1) }.map { actor.roles[$0].title }
  }
}
