/// Writes diagnostics as workflow commands of GitHub Actions, which shows them beside the lines of a change
/// (docs.github.com: Workflow commands for GitHub Actions).
///
///     ::warning file=Content/a/positions.yaml,line=4,endLine=4,col=5,endColumn=9,title=stale-event::…
///
/// Columns count code points, and `endColumn` is that of the last character.
public struct WorkflowCommands {
  private var places: ReportPlaces

  /// Creates a writer.
  ///
  /// - Parameter folder: the folder of the site, as the command line names it, below the root of the repository.
  public init(folder: String) { places = ReportPlaces(folder: folder, columns: .codePoint) }

  /// One command a line, sorted by place.
  public mutating func text(for diagnostics: Diagnostics) -> String {
    diagnostics.sorted().map { text(for: $0) + "\n" }.joined()
  }

  private mutating func text(for finding: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let location = finding.location {
      let place = places.place(of: location)
      properties = [("file", place.path), ("line", String(place.startLine)), ("endLine", String(place.endLine))]
      // Columns mean something within one line only.
      if place.startLine == place.endLine {
        properties += [
          ("col", String(place.startColumn)),
          ("endColumn", String(max(place.startColumn, place.endColumn - 1))),
        ]
      }
    }
    properties.append(("title", finding.id))
    var lines = [finding.message]
    for note in finding.notes {
      let place = note.location.map { places.place(of: $0) }
      lines.append((place.map { "\($0.path):\($0.startLine):\($0.startColumn): " } ?? "") + note.plainText)
    }
    if let help = finding.help { lines.append(help) }
    let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(Self.command(finding.severity)) \(list)::\(Self.escaped(lines.joined(separator: "\n")))"
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// What would end the command, or one of its properties, percent-encoded, as the runner decodes it.
  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in printable(text).unicodeScalars {
      switch scalar {
      case "%": escaped += "%25".unicodeScalars
      case "\r": escaped += "%0D".unicodeScalars
      case "\n": escaped += "%0A".unicodeScalars
      case ":" where isProperty: escaped += "%3A".unicodeScalars
      case "," where isProperty: escaped += "%2C".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
