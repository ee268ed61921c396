import YAML

extension PositionsFile {
  static let position = JSONSchema.record(
    "Who held which position, when, in what words, from which source.",
    [
      .init("who", .text("The id of the actor."), .required),
      .init("issue", .text("The id of the issue."), .required),
      .init("stance", .text("The id of a level of the issue's scale; or unclear, declined, mixed."), .required),
      .init("date", .date("When it was said; when the source was published if not said otherwise.")),
      .init("source", .text("The id of the source: the stem of a file in articles/, or one of sources."), .required),
      .init("quote", .text("The words, as the source has them; checked word for word.")),
      .init("paraphrase", .text("What was said, in the editor's words.")),
      .init("id", .id("Its id; who-issue-date if not said otherwise.")),
      .init("original", .text("The words as spoken, where the quote translates them; checked instead of it.")),
      .init("lang", .language("The language of the original, or of the quote.")),
      .init("prefix", .text("Words before the quote, where it stands more than once.")),
      .init("suffix", .text("Words after the quote, where it stands more than once.")),
      .init(
        "attribution",
        .choice("On what terms it was said; on the record if not said otherwise.", of: Statement.Attribution.self)),
      .init("descriptor", .text("How a speaker who is not named is described.")),
      .init("anonymity_reason", .text("Why the name is withheld.")),
      .init("sources_count", .int("How many sources say so.", from: 1)),
      .init("on_behalf_of", .text("For whom it was said: the id of an actor, whose position it is then.")),
      .init("reported_by", .text("Who reports that it was said: the id of an actor.")),
      .init("venue", .text("Where it was said.")),
      .init("event", .text("At which event: its id.")),
      .init("note", .text("A remark.")),
      .init(
        "certainty",
        .choice("Whether the stance was stated, firm, or is the editor's reading.", of: Statement.Certainty.self)),
      .init("added", .date("When it was added to the file.")),
      .init(
        "retracted",
        .record(
          "That it was taken back.",
          [
            .init("date", .date("When."), .required),
            .init("source", .text("The id of the source that reports it.")),
            .init("reason", .text("Why.")),
          ])),
    ],
    oneOf: ["quote", "paraphrase"],
    dependent: [("original", on: "quote"), ("prefix", on: "quote"), ("suffix", on: "quote")])

  static let expectation = JSONSchema.record(
    "Something that is expected.",
    [
      .init("id", .id("Its id."), .required),
      .init("proposition", .text("What is expected, as a sentence that will be true or false."), .required),
      .init("event", .text("About which event: its id.")),
      .init("issue", .text("About which question: the id of the issue.")),
      .init("said_by", .text("Who expects it: the id of an actor, or newsroom.")),
      .init("likelihood", .text("How likely: a word of the site's scale, or a percentage such as 70%.")),
      .init("date", .date("When they said so.")),
      .init("source", .text("Where they said so: the id of a source.")),
      .init("criteria", .text("What will decide it.")),
      .init("resolves_by", .date("By when it will be decided.")),
      .init(
        "outcome",
        .record(
          "How it came out.",
          [
            .init("value", .choice("How it came out.", of: Expectation.Outcome.Value.self), .required),
            .init("date", .date("When that was settled."), .required),
            .init("source", .text("The id of the source that reports it.")),
            .init("reason", .text("Why it counts as that.")),
          ])),
    ])
}
