import Diagnostics
import EDTF
import YAML

extension Resolver {
  /// The id of each position: its own, or `who-issue-date`, with `-2`, `-3` for further ones of the same.
  ///
  /// - Returns: `nil` for those that lack what their id would be made of.
  mutating func statementIDs(_ positions: [PositionsFile.Position]) -> [String?] {
    var ids = [String?](repeating: nil, count: positions.count)
    // An id in the file is a promise to those who link to it: the made ones give way, or clash.
    for index in positions.indices {
      guard let id = positions[index].id else { continue }
      ids[index] = id.value
      define(id.value, at: id.location, as: index, in: \.statements)
    }
    var counts: [String: Int] = [:]
    for index in positions.indices where positions[index].id == nil {
      guard let base = defaultID(positions[index]) else { continue }
      let count = counts[base, default: 0] + 1
      counts[base] = count
      let id = count == 1 ? base : "\(base)-\(count)"
      ids[index] = id
      let location = positions[index].location
      if let given = statements.define(id, at: location, index: index) {
        error(
          "duplicate-id", "the position “\(id)” is defined twice", at: given,
          notes: [.init("the position here has this id by default", at: location)],
          help: "give one of the two another id")
      }
    }
    return ids
  }

  private func defaultID(_ position: PositionsFile.Position) -> String? {
    guard let who = position.who?.value, let issue = position.issue?.value else { return nil }
    let published = position.source.flatMap { sources.index(of: $0.value) }.flatMap { story.sources[$0].published }
    guard let date = position.hasDate ? position.date?.value : published else { return nil }
    return "\(who)-\(issue)-\(Identifier.nearest(to: date.text))"
  }
}
