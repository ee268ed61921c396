public import Diagnostics

extension Fields {
  /// The values of a list; none where it is absent.
  ///
  /// - Parameter most: how many there may be; of more, which are an error, the first are given.
  public mutating func nodes(_ key: String, _ presence: Presence = .optional, atMost most: Int = .max) -> [YAML.Node] {
    guard let node = node(key, presence) else { return [] }
    if let items = node.sequence {
      if items.count > most { reportTooMany(items.count, atMost: most, in: key, at: items[most].location) }
      return Array(items.prefix(most))
    }
    reportType(
      of: node, for: key, expected: "a list",
      help: node.scalar.map { "write it as a list: [\($0.text.shortened(to: 40))]" }
        ?? "begin each of its items with “- ”")
    return []
  }

  /// A list of texts; empty ones are reported and left out.
  public mutating func strings(
    _ key: String, _ presence: Presence = .optional, atMost most: Int = .max
  ) -> [Located<String>] {
    nodes(key, presence, atMost: most).compactMap { item in
      guard !item.isEmptyText else {
        error("empty-value", "an item of “\(key)” is empty", at: item.location)
        return nil
      }
      guard let scalar = item.scalar else {
        error("wrong-type", "an item of “\(key)” should be a text, but is \(item.description)", at: item.location)
        return nil
      }
      return Located(scalar.text, at: item.location)
    }
  }

  /// Reads the keys of a mapping within this one.
  ///
  /// - Parameters:
  ///   - key: where it is.
  ///   - presence: whether it may be left out.
  ///   - what: what it is, as messages name it: “an outcome”.
  ///   - read: asks for its keys; unknown and missing ones are reported after it.
  public mutating func record<Value>(
    _ key: String, _ presence: Presence = .optional, describing what: String, _ read: (inout Fields) -> Value?
  ) -> Value? {
    node(key, presence).flatMap { record(at: $0, describing: what, read) }
  }

  /// Reads the keys of any mapping, and keeps what is found wrong with them.
  public mutating func record<Value>(
    at node: YAML.Node, describing what: String, _ read: (inout Fields) -> Value
  ) -> Value {
    // What was found so far moves into the inner reader and back, so that it is never copied.
    var inner = Fields(node, describing: what, diagnostics: diagnostics.taken())
    let value = read(&inner)
    inner.close()
    diagnostics = inner.diagnostics.taken()
    return value
  }

  /// Reads a list of mappings.
  public mutating func records<Value>(
    _ key: String, _ presence: Presence = .optional, atMost most: Int = .max, describing what: String,
    _ read: (inout Fields) -> Value?
  ) -> [Value] {
    nodes(key, presence, atMost: most).compactMap { record(at: $0, describing: what, read) }
  }

  /// The values of a map by id, in the order of the file; ids of a wrong form are reported and kept.
  public mutating func nodesByID(
    _ key: String, _ presence: Presence = .optional
  ) -> [(id: Located<String>, node: YAML.Node)] {
    guard let node = node(key, presence) else { return [] }
    guard let entries = node.mapping else {
      reportType(
        of: node, for: key, expected: "a set of ids, each with its value",
        help: "write each on a line of its own, without a hyphen before it: “id: …”")
      return []
    }
    return entries.map { entry in
      checkID(entry.key)
      return (entry.key, entry.value)
    }
  }

  /// Reads a map of mappings by id.
  ///
  /// - Parameters:
  ///   - key: where it is.
  ///   - most: how many there may be; of more, which are an error, the first are read.
  ///   - kind: what each is, as messages name it before its id: “the actor”.
  ///   - read: asks for the keys of one.
  public mutating func recordsByID<Value>(
    _ key: String, atMost most: Int = .max, describing kind: String,
    _ read: (Located<String>, inout Fields) -> Value?
  ) -> [Value] {
    var nodes = nodesByID(key)
    if nodes.count > most {
      reportTooMany(nodes.count, atMost: most, in: key, at: nodes[most].id.location)
      nodes.removeLast(nodes.count - most)
    }
    // Of several that have no keys the first is told: they are the keys of a thing whose id is not there.
    if let (id, node) = nodes.first(where: { !$1.isNull && $1.mapping == nil }) {
      error(
        "wrong-type", "\(kind) “\(id.value)” should be a set of keys, but is \(node.description)", at: node.location,
        help: "write its keys below it, indented, each as “key: value”; is a line with an id missing above?")
    }
    return nodes.compactMap { id, node in
      guard node.isNull || node.mapping != nil else { return nil }
      return record(at: node, describing: "\(kind) “\(id.value)”") { read(id, &$0) }
    }
  }

  /// Reports that a list or a map is longer than any that is meant.
  public mutating func reportTooMany(_ count: Int, atMost most: Int, in key: String, at location: SourceLocation) {
    error(
      "too-many-items", "“\(key)” has \(count) entries, and \(most) are the most that are read", at: location)
  }

  /// How many values the list or map under a key has.
  public func count(of key: String) -> Int {
    let value = value(of: key)
    return value?.sequence?.count ?? value?.mapping?.count ?? 0
  }
}

extension Diagnostics {
  /// Everything found so far, leaving nothing behind.
  fileprivate mutating func taken() -> Diagnostics {
    var taken = Diagnostics()
    swap(&self, &taken)
    return taken
  }
}
