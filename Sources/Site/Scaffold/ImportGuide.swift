import Importing
import YAML

/// The comments of a positions file that an import makes: where it comes from, how to go on, and what found no place.
struct ImportGuide: Sendable {
  /// The comment at the head.
  let head: [String]
  /// The comment at the end.
  let foot: [String]
  private let examples: [String: [String]]

  /// The comments below a key that has nothing yet.
  func lines(below key: String) -> [String] { examples[key] ?? [] }

  /// - Parameter name: the imported file's.
  init(_ story: ImportedStory, of format: ImportStory.Format, file name: String) {
    switch format {
    case .timelinejs:
      head = Self.comment(
        """
        Made from the timeline \(name):
        each slide is an event here, its picture or film a source, and its text is in index.md. An event says that something happened. Who held which position on which question is said below: put a
        side, an actor and an issue in place of the examples, and a position for each time somebody spoke.
        `dateline new article` stores a source's text, and `dateline new position` finds a quote in it and adds it here.
        """)
      examples = Self.examples(of: story)
    case .csv:
      head = Self.comment(
        """
        Made from \(name):
        each row is a position. Quotes are checked against the text of their sources once that is stored
        with `dateline new article`, under the source's id.
        """)
      examples = [:]
    }
    foot =
      story.leftovers.isEmpty
      ? []
      : [""] + Self.comment("What \(name) had besides, and a story has no place for:")
        + story.leftovers.flatMap { Self.comment($0.line) }
  }

  /// A first actor, question and position, about what the timeline tells first.
  private static func examples(of story: ImportedStory) -> [String: [String]] {
    let event = story.entries[.events]?.first?.id
    let source = story.entries[.sources]?.first?.id
    return [
      "sides": ["  # north: {label: The North, short: North}"],
      "actors": [
        "  # vale:", "  #   name: Ines Vale", "  #   side: north", "  #   roles:",
        "  #     - {title: harbour envoy, start: 2030-06, end: 2031-01-31}",
      ],
      "issues": [
        "  # inspections:", "  #   question: Will the harbour be opened to inspectors?", "  #   label: Inspections",
        "  #   scale:                  # from one pole to the other, 2 to 7 levels", "  #     - refuse: Rules it out",
        "  #     - first: Willing to go first",
      ],
      "positions": [
        "  # - who: vale", "  #   issue: inspections", "  #   stance: refuse", "  #   date: 2031-01-14",
        "  #   quote: No inspector will set foot on the quay", "  #   source: \(source ?? "courier-0114")",
      ] + (event.map { ["  #   event: \($0)"] } ?? []),
    ]
  }

  /// Text as lines of a comment.
  private static func comment(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      "# " + String(String.UnicodeScalarView(line.unicodeScalars.map { $0.isPlainText ? $0 : " " }))
    }
  }
}

extension Unicode.Scalar {
  /// Whether YAML allows it in a comment, where there are no escapes, and an editor shows it.
  fileprivate var isPlainText: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
    default: true
    }
  }
}

extension ImportedStory.Leftover {
  /// The leftover in a line: what of what, and what it said.
  var line: String { "\(subject): \(name)\(value.isEmpty ? "" : ": \(value)")" }
}
