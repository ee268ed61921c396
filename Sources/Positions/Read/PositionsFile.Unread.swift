import Diagnostics
import YAML

extension PositionsFile {
  /// What stands for a file that could not be read at all: anything may be in it.
  public static let unreadable: PositionsFile = {
    var file = PositionsFile()
    file.unreadKinds = Set(Omissions.Kind.allCases)
    return file
  }()

  /// Notes of which kinds not everything was read: for a mistyped key, a key written twice, a value of a wrong type.
  ///
  /// - Parameters:
  ///   - fields: the file, every key asked for.
  ///   - findings: what was found in it.
  mutating func noteUnread(_ fields: Fields, findings: Diagnostics) {
    guard findings.hasErrors || fields.diagnostics.hasErrors || !fields.unknownKeys.isEmpty else { return }
    let counts: [(kind: Omissions.Kind, count: Int)] = [
      (.side, sides.count), (.actor, actors.count), (.scale, scales.count), (.issue, issues.count),
      (.source, sources.count), (.event, events.count), (.position, positions.count),
      (.expectation, expectations.count),
    ]
    // Keys where they do not belong may be those of things whose own line is not there.
    let isMixedUp = findings.all.contains { $0.id == "duplicate-keys" }
    let isStrange =
      fields.diagnostics.all.contains { $0.id == "unknown-key" && $0.help?.hasPrefix("its keys") == true }
      || fields.unknownKeys.contains { $0.nearest == nil }
    let duplicates = Set(findings.all.lazy.filter { $0.id == "duplicate-key" }.compactMap(\.location?.text))
    for (kind, count) in counts {
      let key = kind.rawValue + "s"
      let isThere = fields.contains(key)
      if isMixedUp || fields.isMeant(key) || duplicates.contains(key)
        || (isThere ? count < max(1, fields.count(of: key)) : isStrange)
      {
        unreadKinds.insert(kind)
      }
    }
  }
}
