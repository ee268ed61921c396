/// A made-up story of the smallest size that has everything: two sides, a scale, stored articles, a shift.
enum HarbourStory {
  static let positions = """
    sides: {north: The North, south: The South}
    actors:
      vale:
        name: Ines Vale
        side: north
        roles:
          - {title: harbour envoy, start: 2030-06, end: 2031-01-31}
          - {title: foreign minister, start: 2031-02-01}
      official: {name: a northern official, side: north, kind: anonymous}
    issues:
      inspections:
        question: Will the harbour be opened to inspectors?
        label: Inspections
        scale:
          - refuse: Rules it out
          - after: Only after the other side moves
          - first: Willing to go first
    events:
      talks: {title: Second talks, date: 2031-02-27/2031-02-28, place: Lantern Island, status: scheduled}
    positions:
      - who: vale
        issue: inspections
        stance: refuse
        date: 2031-01-14
        quote: "No inspector will set foot on the quay while the tariff stands."
        source: courier-0114
      - who: official
        issue: inspections
        stance: first
        date: 2031-02-10
        paraphrase: Would go first.
        source: courier-0218
        anonymity_reason: the talks are confidential
      - who: vale
        issue: inspections
        stance: after
        date: 2031-02-17
        quote: We will open a berth once the tariff is gone
        source: courier-0218
    expectations:
      - id: a-berth-is-named
        event: talks
        proposition: The joint text names a berth.
        said_by: newsroom
        likelihood: likely
        date: 2031-02-18
        outcome: {value: borne-out, date: 2031-02-28, source: courier-0301, reason: Article 2 names berth 4.}
    known: ["Both sides confirmed the dates. [](source:courier-0218)"]
    unknown: [Who pays.]

    """

  static let files: [String: String] = [
    "Content/site.yaml": "title: The Sound\nbase_url: https://sound.example/news/\n",
    "Content/harbour/positions.yaml": positions,
    "Content/harbour/index.md": """
    ---
    title: The harbour
    event: talks
    date: 2031-02-18
    tags: [Ports]
    ---

    What [Vale](actor:vale) said [first](position:vale-inspections-2031-01-14).

    """,
    "Content/harbour/articles/courier-0114.md": """
    ---
    title: Vale rules it out
    publisher: Courier
    published: 2031-01-14
    ---

    Ines Vale was firm. “No inspector will *set foot* on the quay while the tariff stands.” So it ended.

    """,
    "Content/harbour/articles/courier-0218.md": """
    ---
    title: A berth, perhaps
    publisher: Courier
    published: 2031-02-18
    ---

    “We will open a berth once the tariff is gone,” said Ines Vale.

    Nothing else was said.

    """,
    "Content/harbour/articles/courier-0301.md": """
    ---
    title: Berth 4
    publisher: Courier
    published: 2031-03-01
    ---

    Article 2 names berth 4.

    """,
    "Content/about.md": "---\ntitle: About\n---\n\nAbout [the harbour](harbour/index.md).\n",
  ]

  /// The files with one of them changed by replacing a text that stands in it.
  static func files(replacing old: String, with new: String, in path: String) -> [String: String] {
    var files = files
    files[path] = files[path]?.replacing(old, with: new)
    return files
  }
}
