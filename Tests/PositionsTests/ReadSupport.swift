import Diagnostics
import EDTF
import Positions
import YAML

/// What a positions file is read as, and what is found wrong with it.
struct Reading {
  let story: Story
  let diagnostics: Diagnostics

  /// The findings as `line:column id: message — help`, in the order of the file.
  var findings: [String] {
    diagnostics.sorted().map { finding in
      let start = finding.location.map { place($0) + " " } ?? ""
      return "\(start)\(finding.id): \(finding.message)" + (finding.help.map { " — \($0)" } ?? "")
    }
  }

  /// The findings as `line:column id`.
  var places: [String] {
    diagnostics.sorted().map { "\($0.location.map(place) ?? "") \($0.id)" }
  }

  /// The findings as `line:column id` and the first 20 characters they point at.
  var marks: [String] {
    diagnostics.sorted().map {
      "\($0.location.map(place) ?? "") \($0.id) “\($0.location?.text.prefix(20) ?? "")”"
    }
  }

  /// The places of all notes, as `path line:column`.
  var notes: [String] {
    diagnostics.sorted().flatMap(\.notes).map { note in
      note.location.map { "\($0.source.path) \(place($0))" } ?? note.message
    }
  }

  init(_ text: String, shared: String? = nil, articles: [Source] = []) {
    var diagnostics = Diagnostics()
    let sharedFile = shared.flatMap {
      PositionsFile.read(SourceText(path: "shared", $0), as: .shared, diagnostics: &diagnostics)
    }
    let file = PositionsFile.read(SourceText(path: "story", text), diagnostics: &diagnostics)
    story = Story.resolve(
      id: "gull", file: file ?? PositionsFile(), shared: sharedFile, articles: articles, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
  }
}

/// `line:column` of the start of a location.
func place(_ location: SourceLocation) -> String {
  let table = LineTable(location.source)
  let offset = location.range.lowerBound
  return "\(table.line(at: offset)):\(table.column(at: offset))"
}

/// A stored article, made from its front matter.
func article(_ id: String, published: String? = nil) -> Source {
  let text = SourceText(path: "articles/\(id).md", "title: \(id)" + (published.map { "\npublished: \($0)" } ?? ""))
  var diagnostics = Diagnostics()
  let node = YAML.parse(text, diagnostics: &diagnostics) ?? YAML.Node(.sequence([]), at: text.location(0..<0))
  var fields = Fields(node, describing: "an article")
  return PositionsFile.source(id: Located(id, at: text.location(0..<0)), &fields, isStored: true)
}

/// The example of the specification, with its ellipses filled in.
let gullSound = """
  sides:
    north: The North
    south: {label: The South, short: South}
  actors:
    vale:
      name: Ines Vale
      side: north
      kind: person
      roles:
        - {title: harbour envoy, start: 2030-06, end: 2031-01-31}
        - {title: foreign minister, start: 2031-02-01}
    north-official: {kind: anonymous, side: north, name: a northern official who took part in the talks}
  scales:
    opening:
      - refuse: Rules it out
      - after: Only after the other side moves
      - phased: Step for step
      - first: Willing to go first
  issues:
    inspections: {question: Will the harbour be opened to inspectors?, label: Inspections, scale: opening}
  sources:
    radio-0116: {publisher: Sound Radio, title: Morning talk, url: https://example.org/a, published: 2031-01-16, kind: broadcast}
  events:
    talks-2: {title: Second Gull Sound talks, date: 2031-02-27, place: Lantern Island, status: scheduled}
  positions:
    - who: vale
      issue: inspections
      stance: refuse
      date: 2031-01-14
      quote: "No inspector will set foot on the quay while the tariff stands."
      source: courier-0114
    - {who: north-official, issue: inspections, stance: after, source: courier-0218, attribution: background,
       paraphrase: Would name no berth before seeing a draft schedule.,
       anonymity_reason: the talks are confidential by written agreement, sources_count: 2}
  expectations:
    - id: a-berth-is-named
      event: talks-2
      proposition: The joint text names at least one berth open to inspectors.
      said_by: newsroom
      likelihood: likely
      date: 2031-02-18
      criteria: Named in the published joint text; a press remark is not enough.
      resolves_by: 2031-03-02
      outcome: {value: borne-out, date: 2031-02-28, source: courier-0301, reason: Article 2 names berth 4.}
  known:   ["Both sides confirmed the dates. [](source:courier-0218)"]
  unknown: [Who pays for the inspectors.]
  corrections:
    - {date: 2031-02-20, kind: correction, target: vale-inspections-2031-01-14, was: quay, now: pier}

  """

/// The articles the example rests on.
let gullSoundArticles = [
  article("courier-0301", published: "2031-03-01"), article("courier-0114", published: "2031-01-14"),
  article("courier-0218", published: "2031-02-18"),
]
