import Diagnostics
import EDTF

/// Reads what ``RecordWriter`` wrote; `nil` for anything else, as a record that somebody edited may hold.
struct RecordReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func text() -> String? { part().map { String(decoding: $0, as: UTF8.self) } }

  private mutating func part() -> ArraySlice<UInt8>? {
    var count = 0
    while index < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[index], count <= bytes.count {
      count = count * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: " "), count <= bytes.count - index - 1 else { return nil }
    let start = index + 1
    index = start + count
    return bytes[start..<index]
  }

  private mutating func number() -> Int? { text().flatMap { Int($0) } }

  /// A number that things are counted by: no more of them than there are bytes.
  private mutating func count() -> Int? { number().flatMap { 0...bytes.count ~= $0 ? $0 : nil } }

  /// `nil` for a mistake, and what it holds is `nil` for none.
  private mutating func optionalText() -> String?? {
    switch number() {
    case 0: .some(nil)
    case 1: text().map { .some($0) }
    default: nil
    }
  }

  /// As a build tells it that found everything as it should be.
  mutating func summary() -> BuildSummary? {
    var summary = BuildSummary()
    guard let files = number(), let drafts = number(), let checked = number(), let notChecked = number(),
      let future = count()
    else { return nil }
    summary.unchanged = files
    summary.drafts = drafts
    summary.quotesChecked = checked
    summary.quotesNotChecked = notChecked
    for _ in 0..<future {
      guard let address = text(), let until = number() else { return nil }
      summary.future.append((address, Day(ordinal: until)))
    }
    guard let ahead = number() else { return nil }
    if ahead > 0 {
      guard let until = number() else { return nil }
      summary.ahead = (ahead, Day(ordinal: until))
    }
    guard let lacksBaseURL = number(), let reasons = count() else { return nil }
    summary.lacksBaseURL = lacksBaseURL == 1
    for _ in 0..<reasons {
      guard let reason = text(), let names = count() else { return nil }
      summary.leftOut.append((reason, []))
      for _ in 0..<names {
        guard let name = text(), let last = summary.leftOut.indices.last else { return nil }
        summary.leftOut[last].names.append(name)
      }
    }
    return summary
  }

  mutating func memory() -> BuildMemory? {
    guard let hasFeed = number(), let count = count() else { return nil }
    var files: [BuildMemory.File] = []
    files.reserveCapacity(count)
    for _ in 0..<count {
      guard let path = text(), let origin = text(), let key = part() else { return nil }
      files.append(.init(path: path, origin: origin, key: key.isEmpty ? nil : PageKey(bytes: Array(key))))
    }
    return BuildMemory(hasFeed: hasFeed == 1, files: files)
  }

  mutating func findings(from sources: inout RecordedSources) -> Diagnostics? {
    var findings = Diagnostics()
    guard let count = count() else { return nil }
    for _ in 0..<count {
      guard let severity = text().flatMap(Diagnostic.Severity.init), let id = text(), let message = text(),
        let help = optionalText(), let noteCount = self.count(), let location = location(from: &sources)
      else { return nil }
      var notes: [Diagnostic.Note] = []
      for _ in 0..<noteCount {
        guard let note = note(from: &sources) else { return nil }
        notes.append(note)
      }
      findings.report(Diagnostic(severity, id, message, at: location, notes: notes, help: help))
    }
    return findings
  }

  private mutating func note(from sources: inout RecordedSources) -> Diagnostic.Note? {
    guard let message = text(), let count = count() else { return nil }
    var comparisons: [Diagnostic.Comparison] = []
    for _ in 0..<count {
      guard let kind = number(), let first = text() else { return nil }
      if kind == 1 {
        comparisons.append(.same(first))
      } else {
        guard let second = text() else { return nil }
        comparisons.append(.differs(first, second))
      }
    }
    return location(from: &sources).map { Diagnostic.Note(message, comparing: comparisons, at: $0) }
  }

  private mutating func location(from sources: inout RecordedSources) -> SourceLocation?? {
    guard let path = optionalText() else { return nil }
    guard let path else { return .some(nil) }
    guard let lower = number(), let upper = number(), let source = sources.source(at: path),
      0 <= lower, lower <= upper, upper <= source.bytes.count
    else { return nil }
    return source.location(lower..<upper)
  }
}
