public import Diagnostics

/// One thing that `dateline check` looks for, beside what a build does.
///
/// To add one: a case here with its words in `Lint.Words.swift`, a function in `Lints/` that ``SiteCheck`` calls, a fault
/// of its kind in Tests/Sites/faults, and a section in Documentation/Content/lints.md.
public enum Lint: String, Sendable, CaseIterable {
  // Links.
  case brokenLink = "broken-link"
  case brokenAnchor = "broken-anchor"
  case missingFile = "missing-file"
  // Structure of pages.
  case missingAlt = "missing-alt"
  case headingOrder = "heading-order"
  case secondTitle = "second-title"
  case duplicateID = "duplicate-id"
  case vagueLinkText = "vague-link-text"
  // What nothing needs, and what nobody sees.
  case orphanArticle = "orphan-article"
  case unusedDefinition = "unused-definition"
  case hiddenPosition = "hidden-position"
  // Sourcing.
  case anonymousWithoutReason = "anonymous-without-reason"
  case anonymousOpinion = "anonymous-opinion"
  case vagueDescriptor = "vague-descriptor"
  case singleAnonymousSource = "single-anonymous-source"
  case namedOnBackground = "named-on-background"
  case sourceWithoutAddress = "source-without-address"
  // Quotes.
  case quoteNotChecked = "quote-not-checked"
  case longQuote = "long-quote"
  case duplicateQuote = "duplicate-quote"
  case translationWithoutOriginal = "translation-without-original"
  case quotationInParaphrase = "quotation-in-paraphrase"
  // Dates.
  case staleEvent = "stale-event"
  case overdueExpectation = "overdue-expectation"
  case futureDate = "future-date"
  case hindsight
  // Expectations.
  case likelihoodOutOfBand = "likelihood-out-of-band"
  case expectationWithoutCriteria = "expectation-without-criteria"
  case outcomeWithoutSource = "outcome-without-source"
  // Silences.
  case unknownSilence = "unknown-silence"
  case unusedSilence = "unused-silence"
  case silenceWithoutReason = "silence-without-reason"

  /// How bad it is where site.yaml does not say otherwise.
  public var severity: Diagnostic.Severity {
    switch self {
    case .namedOnBackground: .error
    case .quoteNotChecked: .note
    default: .warning
    }
  }

  /// Whether a comment beside what is found can silence it; what is wrong with a silence cannot be silenced by another.
  var canBeSilenced: Bool {
    switch self {
    case .unknownSilence, .unusedSilence, .silenceWithoutReason: false
    default: true
    }
  }

  /// What a report says of each lint that may stand in it.
  public static let rules: [DiagnosticRule] = allCases.map {
    DiagnosticRule(id: $0.rawValue, severity: $0.severity, summary: $0.summary, help: $0.remedy)
  }
}
