import Diagnostics
import YAML

extension SiteConfiguration {
  /// What holds for lints all over the site: `check: {stale-event: off}`.
  mutating func readCheck(_ fields: inout Fields) {
    guard let node = fields.node("check") else { return }
    guard let entries = node.mapping else {
      fields.error(
        "wrong-type", "“check” should be a set of lints, each with a level, but is \(node.description)",
        at: node.location, help: "such as stale-event: error")
      return
    }
    let known = Lint.allCases.map(\.rawValue)
    for entry in entries {
      guard let lint = Lint(rawValue: entry.key.value) else {
        fields.error(
          "unknown-lint", "no lint “\(entry.key.value)”", at: entry.key.location,
          help: nearestName(to: entry.key.value, among: known).map { "did you mean “\($0)”?" }
            ?? "the lints are \(known.joined(separator: ", "))")
        continue
      }
      guard let text = entry.value.scalar?.text, let level = LintPolicy.Level(rawValue: text) else {
        fields.error(
          "unknown-level", "“\(lint.rawValue)” cannot be \(entry.value.description)", at: entry.value.location,
          help: "it is off, note, warning or error")
        continue
      }
      check.levels[lint] = level
      if level == .off, !YAMLComments.isExplained(entry.key.location) { unexplainedLevels.append(entry.key.location) }
    }
  }
}
