import YAML

extension YAML.Node {
  /// Whether this says what another says, but for one more item at the end of the list under a key of the top.
  func isSame(as old: YAML.Node, withOneMoreUnder key: String) -> Bool {
    let (new, old) = (mapping ?? [], old.mapping ?? [])
    let before = old.first { $0.key.value == key }?.value.sequence ?? []
    guard let items = new.first(where: { $0.key.value == key })?.value.sequence, items.count == before.count + 1,
      zip(items, before).allSatisfy({ $0.isSame(as: $1) })
    else { return false }
    let others = (new.filter { $0.key.value != key }, old.filter { $0.key.value != key })
    return others.0.count == others.1.count && zip(others.0, others.1).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether this says all that another says, with nothing more but further keys at the top and further items at the end
  /// of what stands under the keys of the top.
  func isExtension(of old: YAML.Node) -> Bool {
    let new = mapping ?? []
    return (old.mapping ?? []).allSatisfy { before in
      guard let after = new.first(where: { $0.key.value == before.key.value })?.value else { return false }
      if let items = after.sequence, let old = before.value.sequence ?? before.value.noItems {
        return items.count >= old.count && zip(items, old).allSatisfy { $0.isSame(as: $1) }
      }
      if let entries = after.mapping, let old = before.value.mapping ?? before.value.noEntries {
        return entries.count >= old.count && zip(entries, old).allSatisfy { $0.isSame(as: $1) }
      }
      return after.isSame(as: before.value)
    }
  }

  /// Nothing, as a list without items and as a map without keys.
  private var noItems: [YAML.Node]? { isNull ? [] : nil }
  private var noEntries: [YAML.Entry]? { isNull ? [] : nil }

  fileprivate func isSame(as other: YAML.Node) -> Bool {
    switch (content, other.content) {
    case (.scalar(let one), .scalar(let two)): one == two
    case (.sequence(let one), .sequence(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let one), .mapping(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    default: false
    }
  }
}

extension YAML.Entry {
  fileprivate func isSame(as other: YAML.Entry) -> Bool {
    key.value.utf8.elementsEqual(other.key.value.utf8) && value.isSame(as: other.value)
  }
}
