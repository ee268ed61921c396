import Diagnostics
import YAML

extension PositionsFile {
  /// Reads the keys of a position, and checks what concerns it alone; `nil` where there are none to read.
  static func position(_ fields: inout Fields) -> Position? {
    guard fields.isMapping else { return nil }
    var position = Position(
      location: fields.location,
      id: fields.id("id"),
      who: fields.string("who", .required),
      issue: fields.string("issue", .required),
      stance: fields.string("stance", .required),
      date: fields.date("date"),
      hasDate: fields.hasValue("date"),
      source: fields.string("source", .required),
      quote: fields.string("quote"),
      original: fields.string("original"),
      lang: fields.language("lang")?.value,
      paraphrase: fields.string("paraphrase")?.value,
      prefix: fields.string("prefix")?.value,
      suffix: fields.string("suffix")?.value,
      attribution: fields.choice("attribution"),
      hasUnreadAttribution: false,
      descriptor: fields.string("descriptor")?.value,
      anonymityReason: fields.string("anonymity_reason"),
      sourcesCount: fields.int("sources_count", in: 1 ... .max)?.value,
      onBehalfOf: fields.string("on_behalf_of"),
      reportedBy: fields.string("reported_by"),
      venue: fields.string("venue")?.value,
      event: fields.string("event"),
      note: fields.string("note")?.value,
      certainty: fields.choice("certainty", of: Statement.Certainty.self)?.value ?? .firm,
      added: fields.date("added")?.value,
      retracted: fields.record("retracted", describing: "a retraction") { retraction(&$0) }
    )
    position.hasUnreadAttribution =
      position.attribution == nil && (fields.hasValue("attribution") || fields.isMeant("attribution"))
    position.hasDate = position.hasDate || fields.isMeant("date")
    checkWords(&fields)
    checkSpeakers(of: position, &fields)
    return position
  }

  private static func retraction(_ fields: inout Fields) -> Retraction? {
    let date = fields.date("date", .required)?.value
    let source = fields.string("source")
    let reason = fields.string("reason")?.value
    return date.map { Retraction(date: $0, source: source, reason: reason) }
  }

  /// What was said must be given, and what belongs to a quote needs one.
  private static func checkWords(_ fields: inout Fields) {
    guard fields.isMapping else { return }
    let words = ["quote", "paraphrase"]
    if !words.contains(where: { fields.hasValue($0) || fields.isMeant($0) }),
      !fields.addToMissing("“quote” or “paraphrase”")
    {
      fields.error(
        "no-words", "a position has neither “quote” nor “paraphrase”", at: fields.location,
        help: "give the words that were said as its quote, or say in a paraphrase what was said")
    }
    guard !fields.hasValue("quote"), !fields.isMeant("quote") else { return }
    for key in ["original", "prefix", "suffix"] where fields.hasValue(key) {
      fields.error(
        "no-quote", "“\(key)” without a “quote”", at: fields.location(ofKey: key),
        help: key == "original"
          ? "give its translation as the quote, or make it the quote itself"
          : "“\(key)” tells where the quote stands; remove it, or give the quote")
    }
  }

  /// Nobody speaks on behalf of themselves, or is reported by themselves.
  private static func checkSpeakers(of position: Position, _ fields: inout Fields) {
    for (key, other) in [("on_behalf_of", position.onBehalfOf), ("reported_by", position.reportedBy)] {
      if let other, other.value == position.who?.value {
        fields.error(
          "same-speaker", "“\(key)” names the speaker, “\(other.value)”", at: other.location,
          help: "remove it, or name somebody else")
      }
    }
  }
}
