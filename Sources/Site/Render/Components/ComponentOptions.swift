import Diagnostics
import EDTF
import Positions
import YAML

/// What a component shows of a story: the options in the body of a fenced block, ids turned into indices.
struct ComponentOptions: Sendable {
  /// Only these issues; all of them where `nil`, as with the other filters.
  var issues: Set<Int>?
  var actors: Set<Int>?
  var sides: Set<Int>?
  var events: Set<Int>?
  /// Only what can have been on or after this day.
  var from: Day?
  /// Only what can have been on or before this day.
  var to: Day?
  /// Only so many: the latest of a series in time.
  var limit: Int?
  /// The one statement a `quote` shows.
  var statement: Int?

  /// No filter at all.
  init() {}

  /// Whether nothing is filtered: the component shows all there is.
  var isEmpty: Bool {
    issues == nil && actors == nil && sides == nil && events == nil && from == nil && to == nil && limit == nil
      && statement == nil
  }

  /// Whether of each issue that is shown everything is.
  var showsAllOfIssues: Bool { actors == nil && sides == nil && from == nil && to == nil }

  /// Reads the YAML of a fenced block.
  ///
  /// - Parameter story: the story whose ids may be named.
  /// - Returns: `nil` after an error, or where what is named is not known on the day.
  init?(_ node: YAML.Node, of component: Component, in edition: StoryEdition, diagnostics: inout Diagnostics) {
    let story = edition.story
    var fields = Fields(node, describing: "the block “\(component.rawValue)”")
    let allowed = component.optionKeys
    if allowed.contains(.issue) { issues = fields.indices(.issue, of: story, among: story.issues.map(\.id)) }
    if allowed.contains(.actor) { actors = fields.indices(.actor, of: story, among: story.actors.map(\.id)) }
    if allowed.contains(.side) { sides = fields.indices(.side, of: story, among: story.sides.map(\.id)) }
    if allowed.contains(.event) { events = fields.indices(.event, of: story, among: story.events.map(\.id)) }
    if allowed.contains(.dates) {
      from = fields.edtf("from")?.earliest
      to = fields.edtf("to")?.latest
    }
    if allowed.contains(.limit) { limit = fields.int("limit", in: 1...100_000)?.value }
    if allowed.contains(.position) {
      let position = fields.string("position", .required)
      statement = position.flatMap { id in story.statements.firstIndex { $0.id == id.value } }
      if let position, statement == nil, !edition.heldBackIDs.contains(position.value) {
        fields.reportUnknown(position, kind: .position, of: story, among: story.statements.map(\.id))
      }
    }
    let errors = diagnostics.all.count
    fields.finish(into: &diagnostics)
    guard diagnostics.all.count == errors else { return nil }
  }

  /// Whether a statement is shown.
  func shows(_ statement: Statement, of story: Story) -> Bool {
    if let issues, !issues.contains(statement.issue) { return false }
    if let actors, !actors.contains(statement.who), !(statement.onBehalfOf.map(actors.contains) ?? false) {
      return false
    }
    if let sides, !(story.actors[statement.who].side.map(sides.contains) ?? false) { return false }
    return shows(statement.date)
  }

  /// Whether a date lies within the days asked for.
  func shows(_ date: EDTFDate) -> Bool {
    if let from, let latest = date.latest, latest < from { return false }
    if let to, let earliest = date.earliest, earliest > to { return false }
    return true
  }

  /// The last `limit` of a series in time, and how many there were.
  func latest<Element>(_ elements: [Element]) -> (shown: [Element], total: Int) {
    (limit.map { Array(elements.suffix($0)) } ?? elements, elements.count)
  }
}

extension Component {
  /// A group of options.
  struct OptionKeys: OptionSet {
    let rawValue: Int
    static let issue = OptionKeys(rawValue: 1)
    static let actor = OptionKeys(rawValue: 2)
    static let side = OptionKeys(rawValue: 4)
    static let event = OptionKeys(rawValue: 8)
    /// `from` and `to`.
    static let dates = OptionKeys(rawValue: 16)
    static let limit = OptionKeys(rawValue: 32)
    static let position = OptionKeys(rawValue: 64)
  }

  /// The options that mean something to this component; any other key is an error.
  var optionKeys: OptionKeys {
    switch self {
    case .timeline, .shifts: [.issue, .actor, .side, .dates, .limit]
    case .stanceChart: [.issue, .actor, .side, .dates]
    case .whereTheyStand: [.issue, .actor, .side]
    case .expectations: [.event, .issue, .limit]
    case .quote: [.position]
    case .keyDates: [.dates, .limit]
    case .people: [.side]
    case .knownUnknown, .sources: []
    }
  }
}

extension Fields {
  /// One id or a list of ids, as indices into a list of known ones; `nil` where the key is absent.
  fileprivate mutating func indices(
    _ kind: Omissions.Kind, of story: Story, among known: [String]
  ) -> Set<Int>? {
    let key = kind.rawValue
    guard let node = node(key) else { return nil }
    let items = node.sequence ?? [node]
    let indexOfID = Dictionary(zip(known, known.indices), uniquingKeysWith: { first, _ in first })
    var indices = Set<Int>()
    for item in items {
      guard let scalar = item.scalar else {
        error("wrong-type", "“\(key)” should be an id or a list of ids, but is \(item.description)", at: item.location)
        continue
      }
      if let index = indexOfID[scalar.text] {
        indices.insert(index)
      } else {
        reportUnknown(Located(scalar.text, at: item.location), kind: kind, of: story, among: known)
      }
    }
    return indices
  }

  /// Reports an id that nothing has, unless an error may have left out what has it.
  fileprivate mutating func reportUnknown(
    _ id: Located<String>, kind: Omissions.Kind, of story: Story, among known: [String]
  ) {
    guard !story.omissions.mayHold(id.value, of: kind) else { return }
    error(
      "unknown-\(kind)", "no \(kind) “\(id.value)” in this story", at: id.location,
      help: nearestName(to: id.value, among: known).map { "did you mean “\($0)”?" })
  }
}
