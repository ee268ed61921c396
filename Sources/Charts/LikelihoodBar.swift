public import Escaping
public import Positions

/// How likely something was said to be, as a band on a scale from 0 to 100 %, and how it came out.
///
/// What happened is marked at the end of the scale that would have been right: at 100 % where it did, at 0 % where it did
/// not. One `<svg>` element, drawn like ``StanceChart`` without script, style or resources.
public struct LikelihoodBar: Sendable {
  /// What was said; `nil` where no likelihood was.
  public let likelihood: Expectation.Likelihood?
  /// How it came out; `nil` while pending.
  public let outcome: Expectation.Outcome.Value?
  let prefix: String
  let words: ChartWords

  private let width = 184.0
  private let height = 36.0
  private let scale = 14.0...166.0
  private let middle = 11.0

  /// Creates a bar.
  ///
  /// - Parameter prefix: what every `id` in the picture begins with; another one for each picture on a page.
  public init(
    _ likelihood: Expectation.Likelihood?, outcome: Expectation.Outcome.Value?, prefix: String, words: ChartWords
  ) {
    self.likelihood = likelihood
    self.outcome = outcome
    self.prefix = prefix
    self.words = words
  }

  /// The picture in bytes.
  public var svg: [UInt8] {
    var out = ByteWriter(capacity: 1500)
    write(to: &out)
    return out.bytes
  }

  /// Writes the picture: one `<svg>` element.
  public func write(to out: inout ByteWriter) {
    out.raw("<svg class=\"chart likelihood-bar\" role=\"img\"")
    out.attribute("aria-labelledby", "\(prefix)-title")
    out.raw(" viewBox=\"0 0 184 36\" width=\"184\" height=\"36\" direction=\"ltr\"")
    out.raw(" fill=\"currentColor\"><title")
    out.attribute("id", "\(prefix)-title")
    out.raw(">")
    out.text(TextBlock.plain(title))
    out.raw("</title>")
    writeScale(to: &out)
    if let likelihood { write(likelihood, to: &out) }
    if let outcome { write(outcome, to: &out) }
    out.raw("</svg>")
  }

  /// The same in words: the likelihood, its range, and how it came out.
  public var title: String {
    var parts: [String] = []
    if let likelihood {
      let low = words.percentage(likelihood.low)
      let high = words.percentage(likelihood.high)
      let range =
        low == high
        ? ChartWords.fill(words.percent, ["value": low])
        : ChartWords.fill(words.percentRange, ["low": low, "high": high])
      parts.append(ChartWords.fill(words.likelihood, ["word": likelihood.word, "range": range]))
    }
    switch outcome {
    case .borneOut: parts.append(words.borneOut)
    case .notBorneOut: parts.append(words.notBorneOut)
    case .ambiguous: parts.append(words.ambiguous)
    case .annulled: parts.append(words.annulled)
    case nil: break
    }
    return parts.joined(separator: ". ")
  }

  private func x(_ probability: Double) -> Double {
    let limited = min(max(probability.isFinite ? probability : 0, 0), 1)
    return scale.lowerBound + limited * (scale.upperBound - scale.lowerBound)
  }

  private func writeScale(to out: inout ByteWriter) {
    out.raw("<path class=\"axis\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".5\" stroke-width=\".9\" d=\"")
    out.command("M", x(0), middle)
    out.command("H", x(1))
    for quarter in 0...4 {
      let reach = quarter % 2 == 0 ? 5.0 : 3
      out.command("M", x(Double(quarter) / 4), middle - reach)
      out.command("v", 2 * reach)
    }
    out.raw("\"/><g class=\"muted\" fill-opacity=\".72\" font-size=\"10.5\" text-anchor=\"middle\">")
    let style = TextStyle(size: 10.5, isMuted: true)
    for percentage in [0, 50, 100] {
      let text = percentage == 100 ? ChartWords.fill(words.percent, ["value": "100"]) : "\(percentage)"
      out.raw("<text")
      let middle = x(Double(percentage) / 100)
      let half = style.width(of: text) / 2
      out.attribute("x", min(middle, width - 1 - half))
      out.raw(" y=\"32\">")
      out.text(text)
      out.raw("</text>")
    }
    out.raw("</g>")
  }

  private func write(_ likelihood: Expectation.Likelihood, to out: inout ByteWriter) {
    let low = x(min(likelihood.low, likelihood.high))
    let high = x(max(likelihood.low, likelihood.high))
    // A single percentage is a bar as wide as can well be seen.
    let widening = max(0, 4 - (high - low)) / 2
    out.raw("<rect class=\"band\" rx=\"1\"")
    out.attribute("x", low - widening)
    out.attribute("y", middle - 4.5)
    out.attribute("width", high - low + 2 * widening)
    out.raw(" height=\"9\"/>")
  }

  private func write(_ outcome: Expectation.Outcome.Value, to out: inout ByteWriter) {
    out.raw("<g class=\"outcome ")
    out.raw(string: outcome.rawValue)
    out.raw("\">")
    switch outcome {
    case .borneOut:
      MarkShape.circle.write(at: Point(x: x(1), y: middle), radius: 6, isHollow: false, to: &out)
    case .notBorneOut:
      MarkShape.circle.write(at: Point(x: x(0), y: middle), radius: 6, isHollow: true, to: &out)
    case .ambiguous:
      for end in [0.0, 1] {
        MarkShape.diamond.write(at: Point(x: x(end), y: middle), radius: 4.5, isHollow: true, to: &out)
      }
    case .annulled:
      out.raw("<path class=\"strike\" stroke=\"currentColor\" stroke-width=\"1.6\" d=\"")
      out.command("M", x(0), middle + 8)
      out.command("L", x(1), middle - 8)
      out.raw("\"/>")
    }
    out.raw("</g>")
  }
}
