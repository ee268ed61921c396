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

  /// Positions in ``members`` by key, once there are too many of them to look through: a table of a power of two places,
  /// less than half of them taken, with -1 where there is nothing.
  private var index: [Int32] = []

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
        rebuildIndex()
      case (nil, let value?):
        members.append(Member(key: key, value: value))
        if members.count * 2 < index.count { enter(members.count - 1) } else { rebuildIndex() }
      case (nil, nil): break
      }
    }
  }

  /// Where in ``members`` a key stands.
  @inline(__always)
  func position(of key: Key) -> Int? {
    guard !index.isEmpty else {
      for position in members.indices where members[position].key == key { return position }
      return nil
    }
    var place = place(of: key)
    while index[place] >= 0 {
      let position = Int(index[place])
      if members[position].key == key { return position }
      place = (place + 1) & (index.count - 1)
    }
    return nil
  }

  /// Where the search for a key begins (multiplicative hashing; Knuth, The Art of Computer Programming, 6.4).
  @inline(__always)
  private func place(of key: Key) -> Int {
    Int((key.number &* 0x9E37_79B1) >> 16) & (index.count - 1)
  }

  private mutating func enter(_ position: Int) {
    var place = place(of: members[position].key)
    while index[place] >= 0 { place = (place + 1) & (index.count - 1) }
    index[place] = Int32(position)
  }

  private mutating func rebuildIndex() {
    guard members.count > Self.mostWithoutIndex else { return index = [] }
    var size = 64
    while size <= members.count * 2 { size *= 2 }
    index = [Int32](repeating: -1, count: size)
    for position in members.indices { enter(position) }
  }

  /// Whether both have the same members in the same order.
  public static func == (left: Object, right: Object) -> Bool { left.members == right.members }
}
