import EDTF
import Positions

/// What is said about a statement outside the site's own pages: who, in which role, when, where it stands, and its
/// source, with whole addresses.
struct StatementWording: Sendable {
  let edition: StoryEdition
  let routes: Routes
  let words: InterfaceWords

  private var story: Story { edition.story }

  /// “Ines Vale”, or how a voice without a name is described.
  func speaker(_ statement: Statement) -> String {
    let actor = story.actors[statement.who]
    return actor.kind == .anonymous ? statement.descriptor ?? actor.name : actor.name
  }

  /// “Ines Vale on Inspections”
  func subject(_ statement: Statement) -> String {
    words.filled(.whoOnIssue, ["who": speaker(statement), "issue": story.issues[statement.issue].label])
  }

  /// “Rules it out”
  func stance(_ statement: Statement) -> String { statement.stanceLabel(in: story, words) }

  /// “14 January 2031”
  func date(_ date: EDTFDate) -> String { words.date(date) }

  /// “Ines Vale, harbour envoy, on behalf of the cabinet, 14 January 2031, press conference”
  func byline(_ statement: Statement) -> String {
    let actor = story.actors[statement.who]
    var parts = [speaker(statement)]
    if actor.kind != .anonymous, let role = statement.descriptor ?? actor.role(on: statement.date)?.title {
      parts.append(role)
    }
    if let other = statement.onBehalfOf { parts.append(words.filled(.onBehalfOf, ["name": story.actors[other].name])) }
    if let other = statement.reportedBy { parts.append(words.filled(.reportedBy, ["name": story.actors[other].name])) }
    parts.append(date(statement.date))
    if let venue = statement.venue { parts.append(venue) }
    if let attribution = statement.attribution.word { parts.append(words[attribution]) }
    return parts.joined(separator: words[.comma])
  }

  /// Adds what was said, and who said it.
  func add(_ statement: Statement, to passages: inout Passages) {
    let isStruck = statement.retracted != nil
    // The language belongs to the words as spoken; a translation is in the story's own.
    passages.add(
      quote: statement.quote, lang: statement.original == nil ? statement.lang : nil, isStruck: isStruck)
    if statement.quote != nil { passages.add(quote: statement.original, lang: statement.lang, isStruck: isStruck) }
    passages.add(statement.paraphrase)
    passages.add(byline(statement))
  }

  /// Adds when and why a statement was taken back, if it was.
  func addRetraction(of statement: Statement, to passages: inout Passages) {
    guard let retracted = statement.retracted else { return }
    let notice = words[.retractedHeading] + words[.comma] + date(retracted.date)
    passages.add(retracted.reason.map { notice + words[.colon] + $0 } ?? notice)
  }

  /// Adds a source, with its annotated article or its original to follow.
  func addSource(_ index: Int?, to passages: inout Passages) {
    guard let index else { return }
    let source = story.sources[index]
    passages.add(link: label(of: source), to: routes.whole(routes.reading(source, of: edition)))
  }

  /// “Courier: A berth, perhaps”
  private func label(of source: Source) -> String {
    guard let publisher = source.publisher else { return source.title ?? source.id }
    return source.title.map { publisher + words[.colon] + $0 } ?? publisher
  }

  /// The address of the original, where it is on the web.
  func original(_ index: Int) -> String? { Self.web(story.sources[index].url) }

  /// The address of the original of a statement's source, which lands on the quoted words where there are any.
  func original(of statement: Int) -> String? {
    Self.web(edition.fragmentURLs[statement]) ?? original(story.statements[statement].source)
  }

  private static func web(_ url: String?) -> String? {
    url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }
}
