import Diagnostics

extension Fields {
  /// The values of a list; none where it is absent.
  public mutating func nodes(_ key: String, _ presence: Presence = .optional) -> [YAML.Node] {
    guard let node = node(key, presence) else { return [] }
    if let items = node.sequence { return items }
    reportType(
      of: node, for: key, expected: "a list",
      help: node.scalar.map { "write it as a list: [\($0.text.shortened(to: 40))]" }
        ?? "begin each of its items with “- ”")
    return []
  }

  /// A list of texts; empty ones are reported and left out.
  public mutating func strings(_ key: String, _ presence: Presence = .optional) -> [Located<String>] {
    nodes(key, presence).compactMap { item in
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
    _ key: String, _ presence: Presence = .optional, describing what: String, _ read: (inout Fields) -> Value?
  ) -> [Value] {
    nodes(key, presence).compactMap { record(at: $0, describing: what, read) }
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
  ///   - kind: what each is, as messages name it before its id: “the actor”.
  ///   - read: asks for the keys of one.
  public mutating func recordsByID<Value>(
    _ key: String, describing kind: String, _ read: (Located<String>, inout Fields) -> Value?
  ) -> [Value] {
    let nodes = nodesByID(key)
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
