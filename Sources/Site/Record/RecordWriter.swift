import Diagnostics
import EDTF

/// Writes a record: one text after the other, each with its length before it.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    let utf8 = text.utf8
    bytes += "\(utf8.count) ".utf8
    bytes += utf8
  }

  mutating func add(_ part: [UInt8]) {
    bytes += "\(part.count) ".utf8
    bytes += part
  }

  mutating func add(_ number: Int) { add(String(number)) }

  private mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add(_ summary: BuildSummary) {
    for number in [summary.written + summary.unchanged, summary.drafts] { add(number) }
    for number in [summary.quotesChecked, summary.quotesNotChecked, summary.future.count] { add(number) }
    for held in summary.future {
      add(held.address)
      add(held.until.ordinal)
    }
    add(summary.ahead?.positions ?? 0)
    if let ahead = summary.ahead { add(ahead.until.ordinal) }
    add(summary.lacksBaseURL ? 1 : 0)
    add(summary.leftOut.count)
    for (reason, names) in summary.leftOut {
      add(reason)
      add(names.count)
      for name in names { add(name) }
    }
  }

  mutating func add(_ memory: BuildMemory) {
    add(memory.hasFeed ? 1 : 0)
    add(memory.files.count)
    for file in memory.files {
      add(file.path)
      add(file.origin)
      add(file.key?.bytes ?? [])
    }
  }

  /// - Returns: `false` where one of them has a place that nobody would find again.
  mutating func add(_ findings: Diagnostics, from sources: inout RecordedSources) -> Bool {
    add(findings.all.count)
    for finding in findings.all {
      add(finding.severity.rawValue)
      add(finding.id)
      add(finding.message)
      add(finding.help)
      add(finding.notes.count)
      guard add(finding.location, from: &sources) else { return false }
      for note in finding.notes {
        add(note.message)
        add(note.comparison.count)
        for comparison in note.comparison { add(comparison) }
        guard add(note.location, from: &sources) else { return false }
      }
    }
    return true
  }

  private mutating func add(_ comparison: Diagnostic.Comparison) {
    switch comparison {
    case .same(let words):
      add(1)
      add(words)
    case .differs(let first, let second):
      add(2)
      add(first)
      add(second)
    }
  }

  private mutating func add(_ location: SourceLocation?, from sources: inout RecordedSources) -> Bool {
    add(location?.source.path)
    guard let location else { return true }
    add(location.range.lowerBound)
    add(location.range.upperBound)
    return sources.has(location.source)
  }
}
