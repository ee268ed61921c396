import Importing
import YAML

/// What there is to say about an import, besides which files it made.
struct ImportRemarks: Sendable {
  /// The lines.
  let lines: [String]

  /// More of one kind than this nobody reads on a terminal; all of them stand in the file.
  private static let most = 12

  init(_ imported: ImportedStory, _ request: ImportStory.Request, _ story: OpenStory) {
    var lines: [String] = []
    let counts: [(Int, String)] = [
      (imported.entries[.events]?.count ?? 0, "event"), (imported.positions.count, "position"),
      (imported.entries[.actors]?.count ?? 0, "actor"), (imported.entries[.issues]?.count ?? 0, "issue"),
      (imported.entries[.sides]?.count ?? 0, "side"), (imported.entries[.sources]?.count ?? 0, "source"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    if !told.isEmpty { lines.append("Imported: \(told.joined(separator: ", ")).") }
    if imported.alreadyThere > 0 {
      lines.append("In the story already, and left as they are: \(imported.alreadyThere).")
    }
    lines += Self.shortened(imported.assumptions)
    if !imported.leftovers.isEmpty {
      lines.append("")
      lines.append(
        "A story has no place for these\(story.isNew ? "; they are listed at the end of positions.yaml too" : ""):")
      lines += Self.shortened(Self.grouped(imported.leftovers))
    }
    lines += Self.next(imported, request, story)
    self.lines = lines
  }

  private static func shortened(_ lines: [String]) -> [String] {
    lines.count <= most + 1 ? lines : lines.prefix(most) + ["… and \(lines.count - most) more of the kind"]
  }

  /// The leftovers, those of one name together.
  private static func grouped(_ leftovers: [ImportedStory.Leftover]) -> [String] {
    var names: [String] = []
    var byName: [String: [ImportedStory.Leftover]] = [:]
    for leftover in leftovers {
      if byName[leftover.name] == nil { names.append(leftover.name) }
      byName[leftover.name, default: []].append(leftover)
    }
    return names.map { name in
      let all = byName[name] ?? []
      let first = all[0]
      let value = first.value.isEmpty ? "" : ": " + first.value.singleLine.shortened(to: 80)
      return "  \(name) (\(all.count == 1 ? first.subject : "\(all.count) times, first in \(first.subject)"))\(value)"
    }
  }

  private static func next(_ imported: ImportedStory, _ request: ImportStory.Request, _ story: OpenStory) -> [String] {
    var lines: [String] = []
    if request.format == .csv, story.configuration.quotes == .require, !imported.positions.isEmpty {
      lines.append("")
      lines.append(
        "site.yaml says `quotes: require`: the site builds once the sources are stored with `dateline new article \(story.id) "
          + "…`, or with `quotes: check` until then.")
    }
    if request.isDryRun { lines.append("Nothing was written.") }
    return lines
  }
}
