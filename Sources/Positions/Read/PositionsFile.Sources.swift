import EDTF
public import YAML

extension PositionsFile {
  /// Reads the keys of a source, as they stand in a positions file and in an article's front matter: `title`,
  /// `publisher`, `url`, `published`, `byline`, `lang`, `kind`, `accessed`.
  ///
  /// - Parameters:
  ///   - id: its id; of a stored article, the stem of the file.
  ///   - fields: its keys; others may be asked for before and after.
  ///   - isStored: whether its text is stored in `articles/`.
  public static func source(id: Located<String>, _ fields: inout Fields, isStored: Bool) -> Source {
    let title = fields.string("title")?.value
    let publisher = fields.string("publisher")?.value
    let url = fields.url("url")?.value
    let source = Source(
      id: id.value, title: title, publisher: publisher, url: url, published: fields.date("published")?.value,
      kind: fields.string("kind")?.value, byline: fields.string("byline")?.value, lang: fields.language("lang")?.value,
      accessed: fields.date("accessed")?.value, isStored: isStored, location: id.location)
    let names = ["title", "publisher", "url"]
    if fields.isMapping, !names.contains(where: { fields.hasValue($0) || fields.isMeant($0) }) {
      fields.error(
        "nameless-source", "the source “\(id.value)” has nothing to be called by", at: id.location,
        help: "give it a title, a publisher or a url")
    }
    return source
  }

  /// Reads the keys of an event.
  static func event(id: Located<String>, _ fields: inout Fields) -> EventEntry {
    let title = fields.string("title", .required)?.value
    let date = fields.date("date", .required)?.value
    let place = fields.string("place")?.value
    let status = fields.choice("status", of: Event.Status.self)?.value
    let note = fields.string("note")?.value
    let source = fields.string("source")
    return EventEntry(
      id: id,
      event: date.map {
        Event(
          id: id.value, title: title ?? id.value, date: $0, place: place, status: status ?? .scheduled, note: note,
          source: nil, location: id.location)
      },
      source: source)
  }
}
