import Diagnostics
import YAML

/// The ids of one kind of thing: finds what an id names, and what a mistyped one may have meant.
struct IDIndex {
  /// What the things are, in a word: “actor”.
  let kind: String
  /// Every id in the order they became known.
  private(set) var names: [String] = []
  private var entries: [String: Entry] = [:]
  /// How many more ids may be compared to find near ones: thousands of unknown ids must not each be compared with
  /// thousands of known ones.
  private var comparisons = 100_000
  /// Whether every id there is was read: an error may have kept some from it.
  var isWhole = true
  /// What ids of a wrong form, which have been reported, should have been.
  private(set) var corrected: Set<String> = []

  private struct Entry {
    /// The index in the story; `nil` for what is known and not in the story.
    var index: Int?
    let location: SourceLocation
  }

  init(kind: String) { self.kind = kind }

  /// Makes an id known.
  ///
  /// - Returns: where the id was defined before, if it was; that stays what it names.
  mutating func define(_ id: String, at location: SourceLocation, index: Int?) -> SourceLocation? {
    if let entry = entries[id] { return entry.location }
    entries[id] = Entry(index: index, location: location)
    names.append(id)
    if !Identifier.isValid(id) { corrected.insert(Identifier.nearest(to: id)) }
    return nil
  }

  /// Whether an id is known, or may be one that an error kept from being read.
  func contains(_ id: String) -> Bool { entries[id] != nil || !isWhole || corrected.contains(id) }

  /// The index an id stands for in the story; `nil` where it is unknown or stands for nothing there.
  func index(of id: String) -> Int? { entries[id]?.index }

  /// The id that a mistyped one most likely stands for; `nil` where none is near, or too many were looked for.
  mutating func nearest(to id: String) -> String? {
    guard names.count <= comparisons else { return nil }
    comparisons -= names.count
    return nearestName(to: id, among: names)
  }

  /// What to say to somebody who wrote an id that is not known: the nearest, or those there are.
  mutating func help(for id: String) -> String {
    if let name = nearest(to: id) { return "did you mean “\(name)”?" }
    if names.isEmpty { return "there is no \(kind) yet; define it under “\(kind)s”" }
    let some = names.prefix(8).map { $0.shortened(to: 40) }.joined(separator: ", ")
    return "the \(kind)s are \(some)\(names.count > 8 ? ", and \(names.count - 8) more" : "")"
  }
}
