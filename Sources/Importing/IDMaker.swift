import YAML

/// Makes ids out of names, each one only once.
struct IDMaker {
  private var taken: Set<String>

  /// - Parameter taken: the ids that are somebody else's.
  init(taken: some Sequence<String> = []) { self.taken = Set(taken) }

  /// The longest id made of a name, in bytes: whoever types it should not have to scroll.
  private static let longest = 48

  /// An id for something called so: the nearest there is, cut between words, with `-2`, `-3` where it is taken.
  ///
  /// - Parameter fallback: what it is called where the name has no letter an id can have.
  mutating func id(for name: String, or fallback: String) -> String {
    let nearest = Identifier.nearest(to: name)
    var stem = nearest.isEmpty ? fallback : nearest
    if stem.utf8.count > Self.longest {
      let cut = stem.prefix(Self.longest)
      stem = String(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut)
    }
    var id = stem
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }
}
