public import YAML

extension PositionsFile {
  /// What a positions file may hold.
  public static func schema(of scope: Scope) -> JSONSchema {
    let shared: [JSONSchema.Property] = [
      .init("sides", .byID("The sides of the story, by id.", of: side)),
      .init("actors", .byID("The people and bodies who hold positions, by id.", of: actor)),
      .init("scales", .byID("Scales that several issues use, by id.", of: scale)),
      .init("sources", .byID("Sources whose text is not stored in articles/, by id.", of: source)),
    ]
    let own: [JSONSchema.Property] = [
      .init("issues", .byID("The questions of the story, by id.", of: issue)),
      .init("events", .byID("What happened or is to happen, by id.", of: event)),
      .init("positions", .list("Who held which position, when, in what words, from which source.", of: position)),
      .init("expectations", .list("What is expected, how likely it is, and how it came out.", of: expectation)),
      .init("known", .list("What is known; Markdown.", of: .text("One thing that is known."))),
      .init("unknown", .list("What is not known; Markdown.", of: .text("One thing that is not known."))),
      .init("corrections", .list("What has been corrected.", of: correction)),
    ]
    switch scope {
    case .story: return .record("A positions file of Dateline.", shared + own)
    case .shared: return .record("What all stories of a Dateline site share.", shared)
    }
  }

  private static let side = JSONSchema.either(
    "A side: its label, or a label and a shorter one.",
    .text("The label."),
    .record(
      "A label and a shorter one.",
      [
        .init("label", .text("What the side is called."), .required),
        .init("short", .text("What it is called where room is short.")),
      ]))

  private static let actor = JSONSchema.record(
    "A person or body who holds positions.",
    [
      .init("name", .text("The name; of an anonymous voice, how it is described."), .required),
      .init("side", .text("The id of the side.")),
      .init("kind", .choice("What kind of speaker; a person if not said otherwise.", of: Actor.Kind.self)),
      .init(
        "roles",
        .list(
          "The roles held; the one shown is that of the day of the statement.",
          of: .record(
            "A role.",
            [
              .init("title", .text("The role's title."), .required),
              .init("start", .date("When it began.")),
              .init("end", .date("When it ended.")),
            ]))),
    ])

  private static let scale: JSONSchema = {
    let level = JSONSchema.byName("A level: its id, then its label.", of: .text("The label."), count: 1...1)
    return .list("The levels, in order from one pole to the other.", of: level, count: levelCount)
  }()

  private static let issue = JSONSchema.record(
    "A question.",
    [
      .init("question", .text("The question, in full."), .required),
      .init("label", .text("A word or two for it.")),
      .init("scale", .either("The scale: the id of a shared one, or its levels.", .text("Its id."), scale), .required),
    ])

  private static let source = JSONSchema.record(
    "A source whose text is not stored.",
    [
      .init("title", .text("What it is called.")),
      .init("publisher", .text("Who published it.")),
      .init("url", .url("Where it can be read.")),
      .init("published", .date("When it was published: known from that day on.")),
      .init("kind", .text("What kind of source: article, broadcast, document, …")),
      .init("byline", .text("Who wrote it.")),
      .init("lang", .language("Its language: en, de-CH, zh-Hant.")),
      .init("accessed", .date("When it was read.")),
    ], oneOf: ["title", "publisher", "url"])

  private static let event = JSONSchema.record(
    "Something that happened or is to happen.",
    [
      .init("title", .text("What it is called."), .required),
      .init("date", .date("When."), .required),
      .init("place", .text("Where.")),
      .init("status", .choice("How it stands; scheduled if not said otherwise.", of: Event.Status.self)),
      .init("note", .text("A remark.")),
      .init("source", .text("The id of the source that reports it.")),
    ])

  private static let correction = JSONSchema.record(
    "Something that was put right.",
    [
      .init("date", .date("When."), .required),
      .init("kind", .choice("What kind; a correction if not said otherwise.", of: Correction.Kind.self)),
      .init("target", .text("The id of what was corrected.")),
      .init("was", .text("What it said.")),
      .init("now", .text("What it says now.")),
      .init("note", .text("Why.")),
    ])
}
