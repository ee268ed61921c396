import Diagnostics
import YAML

/// The findings as `line:column-column id: message (help)`, in the order of the file; the end is a column of the same
/// line, or a line and a column.
func findings(_ diagnostics: Diagnostics) -> [String] {
  diagnostics.sorted().map { finding in
    guard let location = finding.location else { return "\(finding.id): \(finding.message)" }
    return "\(place(location)) \(finding.id): \(finding.message)"
  }
}

/// `line:column` of the start of a location.
func place(_ location: SourceLocation) -> String {
  let table = LineTable(location.source)
  let offset = location.range.lowerBound
  return "\(table.line(at: offset)):\(table.column(at: offset))"
}

/// What a text is read as, and what is found wrong with it.
func parse(_ text: String, limits: YAML.Limits = YAML.Limits()) -> (node: YAML.Node?, findings: [String]) {
  var diagnostics = Diagnostics()
  let node = YAML.parse(SourceText(path: "f.yaml", text), limits: limits, diagnostics: &diagnostics)
  return (node, findings(diagnostics))
}
