import Diagnostics
import EDTF
import Positions
import YAML

/// A story being made out of a table of positions.
struct SpreadsheetComposer {
  var story = ImportedStory()
  var diagnostics = Diagnostics()

  let request: SpreadsheetImport
  let table: PositionsTable
  let order: DayOrder?

  var actors: Register
  var sides: Register
  var issues: Register
  var sources: Register
  var events: Register
  /// What is known of the scales of issues that are new, by id.
  var scales: [String: ScaleDraft] = [:]
  var hasUnnamedIssue = false

  /// The positions the story has, by who, issue and date, and by id.
  private let knownByMoment: [String: [Statement]]
  private let knownByID: [String: Statement]
  /// The first row in which somebody speaks, and the first that rests on a source, by what their cells say.
  let rowOfSpeaker: [String: PositionsTable.Row]
  let rowOfSource: [String: PositionsTable.Row]
  /// The ids that positions get by default in this table.
  private var defaultIDs: Set<String> = []

  init(_ request: SpreadsheetImport, table: PositionsTable) {
    self.request = request
    self.table = table
    order =
      request.order
      ?? DayOrder.told(by: table.rows.lazy.flatMap { row in row.cells.filter { $0.key.isDate }.map(\.value.value) })
    rowOfSpeaker = Dictionary(
      table.rows.compactMap { row in row.text(.who).map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    rowOfSource = Dictionary(
      table.rows.compactMap { row in row.text(.source).map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    let known = request.known
    actors = Register(known.actors.map { ($0.id, $0.name) })
    sides = Register(known.sides.map { ($0.id, $0.label) })
    issues = Register(known.story.issues.flatMap { [($0.id, $0.question), ($0.id, $0.label)] })
    sources = Register(known.sources.map { ($0.id, $0.url ?? $0.id) })
    events = Register(known.story.events.map { ($0.id, $0.title) })
    knownByID = Dictionary(known.story.statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    knownByMoment = Dictionary(grouping: known.story.statements) { statement in
      Self.moment(
        known.story.actors[statement.who].id, known.story.issues[statement.issue].id, statement.date.text)
    }
  }

  private static func moment(_ who: String, _ issue: String, _ date: String) -> String { "\(who) \(issue) \(date)" }

  mutating func compose() {
    for row in table.rows { add(row) }
    finishScales()
    if hasUnnamedIssue {
      story.assumptions.append(
        "The table names no question for some rows; they answer “positions”, with no place on its scale yet.")
    }
  }

  private mutating func add(_ row: PositionsTable.Row) {
    for (name, value) in row.others {
      story.leftovers.append(.init(subject: "row \(row.number)", name: name, value: value))
    }
    guard let who = actor(row[.who], row) else {
      return error("no-speaker", "the row does not say who spoke", at: row.location, help: "fill in its “who”")
    }
    let issue = issue(row)
    let stance = stance(row, on: issue)
    let date = date(.date, row)
    guard let source = source(row, date: date) else {
      return error(
        "no-source", "the row names no source", at: row.location,
        help: "fill in where it was published: its address, its publisher, its title or its id")
    }
    var record = StoryRecord()
    var given: [PositionsColumn: String] = [:]
    func put(_ column: PositionsColumn, _ text: String?, isProse: Bool = false) {
      guard let text, !text.isEmpty else { return }
      given[column] = text
      let location = row[column]?.location ?? row.location
      if isProse {
        record.add(column.rawValue, prose: text, at: location)
      } else {
        record.add(column.rawValue, text, at: location)
      }
    }
    let id = row.text(.id)
    if let id, needsID(id, who, issue, date, source) { put(.id, id) } else { given[.id] = id }
    put(.who, who)
    put(.issue, issue)
    put(.stance, stance)
    put(.date, date)
    for column in [PositionsColumn.quote, .original] { put(column, row.text(column), isProse: true) }
    put(.lang, row.text(.lang))
    put(.paraphrase, row.text(.paraphrase), isProse: true)
    for column in [PositionsColumn.prefix, .suffix] { put(column, row.text(column), isProse: true) }
    put(.source, source)
    put(.attribution, attribution(row, of: who))
    put(.descriptor, row.text(.descriptor), isProse: true)
    put(.anonymityReason, row.text(.anonymityReason), isProse: true)
    given[.sourcesCount] = row.text(.sourcesCount)
    record.add("sources_count", number: row.text(.sourcesCount), at: row[.sourcesCount]?.location)
    put(.onBehalfOf, actor(row[.onBehalfOf], row, isSpeaker: false, name: .onBehalfOfName, kind: .onBehalfOfKind))
    put(.reportedBy, actor(row[.reportedBy], row, isSpeaker: false, name: .reportedByName))
    put(.venue, row.text(.venue), isProse: true)
    put(.event, event(row, date: date))
    put(.note, row.text(.note), isProse: true)
    if let certainty = row.text(.certainty), certainty != Statement.Certainty.firm.rawValue {
      put(.certainty, certainty)
    }
    put(.added, self.date(.added, row))
    addRetraction(row, to: &record, &given)
    if isThere(given, moment: Self.moment(who, issue, date ?? ""), at: row) { return story.alreadyThere += 1 }
    story.positions.append(record)
  }

  private mutating func addRetraction(
    _ row: PositionsTable.Row, to record: inout StoryRecord, _ given: inout [PositionsColumn: String]
  ) {
    var retraction = StoryRecord()
    given[.retractedDate] = date(.retractedDate, row)
    retraction.add("date", given[.retractedDate], at: row[.retractedDate]?.location)
    given[.retractedSource] = row[.retractedSource].map { namedSource($0) }
    retraction.add("source", given[.retractedSource], at: row[.retractedSource]?.location)
    given[.retractedReason] = row.text(.retractedReason)
    retraction.add("reason", prose: given[.retractedReason], at: row[.retractedReason]?.location)
    record.add("retracted", retraction, at: (row[.retractedDate] ?? row[.retractedReason])?.location)
  }

  /// Whether a position's id has to be written, for it is not the one it would get by itself.
  private mutating func needsID(_ id: String, _ who: String, _ issue: String, _ date: String?, _ source: String) -> Bool
  {
    guard let date else { return true }
    let byDefault = "\(who)-\(issue)-\(Identifier.nearest(to: date))"
    return id != byDefault || !defaultIDs.insert(byDefault).inserted || knownByID[id] != nil
  }

  // MARK: - Against what is there

  /// Whether the story has the position already; reports another one of the same id.
  private mutating func isThere(
    _ given: [PositionsColumn: String], moment: String, at row: PositionsTable.Row
  ) -> Bool {
    let story = request.known.story
    func differing(_ statement: Statement) -> [PositionsColumn] {
      given.filter { !$0.value.utf8.elementsEqual(statement.cell($0.key, in: story).utf8) }.map(\.key)
        .sorted { $0.rawValue < $1.rawValue }
    }
    guard let id = given[.id] else {
      return knownByMoment[moment, default: []].contains { differing($0).isEmpty }
    }
    guard let statement = knownByID[id] else { return false }
    let differing = differing(statement)
    if differing.isEmpty { return true }
    diagnostics.reportBounded(
      Diagnostic(
        .error, "clash", "the story has another position “\(id.shortened)”", at: (row[.id] ?? row[.who])?.location,
        notes: [
          .init(
            "they differ in \(differing.map { "“\($0.rawValue)”" }.joined(separator: ", "))", at: statement.location)
        ],
        help: "nothing is overwritten: change the position by hand, or give this one another id"))
    return false
  }

  // MARK: - Values

  mutating func error(_ id: String, _ message: String, at location: SourceLocation?, help: String?) {
    diagnostics.reportBounded(Diagnostic(.error, id, message, at: location, help: help))
  }

  /// A date in EDTF; a text that is none stays as it is, for the reading of the positions file to say what is wrong.
  mutating func date(_ column: PositionsColumn, _ row: PositionsTable.Row) -> String? {
    guard let cell = row[column] else { return nil }
    if table.isOwn { return cell.value }
    let meanings = EDTFDate.meanings(of: cell.value)
    if meanings.count < 2 { return meanings.first?.text ?? cell.value }
    if let date = order?.choose(from: meanings) { return date.text }
    error(
      "ambiguous-date", "“\(cell.value.shortened)” may be \(meanings.map { $0.words() }.joined(separator: " or "))",
      at: cell.location,
      help: "write it as \(meanings[0].text), or say --dates day-first or --dates month-first for the whole table")
    return nil
  }

  private func attribution(_ row: PositionsTable.Row, of who: String) -> String? {
    guard let text = row.text(.attribution) else { return nil }
    var word = text
    if !table.isOwn {
      word = text.lowercased().split { $0 == " " || $0 == "-" }.filter { $0 != "the" }.joined(separator: "-")
      if word.hasPrefix("on-") && word != "on-record" { word = String(word.dropFirst(3)) }
    }
    let byDefault: Statement.Attribution = actors.isAnonymous(who) ? .background : .onRecord
    return word == byDefault.rawValue ? nil : word
  }
}
