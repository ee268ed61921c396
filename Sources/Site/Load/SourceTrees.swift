/// Both folders a site is made from.
struct SourceTrees: Sendable {
  let content: SourceTree
  /// `nil` where the site has no Templates of its own.
  let theme: SourceTree?

  /// The files that differ from those of an earlier look, as messages show their paths: changed, come or gone.
  func changes(since old: SourceTrees?) -> [String] {
    content.changes(since: old?.content).map { "Content/" + $0 }
      + (theme ?? SourceTree(files: [])).changes(since: old?.theme).map { "Templates/" + $0 }
  }
}

extension SourceTree {
  /// The paths of the files that differ from those of an earlier look.
  fileprivate func changes(since old: SourceTree?) -> [String] {
    let (removed, added) = trimmed(old?.files ?? [], files) { $0.isSame(as: $1) }
    let before = Dictionary(removed.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(added.map(\.path))
    return removed.map(\.path).filter { !after.contains($0) }
      + added.filter { file in !(before[file.path].map(file.isSame) ?? false) }.map(\.path)
  }
}

extension SourceTree.File {
  /// Whether both hold the same bytes; of files that are not read, as far as their stamps tell.
  func isSame(as other: SourceTree.File) -> Bool {
    if self === other { return true }
    return path == other.path && (text.map { $0 === other.text } ?? (other.text == nil && stamp == other.stamp))
  }
}

/// What is left of two lists when the beginning and the end that they share are taken away.
func trimmed<Element>(
  _ old: [Element], _ new: [Element], isSame: (Element, Element) -> Bool
) -> (old: ArraySlice<Element>, new: ArraySlice<Element>) {
  var start = 0
  while start < old.count, start < new.count, isSame(old[start], new[start]) { start += 1 }
  var (oldEnd, newEnd) = (old.count, new.count)
  while oldEnd > start, newEnd > start, isSame(old[oldEnd - 1], new[newEnd - 1]) {
    oldEnd -= 1
    newEnd -= 1
  }
  return (old[start..<oldEnd], new[start..<newEnd])
}
