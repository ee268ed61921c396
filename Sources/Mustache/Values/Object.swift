/// Named values, in the order in which they were first set.
///
///     var object: Object = ["name": "Ines Vale", "roles": ["envoy"]]
///     object["side"] = "north"
///
/// Up to 16 members are found by comparing keys one after the other, which is what pages are made of; more get an index.
/// Equal objects have equal members in the same order.
public struct Object: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// A name and its value.
  public struct Member: Sendable, Equatable {
    /// The name.
    public let key: Key
    /// The value.
    public fileprivate(set) var value: Value
  }

  /// All members, in the order in which they were first set.
  public private(set) var members: [Member] = []

  /// Positions in ``members`` by key, once there are too many of them to look through.
  private var index: [Key: Int]?

  private static let mostWithoutIndex = 16

  /// Creates an object without members.
  public init() {}

  /// Creates an object; of two members with one key the last stands.
  public init(_ members: [(Key, Value)]) {
    self.members.reserveCapacity(members.count)
    for (key, value) in members { self[key] = value }
  }

  /// Creates an object; of two members with one key the last stands.
  public init(dictionaryLiteral members: (Key, Value)...) { self.init(members) }

  /// The value of a member; setting `nil` removes it.
  public subscript(key: Key) -> Value? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): members[position].value = value
      case (let position?, nil):
        members.remove(at: position)
        if index != nil { rebuildIndex() }
      case (nil, let value?):
        members.append(Member(key: key, value: value))
        if index != nil {
          index?[key] = members.count - 1
        } else if members.count > Self.mostWithoutIndex {
          rebuildIndex()
        }
      case (nil, nil): break
      }
    }
  }

  /// Where in ``members`` a key stands.
  @inline(__always)
  func position(of key: Key) -> Int? {
    if let index { return index[key] }
    for position in members.indices where members[position].key == key { return position }
    return nil
  }

  private mutating func rebuildIndex() {
    guard members.count > Self.mostWithoutIndex else { return index = nil }
    index = Dictionary(uniqueKeysWithValues: zip(members.lazy.map(\.key), members.indices))
  }
}
