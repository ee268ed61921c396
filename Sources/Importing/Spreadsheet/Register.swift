/// The things of one kind that rows name, by id and by name.
struct Register {
  private var ids: Set<String>
  private var byName: [String: String] = [:]
  private var maker: IDMaker
  private var anonymous: Set<String> = []

  /// - Parameter known: what the story has already: ids with names.
  init(_ known: [(id: String, name: String)]) {
    ids = Set(known.map(\.id))
    maker = IDMaker(taken: ids)
    for (id, name) in known where byName[Self.key(name)] == nil { byName[Self.key(name)] = id }
  }

  private static func key(_ name: String) -> String { name.trimmed.lowercased() }

  /// The id of what a cell names, be it by its id or by its name; `nil` for what is new.
  func id(of text: String) -> String? { ids.contains(text) ? text : byName[Self.key(text)] }

  /// Makes something new known.
  ///
  /// - Parameters:
  ///   - id: the id it must have; made of the name if not said.
  ///   - name: what it is called.
  ///   - fallback: what its id is made of where the name has no letter an id can have.
  mutating func add(id: String?, name: String, or fallback: String) -> String {
    let made = id ?? maker.id(for: name, or: fallback)
    if let id { _ = maker.id(for: id, or: id) }
    ids.insert(made)
    if byName[Self.key(name)] == nil { byName[Self.key(name)] = made }
    return made
  }

  /// Makes something new known by a text that is not its name.
  mutating func add(name: String, known text: String) -> String {
    let id = maker.id(for: name, or: "source")
    ids.insert(id)
    if byName[Self.key(text)] == nil { byName[Self.key(text)] = id }
    return id
  }

  /// Notes of something that speaks without its name.
  mutating func noteAnonymous(_ id: String) { anonymous.insert(id) }

  /// Whether it speaks without its name.
  func isAnonymous(_ id: String) -> Bool { anonymous.contains(id) }
}
