import Diagnostics
import EDTF
import Positions
import Testing

@Suite("Reading a story") struct ReadStoryTests {
  @Test("the example of the specification is read whole")
  func example() throws {
    let reading = Reading(gullSound, articles: gullSoundArticles)
    #expect(reading.findings == [])
    let story = reading.story
    #expect(story.sides.map(\.label) == ["The North", "The South"])
    #expect(story.sides.map(\.short) == ["The North", "South"])
    #expect(story.actors.map(\.id) == ["vale", "north-official"])
    #expect(story.actors.map(\.side) == [0, 0])
    #expect(story.actors.map(\.kind) == [.person, .anonymous])
    #expect(story.actors[0].roles.map(\.title) == ["harbour envoy", "foreign minister"])
    #expect(story.actors[0].roles[0].end?.latest == Day("2031-01-31"))
    #expect(story.issues[0].scale.map(\.id) == ["refuse", "after", "phased", "first"])
    #expect(story.sources.map(\.id) == ["radio-0116", "courier-0114", "courier-0218", "courier-0301"])
    #expect(story.sources.map(\.isStored) == [false, true, true, true])
    #expect(story.events[0].place == "Lantern Island")
    let statements = story.statements
    #expect(statements.map(\.id) == ["vale-inspections-2031-01-14", "north-official-inspections-2031-02-18"])
    #expect(statements.map(\.stance) == [.level(0), .level(1)])
    #expect(statements.map(\.attribution) == [.onRecord, .background])
    #expect(statements.map(\.source) == [1, 2])
    #expect(statements[1].date.text == "2031-02-18")
    #expect(statements[1].sourcesCount == 2)
    #expect(statements[0].quote == "No inspector will set foot on the quay while the tariff stands.")
    #expect(place(statements[0].quoteLocation) == "30:12")
    #expect(place(statements[0].location) == "26:5")
    let expectation = try #require(story.expectations.first)
    #expect(expectation.saidBy == .newsroom)
    #expect(expectation.likelihood?.low == 0.55 && expectation.likelihood?.high == 0.8)
    #expect(expectation.outcome?.value == .borneOut && expectation.outcome?.source == 3)
    #expect(story.known.map(\.markdown) == ["Both sides confirmed the dates. [](source:courier-0218)"])
    #expect(place(story.known[0].location) == "45:11")
    #expect(story.unknown.map(\.markdown) == ["Who pays for the inspectors."])
    #expect(story.corrections.map(\.target) == ["vale-inspections-2031-01-14"])
  }

  @Test("CRLF and a byte order mark change nothing")
  func byteOrderMark() {
    let crlf = "\u{FEFF}" + gullSound.replacing("\n", with: "\r\n")
    let reading = Reading(crlf, articles: gullSoundArticles)
    #expect(reading.findings == [])
    #expect(
      reading.story.statements.map(\.id) == Reading(gullSound, articles: gullSoundArticles).story.statements.map(\.id))
    #expect(place(reading.story.statements[0].quoteLocation) == "30:12")
  }

  @Test(
    "an empty file is a story in which nothing was said", arguments: ["", "# nothing yet\n", "positions:\nsides: {}\n"])
  func empty(text: String) {
    let reading = Reading(text)
    #expect(reading.findings == [])
    #expect(reading.story.statements.isEmpty && reading.story.id == "gull")
  }

  /// A file of positions of one actor on one issue; each item is what stands after `source: s`.
  private func positions(_ items: [String]) -> String {
    "actors: {a: {name: A}}\nissues: {i: {question: Q?, scale: [{x: X}, {y: Y}]}}\nsources: {s: {title: S, published: 2031-05}}\n"
      + "positions:\n" + items.map { "- {who: a, issue: i, stance: x, paraphrase: p, source: s\($0)}\n" }.joined()
  }

  @Test("ids are made of speaker, issue and date, and numbered in the order of the file")
  func defaultIDs() {
    let reading = Reading(
      positions([", date: 2031-04", ", date: '2031-04-02'", "", ", date: 2031-04", ", id: own", ", date: 2031-04"]))
    #expect(reading.findings == [])
    let ids = reading.story.statements.sorted { $0.fileOrder < $1.fileOrder }.map(\.id)
    #expect(ids == ["a-i-2031-04", "a-i-2031-04-02", "a-i-2031-05", "a-i-2031-04-2", "own", "a-i-2031-04-3"])
  }

  @Test("an id in the file that another position has is an error with both places")
  func clashes() {
    let reading = Reading(
      positions([", id: own", ", id: own", ", id: a-i-2031-04-2", ", date: 2031-04", ", date: 2031-04", ", id: B"]))
    #expect(
      reading.findings == [
        "6:63 duplicate-id: the position “own” is defined twice — give one of the two another id",
        "7:63 duplicate-id: the position “a-i-2031-04-2” is defined twice — give one of the two another id",
        "10:63 invalid-id: “B” cannot be an id — an id has small letters, digits and hyphens, and begins with a letter "
          + "or a digit: “b”",
      ])
    #expect(reading.notes == ["story 5:63", "story 9:3"])
  }

  @Test("statements stand by earliest day, latest day and place in the file")
  func order() {
    let reading = Reading(
      positions([", date: 2031-03-01", ", date: 2031-03", ", date: 2031-02-10", ", date: 2031-03-01", ", date: 2031"]))
    #expect(reading.story.statements.map(\.fileOrder) == [4, 2, 0, 3, 1])
  }

  @Test("a voice that is anonymous speaks on background unless said otherwise")
  func anonymity() {
    let text = """
      actors: {a: {name: A, kind: anonymous}, b: {name: B}}
      issues: {i: {question: Q?, scale: [{x: X}, {y: Y}]}}
      sources: {s: {title: S, published: 2031-05}}
      positions:
      - {who: a, issue: i, stance: x, source: s, paraphrase: p}
      - {who: a, issue: i, stance: mixed, source: s, paraphrase: p, attribution: deep-background}
      - {who: b, issue: i, stance: declined, source: s, paraphrase: p}
      - {who: b, issue: i, stance: unclear, source: s, paraphrase: p, attribution: document}
      """
    let reading = Reading(text)
    #expect(reading.findings == [])
    #expect(reading.story.statements.map(\.attribution) == [.background, .deepBackground, .onRecord, .document])
    #expect(reading.story.statements.map(\.stance) == [.level(0), .mixed, .declined, .unclear])
  }

  @Test("every key of a position arrives in the statement")
  func allKeys() throws {
    let text = """
      actors: {a: {name: A}, b: {name: B}}
      issues: {i: {question: Q?, scale: [{x: X}, {y: Y}]}}
      sources: {s: {title: S, published: 2031-05}, t: {title: T}}
      events: {e: {title: E, date: 2031-04-02, source: t, note: N}}
      positions:
      - {who: a, issue: i, stance: y, source: s, date: 2031-04, id: own, quote: q, original: o, lang: de-CH, prefix: p,
         suffix: s, attribution: document, descriptor: d, sources_count: 3, on_behalf_of: b, reported_by: b, venue: v,
         event: e, note: n, certainty: inferred, added: 2031-06, paraphrase: r,
         retracted: {date: 2031-07, source: t, reason: x}}
      expectations:
      - {id: x, issue: i, said_by: b, proposition: P., likelihood: 60-80%, source: s}
      """
    let reading = Reading(text)
    #expect(reading.findings == [])
    let statement = try #require(reading.story.statements.first)
    #expect(statement.id == "own" && statement.stanceID == "y" && statement.date.text == "2031-04")
    #expect(statement.checkedQuote == "o" && statement.quote == "q" && statement.lang == "de-CH")
    #expect(statement.prefix == "p" && statement.suffix == "s" && statement.attribution == .document)
    #expect(statement.descriptor == "d" && statement.sourcesCount == 3 && statement.onBehalfOf == 1)
    #expect(statement.reportedBy == 1 && statement.venue == "v" && statement.event == 0 && statement.note == "n")
    #expect(statement.certainty == .inferred && statement.added?.text == "2031-06" && statement.paraphrase == "r")
    #expect(statement.retracted?.source == 1 && statement.retracted?.reason == "x")
    #expect(reading.story.events[0].source == 1 && reading.story.events[0].note == "N")
    let expectation = try #require(reading.story.expectations.first)
    #expect(expectation.saidBy == .actor(1) && expectation.issue == 0 && expectation.date?.text == "2031-05")
    #expect(expectation.likelihood?.low == 0.6 && expectation.likelihood?.high == 0.8)
  }

  @Test("of what is shared, a story has what it refers to")
  func shared() {
    let shared = """
      sides: {unused: U, north: N, south: S}
      actors:
        idle: {name: I}
        far: {name: F, side: south}
        near: {name: N, side: north}
      scales: {two: [{x: X}, {y: Y}]}
      sources: {wire: {title: W, published: 2031-01}, other: {title: O}}
      """
    let reading = Reading(
      """
      sides: {own: O}
      actors: {me: {name: M, side: own}}
      issues: {i: {question: Q?, scale: two}}
      positions:
      - {who: near, issue: i, stance: y, source: wire, paraphrase: p, on_behalf_of: far}
      """, shared: shared, articles: [article("a", published: "2031")])
    #expect(reading.findings == [])
    #expect(reading.story.sides.map(\.id) == ["own", "north", "south"])
    #expect(reading.story.actors.map(\.id) == ["me", "far", "near"])
    #expect(reading.story.actors.map(\.side) == [0, 2, 1])
    #expect(reading.story.sources.map(\.id) == ["wire", "a"])
    #expect(reading.story.statements.map(\.who) == [2])
  }
}
