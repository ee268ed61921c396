import Diagnostics

/// A comment by which an editor silences one lint at one line, and says why.
///
///     - who: ri  # dateline: allow single-anonymous-source: the only witness of the meeting
///
///     <!-- dateline: allow missing-alt: decorates, and shows nothing -->
struct Silence: Sendable {
  /// The lint, as it is written.
  let lint: String
  /// Whether anything stands behind the lint and a colon.
  let hasReason: Bool
  /// From `dateline:` to the reason.
  let location: SourceLocation
  /// Where the lint's id is written.
  let lintLocation: SourceLocation
  /// The line it stands on, 1-based.
  let line: Int
  /// The lines it is for: its own; that below too, where nothing else stands on its own.
  var lines: ClosedRange<Int>

  /// What every such comment begins with.
  static let marker: StaticString = "dateline:"

  /// Reads what stands in a comment.
  ///
  /// - Parameter range: from ``marker`` to the end of the comment.
  init(_ range: Range<Int>, in source: SourceText, line: Int, standsAlone: Bool) {
    let bytes = source.bytes
    location = source.location(range)
    var index = range.lowerBound + Self.marker.utf8CodeUnitCount
    let end = range.upperBound
    func skipSpace() { while index < end, bytes[index].isHTMLSpace { index += 1 } }
    func takeWord() -> Range<Int> {
      skipSpace()
      let start = index
      while index < end, !bytes[index].isHTMLSpace, bytes[index] != UInt8(ascii: ":") { index += 1 }
      return start..<index
    }
    let verb = takeWord()
    let name = takeWord()
    let isAllow = bytes[verb].elementsEqual("allow".utf8)
    lint = isAllow ? String(decoding: bytes[name], as: UTF8.self) : ""
    lintLocation = isAllow && !name.isEmpty ? source.location(name) : location
    skipSpace()
    let hasColon = index < end && bytes[index] == UInt8(ascii: ":")
    if hasColon { index += 1 }
    skipSpace()
    hasReason = hasColon && index < end
    self.line = line
    lines = standsAlone ? line...(line + 1) : line...line
  }
}
