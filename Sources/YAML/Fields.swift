public import Diagnostics

/// Reads the keys of one mapping, and collects everything that is wrong with them.
///
///     var fields = Fields(node, describing: "a source")
///     let title = fields.string("title", .required)
///     let count = fields.int("count", in: 1...100)
///     fields.finish(into: &diagnostics)
///
/// Each key is asked for once, whether it is there or not: what was never asked for is an unknown key. A key that is
/// absent, empty or wrong gives `nil`; what is wrong with it has then been said.
public struct Fields {
  /// Whether a key may be left out.
  public enum Presence: Sendable {
    case optional
    case required
  }

  /// Where the mapping is.
  public let location: SourceLocation
  /// Whether there is a mapping to read, be it empty; what is none has been reported.
  public let isMapping: Bool
  /// What was found so far, for findings of the caller's own; ``finish(into:)`` hands it on.
  public var diagnostics: Diagnostics

  private let what: String
  private let entries: [YAML.Entry]
  private var isRead: [Bool]
  private var known: [String] = []
  private var missing: [String] = []
  private var alsoMissing: String?

  /// Above so many findings nothing near is looked for any more, which takes the longest.
  private static let mostSuggestions = 1_000
  /// More keys than this nobody wants to be told.
  private static let mostKeysListed = 40

  /// Starts reading a mapping; nothing at all is a mapping without keys.
  ///
  /// - Parameters:
  ///   - node: what should be a mapping; anything else is reported.
  ///   - what: what the mapping is, with its article, as messages name it: “a position”.
  public init(_ node: YAML.Node, describing what: String) {
    self.init(node, describing: what, diagnostics: Diagnostics())
  }

  init(_ node: YAML.Node, describing what: String, diagnostics: consuming Diagnostics) {
    location = node.location
    self.what = what
    self.diagnostics = diagnostics
    entries = node.mapping ?? []
    isRead = Array(repeating: false, count: entries.count)
    isMapping = node.mapping != nil || node.isNull
    if !isMapping {
      error(
        "wrong-type", "\(what) should be a set of keys, but is \(node.description)", at: node.location,
        help: "write each line as “key: value”")
    }
  }

  /// Reports unknown and missing keys, and hands over everything that was found.
  public consuming func finish(into diagnostics: inout Diagnostics) {
    close()
    diagnostics.append(contentsOf: self.diagnostics)
  }

  /// Whether a key is there, be it empty.
  public func contains(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  /// Whether a key is there and has a value, be it of a wrong type.
  public func hasValue(_ key: String) -> Bool { entries.contains { $0.key.value == key && !$0.value.isEmptyText } }

  /// Whether an unknown key is most likely this one, mistyped; to be asked when every key has been asked for.
  public func isMeant(_ key: String) -> Bool { unknownKeys.contains { $0.nearest == key } }

  /// The keys that were never asked for, the first hundred of them, each with the one it most likely stands for.
  public var unknownKeys: [(key: String, nearest: String?)] {
    guard diagnostics.all.count < Self.mostSuggestions else { return [] }
    let unknown = entries.indices.lazy.filter { !isRead[$0] }.map { entries[$0].key.value }
      .filter { !known.contains($0) }
    return unknown.prefix(100).map { ($0, nearestName(to: $0, among: known)) }
  }

  /// Names something more among the missing keys, where there are any.
  ///
  /// - Returns: whether there are any.
  public mutating func addToMissing(_ what: String) -> Bool {
    guard missing.contains(where: { !isMeant($0) }) else { return false }
    alsoMissing = what
    return true
  }

  /// Where a key is written; the place of the mapping where it is not.
  public func location(ofKey key: String) -> SourceLocation {
    entries.first { $0.key.value == key }?.key.location ?? location
  }

  /// The value of a key, be it empty, without asking for it.
  func value(of key: String) -> YAML.Node? { entries.first { $0.key.value == key }?.value }

  /// The value of a key, whatever it is; `nil` where it is absent or empty.
  public mutating func node(_ key: String, _ presence: Presence = .optional) -> YAML.Node? {
    known.append(key)
    guard let index = entries.firstIndex(where: { $0.key.value == key }) else {
      if presence == .required { missing.append(key) }
      return nil
    }
    isRead[index] = true
    let entry = entries[index]
    guard entry.value.isEmptyText else { return entry.value }
    if presence == .required {
      error("empty-value", "“\(key)” is empty", at: entry.key.location)
    }
    return nil
  }

  /// Adds an error, unless there are too many to be read.
  public mutating func error(
    _ id: String, _ message: String, at location: SourceLocation, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.reportBounded(Diagnostic(.error, id, message, at: location, notes: notes, help: help))
  }

  /// A “did you mean” for a word that is not among the known ones, or the list of those.
  func suggestion(for word: String, among known: [String], listedAs list: String) -> String? {
    guard diagnostics.all.count < Self.mostSuggestions else { return nil }
    if let name = nearestName(to: word, among: known) { return "did you mean “\(name)”?" }
    return "\(list) \(known.joined(separator: ", "))"
  }

  /// Reports what ``finish(into:)`` reports, and keeps it.
  mutating func close() {
    guard isMapping else { return }
    // A key that is mistyped is not missing too.
    let lacking = missing.isEmpty ? [] : missing.filter { !isMeant($0) }
    if !lacking.isEmpty {
      let names = lacking.map { "“\($0)”" }.joined(separator: ", ") + (alsoMissing.map { ", and \($0)" } ?? "")
      error("missing-key", "\(what) lacks \(names)", at: location)
    }
    var strange: [Located<String>] = []
    for (index, entry) in entries.enumerated() where !isRead[index] {
      // A second one of the same name has been reported as a duplicate.
      guard !known.contains(entry.key.value) else { continue }
      if entry.isCutOffText {
        error(
          "unknown-key", "unknown key “\(entry.key.value.shortened(to: 40))” in \(what)", at: entry.key.location,
          help: "inside { }, a text that holds a comma needs quotes")
      } else if diagnostics.all.count < Self.mostSuggestions,
        let name = nearestName(to: entry.key.value, among: known)
      {
        error(
          "unknown-key", "unknown key “\(entry.key.value.shortened(to: 40))” in \(what)", at: entry.key.location,
          help: "did you mean “\(name)”?")
      } else {
        strange.append(entry.key)
      }
    }
    guard let first = strange.first else { return }
    let names = strange.prefix(8).map { "“\($0.value.shortened(to: 40))”" }.joined(separator: ", ")
    error(
      "unknown-key",
      "unknown key\(strange.count == 1 ? "" : "s") \(names)\(strange.count > 8 ? ", …" : "") in \(what)",
      at: first.location,
      help: known.count > Self.mostKeysListed ? nil : "its keys are \(known.joined(separator: ", "))")
  }
}

extension YAML.Node {
  /// Whether this is nothing, or a text of nothing but white space.
  var isEmptyText: Bool {
    guard let scalar else { return false }
    return isNull || scalar.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}

extension YAML.Entry {
  /// Whether this is less likely a key than what follows a comma in a text without quotes: `{note: yes, indeed}`.
  fileprivate var isCutOffText: Bool {
    guard value.isNull, value.location.range.isEmpty else { return false }
    let bytes = key.location.source.bytes
    let next = bytes[key.location.range.upperBound...].first { $0 != UInt8(ascii: " ") }
    return next == UInt8(ascii: ",") || next == UInt8(ascii: "}")
  }
}
