/// What there is to say of a kind of finding, once for all that are of it.
public struct DiagnosticRule: Sendable {
  /// The kind: ``Diagnostic/id``.
  public let id: String
  /// How bad it is where nobody says otherwise.
  public let severity: Diagnostic.Severity
  /// What it finds, as a sentence.
  public let summary: String
  /// How to mend it, as a sentence.
  public let help: String

  /// Creates a rule.
  public init(id: String, severity: Diagnostic.Severity, summary: String, help: String) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.help = help
  }
}
