import Diagnostics

/// What the lints find, each as severe as the site has it.
struct LintFindings: Sendable {
  private(set) var diagnostics = Diagnostics()
  private let policy: LintPolicy

  init(_ policy: LintPolicy) { self.policy = policy }

  /// Adds a finding, unless the site has turned its lint off.
  mutating func report(
    _ lint: Lint, _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    guard let severity = policy.severity(of: lint) else { return }
    diagnostics.report(
      Diagnostic(severity, lint.rawValue, message, at: location, notes: notes, help: help ?? lint.remedy.asHelp))
  }

  mutating func append(_ other: LintFindings) { diagnostics.append(contentsOf: other.diagnostics) }
}

/// How severe each lint is on this site: what site.yaml says under `check`.
struct LintPolicy: Sendable {
  /// What can be said of a lint.
  enum Level: String, Sendable, CaseIterable {
    case off, note, warning, error
  }

  /// The lints that site.yaml names.
  var levels: [Lint: Level] = [:]

  /// `nil` where the lint is turned off.
  func severity(of lint: Lint) -> Diagnostic.Severity? {
    switch levels[lint] {
    case nil: lint.severity
    case .off: nil
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }
}

extension String {
  /// A sentence as the help of a diagnostic is written: its first letter small, no full stop.
  fileprivate var asHelp: String {
    let text = hasSuffix(".") ? dropLast() : self[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
