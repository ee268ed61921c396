import Diagnostics
import Positions
import YAML

// Actors, sides, sources and events: what a row names, made where the story has none of it.
extension SpreadsheetComposer {
  private mutating func add(
    _ section: ImportedStory.Section, _ id: String, _ record: StoryRecord, at cell: Located<String>
  ) {
    story.entries[section, default: []].append(.init(id: id, record: record, location: cell.location))
  }

  /// The id that something new has: what the cell says, where that is one.
  private func ownID(_ cell: Located<String>) -> String? {
    Identifier.isValid(cell.value) || table.isOwn ? cell.value : nil
  }

  /// The id of the actor a cell names.
  ///
  /// - Parameters:
  ///   - isSpeaker: whether the actor is the one who speaks in the row, to whom its side, kind and roles belong.
  ///   - name: the column that holds the name of one who does not.
  ///   - kind: the column that holds the kind of one who does not.
  mutating func actor(
    _ cell: Located<String>?, _ row: PositionsTable.Row, isSpeaker: Bool = true, name: PositionsColumn = .whoName,
    kind: PositionsColumn? = nil
  ) -> String? {
    guard let cell else { return nil }
    if let id = actors.id(of: cell.value) {
      noteAnonymity(of: id)
      return id
    }
    if !isSpeaker, let row = rowOfSpeaker[cell.value] { return actor(row[.who], row) }
    let id = actors.add(id: ownID(cell), name: cell.value, or: "actor")
    var record = StoryRecord()
    record.add("name", prose: row.text(name) ?? cell.value, at: (row[name] ?? cell).location)
    if isSpeaker, let side = row[.side] { record.add("side", self.side(side, row), at: side.location) }
    if let kind = isSpeaker ? row[.whoKind] : kind.flatMap({ row[$0] }) {
      let word = kind.value.lowercased()
      if word != Actor.Kind.person.rawValue { record.add("kind", word, at: kind.location) }
      if word == Actor.Kind.anonymous.rawValue { actors.noteAnonymous(id) }
    }
    if isSpeaker, let roles = row[.whoRoles] {
      record.add("roles", CellList.things(in: roles.value).map { role($0, at: roles.location) }, at: roles.location)
    }
    if row[name] == nil, Identifier.isValid(cell.value) {
      story.assumptions.append("“\(id)” is named by its id alone; its name is that until you give it one.")
    }
    add(.actors, id, record, at: cell)
    return id
  }

  private mutating func noteAnonymity(of id: String) {
    guard let actor = request.known.actors.first(where: { $0.id == id }), actor.kind == .anonymous else { return }
    actors.noteAnonymous(id)
  }

  private func role(_ parts: [String], at location: SourceLocation) -> StoryRecord {
    var role = StoryRecord()
    for (key, part) in zip(["title", "start", "end"], parts) { role.add(key, part, at: location) }
    return role
  }

  private mutating func side(_ cell: Located<String>, _ row: PositionsTable.Row) -> String {
    if let id = sides.id(of: cell.value) { return id }
    let label = row[.sideLabel]
    let id = sides.add(id: ownID(cell), name: cell.value, or: "side")
    var record = StoryRecord()
    record.add("label", prose: label?.value ?? cell.value, at: label?.location ?? cell.location)
    if let short = row[.sideShort], short.value != label?.value { record.add("short", short.value, at: short.location) }
    add(.sides, id, record, at: cell)
    return id
  }

  // MARK: - Sources

  /// The id of the source a row names: by its id, its address, or its publisher, title and date together.
  ///
  /// - Parameter date: the row's, of which the id of a source without a date is made.
  mutating func source(_ row: PositionsTable.Row, date: String?) -> String? {
    let cell = row[.source]
    if let cell, let id = sources.id(of: cell.value) { return id }
    let isAddress = cell.map { $0.value.hasPrefix("http://") || $0.value.hasPrefix("https://") } ?? false
    let url = row[.sourceURL] ?? (isAddress ? cell : nil)
    if !table.isOwn, let url, let id = sources.id(of: url.value) { return id }
    guard let location = cell ?? url ?? row[.sourcePublisher] ?? row[.sourceTitle] else { return nil }
    let isID = cell.map { Identifier.isValid($0.value) || table.isOwn } ?? false
    let publisher = row[.sourcePublisher] ?? (isAddress || isID ? nil : cell)
    let published = self.date(.sourcePublished, row)
    let names = [publisher?.value, row.text(.sourceTitle), published].compactMap(\.self)
    let key = isID ? cell?.value ?? "" : url?.value ?? names.joined(separator: " · ")
    if !isID, let id = sources.id(of: key) { return id }
    let date = published ?? date
    let name = [publisher?.value ?? url.map { WebAddress.name(of: $0.value) } ?? row.text(.sourceTitle), date]
    let id =
      isID
      ? sources.add(id: cell?.value, name: url?.value ?? key, or: "source")
      : sources.add(name: name.compactMap(\.self).joined(separator: " "), known: key)
    var record = StoryRecord()
    record.add("title", prose: row.text(.sourceTitle), at: row[.sourceTitle]?.location)
    record.add("publisher", prose: publisher?.value, at: publisher?.location)
    record.add("url", url?.value, at: url?.location)
    record.add("published", published, at: row[.sourcePublished]?.location)
    record.add("kind", row.text(.sourceKind), at: row[.sourceKind]?.location)
    record.add("byline", prose: row.text(.sourceByline), at: row[.sourceByline]?.location)
    record.add("lang", row.text(.sourceLang), at: row[.sourceLang]?.location)
    record.add("accessed", self.date(.sourceAccessed, row), at: row[.sourceAccessed]?.location)
    if record.fields.allSatisfy({ !["title", "publisher", "url"].contains($0.key) }) {
      nameByID(id, &record, at: location)
    }
    add(.sources, id, record, at: location)
    return id
  }

  /// The id of a source that a cell names by nothing but its id.
  mutating func namedSource(_ cell: Located<String>) -> String {
    if let id = sources.id(of: cell.value) { return id }
    // A later row may say more about it.
    if let row = rowOfSource[cell.value], let id = source(row, date: nil) { return id }
    let id = sources.add(id: ownID(cell), name: cell.value, or: "source")
    var record = StoryRecord()
    nameByID(id, &record, at: cell)
    add(.sources, id, record, at: cell)
    return id
  }

  private mutating func nameByID(_ id: String, _ record: inout StoryRecord, at cell: Located<String>) {
    record.add("title", cell.value, at: cell.location)
    story.assumptions.append("The source “\(id)” is named by its id alone; its title is that until you give it one.")
  }

  // MARK: - Events

  /// The id of the event a row names.
  mutating func event(_ row: PositionsTable.Row, date: String?) -> String? {
    guard let cell = row[.event] else { return nil }
    if let id = events.id(of: cell.value) { return id }
    let id = events.add(id: ownID(cell), name: cell.value, or: "event")
    var record = StoryRecord()
    record.add("title", prose: row.text(.eventTitle) ?? cell.value, at: row[.eventTitle]?.location)
    record.add("date", self.date(.eventDate, row) ?? date, at: row[.eventDate]?.location)
    record.add("place", prose: row.text(.eventPlace), at: row[.eventPlace]?.location)
    let status = row.text(.eventStatus)
    if status != Event.Status.scheduled.rawValue { record.add("status", status, at: row[.eventStatus]?.location) }
    record.add("note", prose: row.text(.eventNote), at: row[.eventNote]?.location)
    if row[.eventDate] == nil {
      story.assumptions.append("The event “\(id)” has no date in the table; it has that of its first position.")
    }
    add(.events, id, record, at: cell)
    return id
  }
}
