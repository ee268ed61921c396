/// The known name that a mistyped one most likely stands for, for a “did you mean”.
///
/// Near means few insertions, deletions, substitutions and swaps of neighbours (the optimal string alignment
/// distance), at most one for every three characters. Of equally near names the first in `known` wins.
///
/// - Returns: `nil` where nothing is near.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let target = Array(name.lowercased().unicodeScalars)
  guard target.count <= 64 else { return nil }
  let limit = max(1, target.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in known {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - target.count) <= limit else { continue }
    let distance = alignmentDistance(target, scalars)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
