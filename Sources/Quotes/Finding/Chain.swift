/// Runs of words in order: one place for each, so that what lies between them is allowed.
struct Chain: Sendable, Hashable {
  /// The places, ascending.
  var places: [Occurrence]

  var start: Int { places.first?.start ?? 0 }
  var end: Int { places.last?.end ?? 0 }

  /// The chains that contain no shorter one; of those that overlap, the shortest, or the first of equally short ones.
  ///
  /// Walking each list once and linking every place to the nearest one before it that is itself linked is enough: what
  /// is nearest begins latest. Time is linear in the places given.
  static func tightest(_ lists: [[Occurrence]], links: [Pattern.Link], in text: FoldedText) -> [Chain] {
    guard let first = lists.first, let last = lists.last else { return [] }
    guard lists.count > 1 else { return first.map { Chain(places: [$0]) } }

    var roots = Array(first.indices)
    var parents: [[Int]] = []
    for (index, list) in lists.enumerated().dropFirst() {
      let previous = lists[index - 1]
      var nextRoots: [Int] = []
      var parent: [Int] = []
      var candidate = 0
      var nearest = -1
      for place in list {
        while candidate < previous.count, previous[candidate].end <= place.start {
          if roots[candidate] >= 0 { nearest = candidate }
          candidate += 1
        }
        let isLinked = nearest >= 0 && text.allows(links[index - 1], from: previous[nearest].end, to: place.start)
        nextRoots.append(isLinked ? roots[nearest] : -1)
        parent.append(isLinked ? nearest : -1)
      }
      roots = nextRoots
      parents.append(parent)
    }

    var chains: [Chain] = []
    var root = -1
    for end in last.indices where roots[end] > root {
      root = roots[end]
      var places = [last[end]]
      var index = end
      for level in parents.indices.reversed() {
        index = parents[level][index]
        places.append(lists[level][index])
      }
      let chain = Chain(places: places.reversed())
      if let other = chains.last, chain.start < other.end {
        if chain.end - chain.start < other.end - other.start { chains[chains.count - 1] = chain }
      } else {
        chains.append(chain)
      }
    }
    return chains
  }
}

extension FoldedText {
  /// The longest stretch that six words can be, in bytes.
  private static let longestBracket = 600

  /// Whether what lies between two runs of words is allowed there.
  fileprivate func allows(_ link: Pattern.Link, from start: Int, to end: Int) -> Bool {
    guard case .words(let most) = link else { return true }
    guard end - start <= Self.longestBracket else { return false }
    return !bytes[start..<end].contains(Unit.paragraphBreak) && wordCount(in: start..<end, atMost: most) <= most
  }
}
