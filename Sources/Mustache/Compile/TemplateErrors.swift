import Diagnostics

/// The errors and warnings of one template, not more of each than anybody would read.
struct TemplateErrors {
  let source: SourceText
  private(set) var diagnostics = Diagnostics()
  private var count = 0
  private var warningCount = 0

  init(source: SourceText) { self.source = source }

  var isEmpty: Bool { count == 0 }
  /// Whether so many have been reported that the rest of the template need not be read.
  var isFull: Bool { count >= Limits.errors }

  mutating func report(
    _ id: String, _ message: String, at range: Range<Int>, notes: [(String, Range<Int>)] = [], help: String? = nil
  ) {
    count += 1
    guard count <= Limits.errors else { return }
    diagnostics.error(
      id, message, at: source.location(range),
      notes: notes.map { .init($0.0, at: source.location($0.1)) }, help: help)
  }

  mutating func warn(_ id: String, _ message: String, at range: Range<Int>, help: String? = nil) {
    warningCount += 1
    guard warningCount <= Limits.errors else { return }
    diagnostics.warning(id, message, at: source.location(range), help: help)
  }

  /// The text of a range for a message: its first 60 code points, in one line.
  func quoted(_ range: Range<Int>) -> String {
    let text = String(decoding: source.bytes[range].prefix(240), as: UTF8.self).unicodeScalars
    var result = String.UnicodeScalarView()
    for scalar in text.prefix(60) { result.append(scalar == "\n" || scalar == "\r" ? " " : scalar) }
    return String(result) + (text.count > 60 ? "…" : "")
  }
}
