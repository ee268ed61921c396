import EDTF
import Escaping
import Positions
import Quotes

/// `positions.csv`: one row a position, the file's fields first, then what is computed (RFC 4180).
struct PositionsCSV {
  let edition: StoryEdition

  private static let columns = [
    "id", "who", "issue", "stance", "date", "quote", "source", "paraphrase", "original", "lang", "prefix", "suffix",
    "attribution", "descriptor", "anonymity_reason", "sources_count", "on_behalf_of", "reported_by", "venue", "event",
    "note", "certainty", "added", "retracted_date", "retracted_source", "retracted_reason", "date_earliest",
    "date_latest", "role", "level", "lane", "text_fragment_url", "check_result", "check_tolerances", "check_article",
    "check_start", "check_end",
  ]

  /// The file.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.csvRecord(Self.columns)
    for index in edition.story.statements.indices { out.csvRecord(row(index)) }
    return out.bytes
  }

  private func row(_ index: Int) -> [String] {
    let story = edition.story
    let statement = story.statements[index]
    let actor = story.actors[statement.who]
    let context = edition.publishableContext(of: statement)
    var check = ["", "", "", "", ""]
    switch edition.check(of: statement) {
    case nil: break
    case .notChecked: check[0] = "not-checked"
    case .found(let match, let article):
      let tolerances = match.tolerances.map(\.rawValue).joined(separator: " ")
      check = [match.result.rawValue, tolerances, article, String(match.start), String(match.end)]
    }
    return [
      statement.id, actor.id, story.issues[statement.issue].id, statement.stanceID, statement.date.text,
      statement.quote ?? "", story.sources[statement.source].id, statement.paraphrase ?? "", statement.original ?? "",
      statement.lang ?? "", context?.prefix ?? "", context?.suffix ?? "", statement.attribution.rawValue,
      statement.descriptor ?? "", statement.anonymityReason ?? "", statement.sourcesCount.map(String.init) ?? "",
      statement.onBehalfOf.map { story.actors[$0].id } ?? "", statement.reportedBy.map { story.actors[$0].id } ?? "",
      statement.venue ?? "", statement.event.map { story.events[$0].id } ?? "", statement.note ?? "",
      statement.certainty.rawValue, statement.added?.text ?? "", statement.retracted?.date.text ?? "",
      statement.retracted?.source.map { story.sources[$0].id } ?? "", statement.retracted?.reason ?? "",
      statement.date.earliest?.description ?? "", statement.date.latest?.description ?? "",
      actor.role(on: statement.date)?.title ?? "", statement.stance.level.map(String.init) ?? "",
      edition.laneID(of: index), edition.fragmentURLs[index] ?? "",
    ] + check
  }
}
