import Positions
import Quotes

// The words readers are shown for the values of the model: interface strings, kept in one place.

extension Actor.Kind {
  var label: String {
    switch self {
    case .person: "Person"
    case .organisation: "Organisation"
    case .group: "Group"
    case .anonymous: "Unnamed"
    }
  }
}

extension Event.Status {
  var label: String {
    switch self {
    case .scheduled: "scheduled"
    case .tentative: "not certain"
    case .postponed: "postponed"
    case .cancelled: "cancelled"
    case .completed: "took place"
    }
  }
}

extension Statement.Stance {
  /// What an off-scale stance is called; a level has the label its scale gives it.
  var label: String {
    switch self {
    case .level(let index): "level \(index)"
    case .unclear: "Unclear"
    case .declined: "Would not say"
    case .mixed: "Mixed"
    }
  }
}

extension Statement.Attribution {
  /// `nil` for on the record, which goes without saying.
  var label: String? {
    switch self {
    case .onRecord: nil
    case .background: "on background"
    case .deepBackground: "on deep background"
    case .document: "in a document"
    }
  }
}

extension Shift {
  /// “Moved one step”, “Moved three steps”, “Reversed”, “Came back”.
  var label: String {
    switch kind {
    case .reversal: "Reversed"
    case .return: "Came back"
    case .step: abs(steps) == 1 ? "Moved one step" : "Moved \(cardinal(abs(steps))) steps"
    }
  }
}

extension Expectation.Outcome.Value {
  var label: String {
    switch self {
    case .borneOut: "It happened"
    case .notBorneOut: "It did not happen"
    case .ambiguous: "It cannot be told"
    case .annulled: "The question fell away"
    }
  }
}

extension Expectation.Likelihood {
  /// “55–80 %”, or “70 %”.
  var range: String { percentages(low, high) }
}

extension Correction.Kind {
  var label: String {
    switch self {
    case .correction: "correction"
    case .clarification: "clarification"
    case .update: "update"
    }
  }
}

/// “one” to “nine”, then digits.
func cardinal(_ number: Int) -> String {
  let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  return words.indices.contains(number) ? words[number] : String(number)
}

/// “1 position”, “12 positions”.
func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
  "\(number) \(number == 1 ? singular : plural)"
}

/// “55–80 %”, or “70 %” where both ends are the same; 0 to 1 in.
func percentages(_ low: Double, _ high: Double) -> String {
  let (from, to) = (Int((low * 100).rounded()), Int((high * 100).rounded()))
  return from == to ? "\(from) %" : "\(from)–\(to) %"
}

extension Tolerance {
  /// What was overlooked, as the end of “matched allowing for …”.
  var label: String {
    switch self {
    case .typographicQuotes: "typographic quotation marks"
    case .quoteLevel: "single for double quotation marks"
    case .noBreakSpace: "no-break spaces"
    case .whiteSpace: "white space"
    case .hyphen: "hyphens"
    case .dash: "dashes"
    case .softHyphen: "soft hyphens"
    case .invisible: "invisible characters"
    case .ellipsis: "the form of an ellipsis"
    case .paragraphBreak: "a new paragraph"
    case .elision: "words left out"
    case .cutPunctuation: "punctuation at a cut"
    case .bracket: "an editor’s words in brackets"
    case .firstLetterCase: "the first letter’s case"
    case .finalPunctuation: "the final punctuation"
    }
  }
}
