public import Diagnostics

/// Reads YAML 1.1 as libyaml knows it, which JSON is a part of, into values that know where they were written.
///
/// Nothing is guessed: a scalar is its text, and only whoever asks for a number or a truth value makes it one, with
/// ``Fields``. So dates stay as they were written, and a country code `no` stays a text.
///
/// One document per file. Tags other than those of the core schema, merge keys, directives and keys that are not
/// texts are refused by name.
public enum YAML {
  /// How much of an input is read before it is refused.
  public struct Limits: Sendable {
    /// The most bytes an input may have.
    public var bytes = 64 << 20
    /// How many collections may stand inside each other.
    public var depth = 64
    /// The most values, each use of an alias counted as all the values it stands for.
    public var nodes = 6_000_000

    /// Creates limits that fit a positions file of 100,000 positions.
    public init() {}
  }

  /// Reads the one document in a text, or in a part of it.
  ///
  /// - Parameters:
  ///   - source: the text; UTF-8, with or without a byte order mark.
  ///   - range: the bytes that are YAML, such as the front matter of an article; the whole text by default.
  ///   - limits: where to stop.
  ///   - diagnostics: where findings go.
  /// - Returns: The document; a ``Node/isNull`` scalar where it is empty; `nil` after an error that left nothing to
  ///   read on with. Duplicate keys are reported and the first of them kept.
  public static func parse(
    _ source: SourceText, range: Range<Int>? = nil, limits: Limits = Limits(), diagnostics: inout Diagnostics
  ) -> Node? {
    var range = source.location(range ?? 0..<source.bytes.count).range
    guard range.count <= limits.bytes else {
      diagnostics.error(
        "too-large", "\(range.count) bytes of YAML are more than the \(limits.bytes) that are read",
        at: source.location(range.lowerBound..<range.lowerBound))
      return nil
    }
    guard source.isText(in: range, diagnostics: &diagnostics) else { return nil }
    if source.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { range = (range.lowerBound + 3)..<range.upperBound }
    guard !reportsDirective(source, range, diagnostics: &diagnostics) else { return nil }

    let pairs = SurrogatePairs(source.bytes, range: range)
    var composer = Composer(source: source, range: range, pairs: pairs, limits: limits)
    let failure = EventParser.parse(pairs?.text[...] ?? source.bytes[range]) { composer.handle($0) }
    if let failure { composer.report(failure) }
    return composer.finish(diagnostics: &diagnostics)
  }

  /// Refuses `%YAML` and `%TAG` before libyaml, which takes quadratic time over many of them, sees them.
  private static func reportsDirective(
    _ source: SourceText, _ range: Range<Int>, diagnostics: inout Diagnostics
  ) -> Bool {
    let start = source.bytes.endOfBlank(in: range)
    guard start < range.upperBound, source.bytes[start] == UInt8(ascii: "%") else { return false }
    diagnostics.error(
      "unsupported-yaml", "directives, lines that begin with “%”, are not read",
      at: source.location(start..<source.bytes.endOfLine(from: start, in: range)), help: "remove the line")
    return true
  }
}
