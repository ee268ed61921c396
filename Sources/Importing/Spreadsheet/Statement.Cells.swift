import EDTF
public import Positions

extension Statement {
  /// What a table says in a column that is a key of the position; empty for other columns.
  public func cell(_ column: PositionsColumn, in story: Story) -> String {
    switch column {
    case .id: id
    case .who: story.actors[who].id
    case .issue: story.issues[issue].id
    case .stance: stanceID
    case .date: date.text
    case .quote: quote ?? ""
    case .source: story.sources[source].id
    case .paraphrase: paraphrase ?? ""
    case .original: original ?? ""
    case .lang: lang ?? ""
    case .prefix: prefix ?? ""
    case .suffix: suffix ?? ""
    case .attribution: attribution.rawValue
    case .descriptor: descriptor ?? ""
    case .anonymityReason: anonymityReason ?? ""
    case .sourcesCount: sourcesCount.map(String.init) ?? ""
    case .onBehalfOf: onBehalfOf.map { story.actors[$0].id } ?? ""
    case .reportedBy: reportedBy.map { story.actors[$0].id } ?? ""
    case .venue: venue ?? ""
    case .event: event.map { story.events[$0].id } ?? ""
    case .note: note ?? ""
    case .certainty: certainty.rawValue
    case .added: added?.text ?? ""
    case .retractedDate: retracted?.date.text ?? ""
    case .retractedSource: retracted?.source.map { story.sources[$0].id } ?? ""
    case .retractedReason: retracted?.reason ?? ""
    default: ""
    }
  }
}
