/// A column of a table of positions: what `positions.csv` has, and what an import understands.
public enum PositionsColumn: String, Sendable, CaseIterable {
  // The keys of a position.
  case id, who, issue, stance, date, quote, source, paraphrase, original, lang, prefix, suffix, attribution, descriptor
  case anonymityReason = "anonymity_reason"
  case sourcesCount = "sources_count"
  case onBehalfOf = "on_behalf_of"
  case reportedBy = "reported_by"
  case venue, event, note, certainty, added
  case retractedDate = "retracted_date"
  case retractedSource = "retracted_source"
  case retractedReason = "retracted_reason"

  // What the things are that the keys name.
  case whoName = "who_name"
  case whoKind = "who_kind"
  case whoRoles = "who_roles"
  case side
  case sideLabel = "side_label"
  case sideShort = "side_short"
  case onBehalfOfName = "on_behalf_of_name"
  case onBehalfOfKind = "on_behalf_of_kind"
  case reportedByName = "reported_by_name"
  case issueQuestion = "issue_question"
  case issueLabel = "issue_label"
  case issueScale = "issue_scale"
  case sourceTitle = "source_title"
  case sourcePublisher = "source_publisher"
  case sourceURL = "source_url"
  case sourcePublished = "source_published"
  case sourceKind = "source_kind"
  case sourceByline = "source_byline"
  case sourceLang = "source_lang"
  case sourceAccessed = "source_accessed"
  case eventTitle = "event_title"
  case eventDate = "event_date"
  case eventPlace = "event_place"
  case eventStatus = "event_status"
  case eventNote = "event_note"

  // What a build computes from the rest, and an import passes over.
  case stanceLabel = "stance_label"
  case dateEarliest = "date_earliest"
  case dateLatest = "date_latest"
  case role, level, lane
  case textFragmentURL = "text_fragment_url"
  case checkResult = "check_result"
  case checkTolerances = "check_tolerances"
  case checkArticle = "check_article"
  case checkStart = "check_start"
  case checkEnd = "check_end"

  /// What a column is about.
  public enum Kind: Sendable {
    /// A key of the position itself.
    case position
    /// A thing that a key of the position names.
    case thing
    /// What a build computes.
    case computed
  }

  /// What the column is about.
  public var kind: Kind {
    switch self {
    case .id, .who, .issue, .stance, .date, .quote, .source, .paraphrase, .original, .lang, .prefix, .suffix,
      .attribution, .descriptor, .anonymityReason, .sourcesCount, .onBehalfOf, .reportedBy, .venue, .event, .note,
      .certainty, .added, .retractedDate, .retractedSource, .retractedReason:
      .position
    case .whoName, .whoKind, .whoRoles, .side, .sideLabel, .sideShort, .onBehalfOfName, .onBehalfOfKind,
      .reportedByName,
      .issueQuestion, .issueLabel, .issueScale, .sourceTitle, .sourcePublisher, .sourceURL, .sourcePublished,
      .sourceKind,
      .sourceByline, .sourceLang, .sourceAccessed, .eventTitle, .eventDate, .eventPlace, .eventStatus, .eventNote:
      .thing
    case .stanceLabel, .dateEarliest, .dateLatest, .role, .level, .lane, .textFragmentURL, .checkResult,
      .checkTolerances, .checkArticle, .checkStart, .checkEnd:
      .computed
    }
  }

  /// Whether it holds a date.
  var isDate: Bool {
    switch self {
    case .date, .added, .retractedDate, .sourcePublished, .sourceAccessed, .eventDate: true
    default: false
    }
  }

  /// What else a spreadsheet made by hand may call it.
  private static let synonyms: [String: PositionsColumn] = [
    "speaker": .who, "actor": .who, "person": .who, "name": .who, "said_by": .who, "by": .who,
    "question": .issue, "topic": .issue, "subject": .issue,
    "position": .stance, "answer": .stance,
    "day": .date, "when": .date, "said_on": .date, "date_said": .date,
    "quotation": .quote, "words": .quote, "text": .quote, "statement": .quote,
    "summary": .paraphrase, "gist": .paraphrase,
    "url": .sourceURL, "link": .sourceURL, "href": .sourceURL, "source_link": .sourceURL,
    "publisher": .sourcePublisher, "outlet": .sourcePublisher, "newspaper": .sourcePublisher,
    "medium": .sourcePublisher,
    "title": .sourceTitle, "headline": .sourceTitle, "article": .sourceTitle,
    "published": .sourcePublished, "publication_date": .sourcePublished, "source_date": .sourcePublished,
    "byline": .sourceByline, "author": .sourceByline,
    "notes": .note, "comment": .note, "comments": .note, "remark": .note,
    "place": .venue, "where": .venue, "location": .venue,
    "party": .side, "camp": .side, "country": .side, "faction": .side,
    "language": .lang,
  ]

  /// The column a header names, whatever its case, its spaces and its hyphens.
  ///
  /// - Parameter isOwn: whether the table is one a build wrote; in another one, a `role` is how somebody was described.
  static func named(_ header: String, isOwn: Bool) -> PositionsColumn? {
    let word = header.trimmed.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "_")
    if !isOwn, word == "role" { return .descriptor }
    if let column = PositionsColumn(rawValue: word) { return column }
    return isOwn ? nil : synonyms[word]
  }
}
