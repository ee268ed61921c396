import CommonMark
import Diagnostics
import EDTF
import Positions

/// Where a link in an author's text leads.
enum LinkTarget {
  /// To a thing of the story: its address, what to call it where the author leaves that open, and the source to cite.
  case thing(url: String, name: String, source: Int?)
  /// To something that is not known on the day, or that an error left out: the words stay, the link goes.
  case unknownYet

  /// The schemes of our own, and what each names.
  static let schemes = ["position", "actor", "issue", "source", "event", "expectation"]

  /// Whether a destination, in UTF-8, may have a scheme of our own, well spelt or not: most links lead to the web.
  static func mayBeOwn(_ destination: ArraySlice<UInt8>) -> Bool {
    destination.contains(UInt8(ascii: ":")) && !destination.starts(with: "https://".utf8)
      && !destination.starts(with: "http://".utf8)
  }

  /// Splits `position:vale-inspections-2031-01-14` into its scheme and id; `nil` for any other address.
  static func ownScheme(of destination: String) -> (scheme: String, id: String)? {
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let scheme = destination[..<colon].lowercased()
    guard schemes.contains(scheme) else { return nil }
    return (scheme, String(destination[destination.index(after: colon)...]))
  }
}

extension StoryViews {
  /// The thing of this story that a link of our own names; `nil` where there is none.
  func target(scheme: String, id: String) -> LinkTarget? {
    let story = edition.story
    switch scheme {
    case "position":
      if let index = edition.statementIndex[id] {
        let statement = story.statements[index]
        return .thing(
          url: routes.position(id, of: story.id),
          name: story.actors[statement.who].name + words[.comma] + words.date(statement.date),
          source: statement.source)
      }
    case "actor":
      if let index = edition.indices.actors[id] {
        let actor = story.actors[index]
        let url = actor.kind == .anonymous ? routes.voice(id, of: story.id) : routes.actor(id)
        return .thing(url: url, name: actor.name, source: nil)
      }
    case "issue":
      if let index = edition.indices.issues[id] {
        return .thing(url: routes.issue(id, of: story.id), name: story.issues[index].label, source: nil)
      }
    case "source":
      if let index = edition.indices.sources[id] {
        let source = story.sources[index]
        let date = source.published.map { words[.comma] + words.date($0) } ?? ""
        return .thing(
          url: routes.reading(source, of: edition), name: (source.publisher ?? source.title ?? id) + date,
          source: index)
      }
    case "event":
      if let index = edition.indices.events[id] {
        let event = story.events[index]
        return .thing(url: routes.event(id, of: story.id), name: event.title, source: event.source)
      }
    case "expectation":
      if let index = edition.indices.expectations[id] {
        let expectation = story.expectations[index]
        return .thing(
          url: routes.expectation(id, of: story.id), name: expectation.proposition, source: expectation.source)
      }
    default: break
    }
    let isLeftOut = Omissions.Kind(rawValue: scheme).map { story.omissions.mayHold(id, of: $0) } ?? false
    return isLeftOut || edition.heldBackIDs.contains(id) ? .unknownYet : nil
  }

  /// “known are a, b”: the ids a link of our own may name, where they are few.
  func knownIDs(ofScheme scheme: String) -> String? {
    let story = edition.story
    let counts = [
      "position": story.statements.count, "actor": story.actors.count, "issue": story.issues.count,
      "source": story.sources.count, "event": story.events.count, "expectation": story.expectations.count,
    ]
    guard 1...8 ~= counts[scheme, default: 0] else { return nil }
    return "known are \(ids(ofScheme: scheme).joined(separator: ", "))"
  }

  /// The ids a link of our own may name.
  func ids(ofScheme scheme: String) -> [String] {
    let story = edition.story
    return switch scheme {
    case "position": story.statements.map(\.id)
    case "actor": story.actors.map(\.id)
    case "issue": story.issues.map(\.id)
    case "source": story.sources.map(\.id)
    case "event": story.events.map(\.id)
    case "expectation": story.expectations.map(\.id)
    default: []
    }
  }
}

/// Where things of a story that links may name stand in it, by their ids.
struct ThingIndices: Sendable {
  let actors: [String: Int]
  let issues: [String: Int]
  let sources: [String: Int]
  let events: [String: Int]
  let expectations: [String: Int]

  init(_ story: Story) {
    func indices(_ ids: some Sequence<String>) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    actors = indices(story.actors.lazy.map(\.id))
    issues = indices(story.issues.lazy.map(\.id))
    sources = indices(story.sources.lazy.map(\.id))
    events = indices(story.events.lazy.map(\.id))
    expectations = indices(story.expectations.lazy.map(\.id))
  }
}
