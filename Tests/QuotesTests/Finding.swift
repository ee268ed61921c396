import Quotes
import Testing

/// Looks for a quote in a text whose paragraphs are set apart by empty lines.
func find(_ quote: String, in text: String, prefix: String? = nil, suffix: String? = nil) -> QuoteOutcome {
  QuotableText(text).find(QuoteQuery(quote: quote, prefix: prefix, suffix: suffix))
}

/// The one match, with its words as the text has them: “piece | piece”.
struct Found: Equatable, CustomStringConvertible {
  let result: QuoteMatch.Result
  let tolerances: [Tolerance]
  let words: String

  init(_ result: QuoteMatch.Result, _ tolerances: [Tolerance] = [], _ words: String) {
    self.result = result
    self.tolerances = tolerances
    self.words = words
  }

  var description: String { "\(result.rawValue) \(tolerances.map(\.rawValue)) “\(words)”" }
}

/// Looks for a quote and gives what was found, or `nil`.
func found(_ quote: String, in text: String, prefix: String? = nil, suffix: String? = nil) -> Found? {
  let article = QuotableText(text)
  guard let match = article.find(QuoteQuery(quote: quote, prefix: prefix, suffix: suffix)).match else { return nil }
  return Found(match.result, match.tolerances, match.pieces.map(article.string).joined(separator: " | "))
}

/// Looks for a quote in vain and gives the cause.
func reason(_ quote: String, in text: String, prefix: String? = nil, suffix: String? = nil) -> QuoteMiss.Reason? {
  if case .missing(let miss) = find(quote, in: text, prefix: prefix, suffix: suffix) { miss.reason } else { nil }
}
