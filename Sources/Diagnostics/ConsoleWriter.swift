/// Writes diagnostics for people at a terminal: place, what is wrong, the line with a caret, what to do.
///
///     Content/hanoi/positions.yaml:41:5: error: unknown key “quot” in a position [unknown-key]
///       41 |     quot: "We are going to get complete denuclearization"
///          |     ^~~~
///          = did you mean “quote”?
///
/// The first line has the form that editors and terminals make clickable, and ends with the id by which the guide
/// explains what is wrong. Control characters of the content never reach the terminal.
public struct ConsoleWriter {
  private let color: Bool
  private var tables: [ObjectIdentifier: LineTable] = [:]

  /// Creates a writer.
  ///
  /// - Parameter color: whether to use ANSI colours.
  public init(color: Bool) { self.color = color }

  /// The text of all diagnostics, sorted by place, a blank line between them.
  public mutating func text(for diagnostics: Diagnostics) -> String {
    diagnostics.sorted().map { text(for: $0) }.joined(separator: "\n")
  }

  /// The text of one diagnostic, ending with a line feed.
  public mutating func text(for diagnostic: Diagnostic) -> String {
    var lines: [String] = []
    let tint: Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let place = diagnostic.location.map { describe($0) + ": " } ?? ""
    let severity = paint("\(diagnostic.severity.rawValue):", tint)
    let message = paint(printable(diagnostic.message), .bold)
    lines.append(paint(place, .bold) + severity + " " + message + " " + paint("[\(diagnostic.id)]", .dim))
    var margin = "     "
    if let location = diagnostic.location {
      let excerpt = Excerpt(location, table: table(for: location.source))
      margin = String(repeating: " ", count: excerpt.number.count)
      lines += excerpt.lines.enumerated().map { index, line in
        let gutter = paint("  \(index == 0 ? excerpt.number : margin) |", .dim)
        return (gutter + (line.isEmpty ? "" : " ") + (index == 0 ? line : paint(line, tint)))
      }
    }
    for note in diagnostic.notes {
      let place = note.location.map { describe($0) + ": " } ?? ""
      let comparison = note.comparison.map { " " + text(for: $0) }.joined()
      lines += continued("note: " + place + printable(note.message) + comparison, margin: margin)
    }
    if let help = diagnostic.help { lines += continued(printable(help), margin: margin) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What differs stands in brackets, the first text's words struck and red, the second's green; a minus goes before
  /// words that only the first has, a plus before those that only the second has.
  private func text(for comparison: Diagnostic.Comparison) -> String {
    switch comparison {
    case .same(let words): return printable(words)
    case .differs(let first, ""): return "[" + paint("−" + printable(first), .removed) + "]"
    case .differs("", let second): return "[" + paint("+" + printable(second), .added) + "]"
    case .differs(let first, let second):
      return "[\(paint(printable(first), .removed)) → \(paint(printable(second), .added))]"
    }
  }

  private func continued(_ text: String, margin: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      paint("  \(margin) \(index == 0 ? "=" : " ")", .dim) + " " + line
    }
  }

  private mutating func describe(_ location: SourceLocation) -> String {
    let table = table(for: location.source)
    let offset = location.range.lowerBound
    return "\(printable(location.source.path)):\(table.line(at: offset)):\(table.column(at: offset))"
  }

  private mutating func table(for source: SourceText) -> LineTable {
    let key = ObjectIdentifier(source)
    if let table = tables[key] { return table }
    let table = LineTable(source)
    tables[key] = table
    return table
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case removed = "9;31"
    case added = "32"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    color && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// A text without the control characters that could drive a terminal or turn its direction; line feeds stay.
package func printable(_ text: String) -> String {
  guard text.utf8.contains(where: { !(0x20..<0x7F ~= $0) }),
    text.unicodeScalars.contains(where: { $0 != "\n" && $0.isUnprintable })
  else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(scalar != "\n" && scalar.isUnprintable ? "\u{FFFD}" : scalar)
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Control characters, and the format characters that reorder what a reader sees (UAX #9).
  var isUnprintable: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    return properties.generalCategory == .control || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
