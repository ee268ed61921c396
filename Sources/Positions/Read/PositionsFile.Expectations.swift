import EDTF
import YAML

extension PositionsFile {
  /// Reads the keys of an expectation.
  static func expectation(_ fields: inout Fields) -> ExpectationEntry {
    ExpectationEntry(
      location: fields.location,
      id: fields.id("id", .required),
      event: fields.string("event"),
      issue: fields.string("issue"),
      proposition: fields.string("proposition", .required)?.value,
      saidBy: fields.string("said_by"),
      likelihood: fields.string("likelihood"),
      date: fields.date("date")?.value,
      criteria: fields.string("criteria")?.value,
      resolvesBy: fields.date("resolves_by")?.value,
      source: fields.string("source"),
      outcome: fields.record("outcome", describing: "an outcome") { outcome(&$0) }
    )
  }

  private static func outcome(_ fields: inout Fields) -> OutcomeEntry? {
    let value = fields.choice("value", .required, of: Expectation.Outcome.Value.self)?.value
    let date = fields.date("date", .required)?.value
    let source = fields.string("source")
    let reason = fields.string("reason")?.value
    guard let value, let date else { return nil }
    return OutcomeEntry(value: value, date: date, source: source, reason: reason)
  }
}
