import Diagnostics
import Importing
import YAML

/// A positions file with things added to it, and where each line that was added comes from; no other byte is touched.
struct PositionsDraft: Sendable {
  /// The file.
  private(set) var bytes: [UInt8] = []
  /// What was added, a line each.
  private(set) var added: [String] = []
  /// Where the lines that were added stand, ascending, with what part of the imported file each says.
  private var origins: [(range: Range<Int>, origin: SourceLocation?)] = []

  /// A place in the file, and the lines that go there.
  private struct Insertion {
    let offset: Int
    /// What makes room for them: an empty list.
    var removed: Range<Int>?
    let lines: [StoryLine]
  }

  /// A new file: a comment at its head, then each part below its key, then a comment at its end.
  init(_ story: ImportedStory, guide: ImportGuide) {
    var lines = guide.head.map { StoryLine($0) }
    for section in ImportedStory.Section.allCases {
      let entries = story.entries[section] ?? []
      let help = entries.isEmpty ? guide.lines(below: section.rawValue) : []
      guard !entries.isEmpty || !help.isEmpty else { continue }
      lines += [StoryLine(""), StoryLine("\(section.rawValue):")] + help.map { StoryLine($0) }
      lines += entries.flatMap { $0.lines(indent: 2) }
    }
    let help = story.positions.isEmpty ? guide.lines(below: "positions") : []
    lines += [StoryLine(""), StoryLine("positions:")] + help.map { StoryLine($0) }
    lines += story.positions.flatMap { $0.itemLines(indent: 2) }
    lines += guide.foot.map { StoryLine($0) }
    append(lines, lineEnding: "\n")
  }

  /// A file that is there, with the story's things behind what it has.
  ///
  /// - Throws: where a part of it is written in a way that nothing can be added to safely.
  init(_ story: ImportedStory, addedTo source: SourceText, root: YAML.Node) throws(ScaffoldError) {
    let old = source.bytes
    let isFlow = root.mapping != nil && old[at: root.location.range.lowerBound] == UInt8(ascii: "{")
    var insertions: [Insertion] = []
    var further: [StoryLine] = []
    let rootIndent = root.mapping?.first.map { old.indent(at: $0.key.location.range.lowerBound) } ?? 0
    let parts =
      ImportedStory.Section.allCases.map { section in
        (section.rawValue, { (indent: Int) in (story.entries[section] ?? []).flatMap { $0.lines(indent: indent) } })
      } + [("positions", { (indent: Int) in story.positions.flatMap { $0.itemLines(indent: indent) } })]
    for (key, lines) in parts where !lines(0).isEmpty {
      let entry = root.mapping?.first { $0.key.value == key }
      guard !isFlow else { throw Self.notUnderstood(key, at: root.location, lines(2)) }
      guard let entry else {
        further.append(StoryLine(String(repeating: " ", count: rootIndent) + key + ":"))
        further += lines(rootIndent + 2)
        continue
      }
      guard let insertion = Self.insertion(below: entry, in: old, lines) else {
        throw Self.notUnderstood(key, at: entry.key.location, lines(2))
      }
      insertions.append(insertion)
    }
    if !further.isEmpty { insertions.append(Insertion(offset: old.count, lines: further)) }
    apply(insertions.sorted { $0.offset < $1.offset }, to: old)
  }

  private static func insertion(
    below entry: YAML.Entry, in bytes: [UInt8], _ lines: (Int) -> [StoryLine]
  ) -> Insertion? {
    let key = entry.key.location.range
    let keyIndent = bytes.indent(at: key.lowerBound)
    let value = entry.value.location.range
    let first = bytes[at: value.lowerBound]
    let isEmpty = entry.value.isNull || entry.value.sequence?.isEmpty == true || entry.value.mapping?.isEmpty == true
    if isEmpty {
      guard !bytes[value].contains(UInt8(ascii: "\n")), bytes[at: value.lowerBound] != UInt8(ascii: "&") else {
        return nil
      }
      let offset = bytes.startOfNextLine(after: max(key.upperBound, value.upperBound))
      let end = bytes.endOfComments(from: offset, deeperThan: keyIndent)
      return Insertion(offset: end, removed: value.isEmpty ? nil : value, lines: lines(keyIndent + 2))
    }
    if let entries = entry.value.mapping, first != UInt8(ascii: "{"), let last = entries.last {
      let indent = bytes.indent(at: entries[0].key.location.range.lowerBound)
      let upper = max(last.key.location.range.upperBound, last.value.location.range.upperBound)
      let end = bytes.endOfComments(from: bytes.startOfNextLine(after: max(upper - 1, 0)), deeperThan: indent)
      return Insertion(offset: end, lines: lines(indent))
    }
    if let items = entry.value.sequence, first == UInt8(ascii: "-"), let last = items.last {
      let indent = bytes.indent(at: value.lowerBound)
      let upper = last.location.range.upperBound
      let end = bytes.endOfComments(from: bytes.startOfNextLine(after: max(upper - 1, 0)), deeperThan: indent)
      return Insertion(offset: end, lines: lines(indent))
    }
    return nil
  }

  private static func notUnderstood(_ key: String, at location: SourceLocation, _ lines: [StoryLine]) -> ScaffoldError {
    var diagnostics = Diagnostics()
    let most = 20
    let text = lines.prefix(most).map(\.text).joined(separator: "\n") + (lines.count > most ? "\n…" : "")
    diagnostics.error(
      "list-not-understood", "“\(key)” is written in a way that nothing can be added to it safely", at: location,
      help: "nothing was written; put each of its entries on a line of its own, or add these by hand:\n" + text)
    return .content(diagnostics)
  }

  private mutating func apply(_ insertions: [Insertion], to old: [UInt8]) {
    let removed = insertions.compactMap(\.removed)
    var copied = 0
    func copy(to end: Int) {
      for range in removed where range.lowerBound >= copied && range.upperBound <= end {
        bytes += old[copied..<range.lowerBound]
        copied = range.upperBound
      }
      bytes += old[copied..<end]
      copied = end
    }
    for insertion in insertions {
      copy(to: insertion.offset)
      append(insertion.lines, lineEnding: old.lineEnding)
    }
    copy(to: old.count)
  }

  private mutating func append(_ lines: [StoryLine], lineEnding: String) {
    if let last = bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") { bytes += lineEnding.utf8 }
    for line in lines {
      let start = bytes.count
      bytes += line.text.utf8
      origins.append((start..<bytes.count, line.origin))
      bytes += lineEnding.utf8
      added.append(line.text)
    }
  }

  // MARK: - Where a finding comes from

  /// Findings about the lines that were added, each at what part of the imported file it comes from.
  func traced(_ findings: Diagnostics, in path: String) -> Diagnostics {
    var result = Diagnostics()
    for finding in findings.all {
      result.report(
        Diagnostic(
          finding.severity, finding.id, finding.message, at: finding.location.map { origin(of: $0, in: path) },
          notes: finding.notes.map { note in
            Diagnostic.Note(note.message, at: note.location.map { origin(of: $0, in: path) })
          }, help: finding.help))
    }
    return result
  }

  private func origin(of location: SourceLocation, in path: String) -> SourceLocation {
    guard location.source.path == path, location.source.bytes.count == bytes.count else { return location }
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].range.upperBound < location.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < origins.count, origins[low].range.lowerBound <= location.range.lowerBound else { return location }
    return origins[low].origin ?? location
  }
}

extension [UInt8] {
  /// How far into its line a byte stands.
  fileprivate func indent(at offset: Int) -> Int { offset - startOfLine(at: offset) }
}
