import Escaping

/// Writes diagnostics as JSON, for programs.
///
///     {"version": 1, "findings": [{"id", "severity", "message", "help", "location", "notes"}], "errors", "warnings",
///     "notes", "silenced"}
///
/// Columns count code points; Documentation/Content/lints.md says what every member is. The same findings give the same bytes.
public struct JSONReport {
  private var places: ReportPlaces

  /// Creates a writer.
  ///
  /// - Parameter folder: the folder of the site, as the command line names it.
  public init(folder: String) { places = ReportPlaces(folder: folder, columns: .codePoint) }

  /// The whole report.
  ///
  /// - Parameter silenced: how many findings are not among these, for comments silenced them.
  public mutating func bytes(for diagnostics: Diagnostics, silenced: Int = 0) -> [UInt8] {
    let findings = diagnostics.sorted()
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.array("findings") { json in
        for finding in findings { json.object { json in write(finding, to: &json) } }
      }
      for (name, severity) in [("errors", Diagnostic.Severity.error), ("warnings", .warning), ("notes", .note)] {
        json.member(name, findings.count { $0.severity == severity })
      }
      json.member("silenced", silenced)
    }
    return json.bytes
  }

  private mutating func write(_ finding: Diagnostic, to json: inout JSONWriter) {
    json.member("id", finding.id)
    json.member("severity", finding.severity.rawValue)
    json.member("message", finding.message)
    json.member("help", finding.help)
    write(finding.location, to: &json)
    guard !finding.notes.isEmpty else { return }
    json.array("notes") { json in
      for note in finding.notes {
        json.object { json in
          json.member("message", note.plainText)
          write(note.location, to: &json)
        }
      }
    }
  }

  private mutating func write(_ location: SourceLocation?, to json: inout JSONWriter) {
    guard let location else { return }
    let place = places.place(of: location)
    json.object("location") { json in
      json.member("path", place.path)
      json.member("line", place.startLine)
      json.member("column", place.startColumn)
      json.member("end_line", place.endLine)
      json.member("end_column", place.endColumn)
    }
  }
}
