import Diagnostics
import EDTF
import Positions
import Testing

@Suite("Mistakes in positions files") struct ReadMistakesTests {
  @Test("one run reports all of many mistakes, each at its place")
  func allAtOnce() {
    let text = """
      sides:
        north: The North
        South: {labl: The South}
      actors:
        vale: {name: Ines Vale, side: nort, roles: [{title: envoy, start: 2031-02, end: 2030-06}]}
        voice: {name: an official, kind: anonimous}
      issues:
        inspections: {question: Q?, scale: [{refuse: No}]}
        tariff: {question: T?, scale: opening}
      sources:
        radio: {title: Talk, url: "javascript:alert(1)", published: 2031-13-01}
      positions:
        - {who: vael, issue: inspections, stance: refuse, date: 2031-01-14, source: radio, quote: q}
        - {who: vale, issue: inspections, stance: refuse, date: 2031-01-14, source: radio}
        - {who: vale, issue: inspections, stnace: refuse, date: 2031-01-14, source: radio, quote: q}
        - {who: vale, issue: inspections, stance: refuse, date: 2031-01-14, source: radio, quote: q, sources_count: 0}
        - plain text
      expectations:
        - {id: one, proposition: P., said_by: nobody, likelihood: lickely}
        - {id: one, proposition: P., likelihood: 120%}
      corrections:
        - {date: 2031-02-20, target: vale-inspections-2031-01-41}
      knwon: []

      """
    let reading = Reading(text)
    #expect(
      reading.marks == [
        "3:3 invalid-id “South”", "3:11 unknown-key “labl”",
        "5:33 unknown-id “nort”", "5:83 ends-before-start “2030-06”", "6:36 unknown-value “anonimous”",
        "8:38 scale-size “[{refuse: No}]”", "9:33 unknown-id “opening”", "11:29 unsafe-url “\"javascript:alert(1)”",
        "11:68 invalid-date “13”", "13:11 unknown-id “vael”", "14:5 no-words “{who: vale, issue: i”",
        "15:37 unknown-key “stnace”", "16:111 out-of-range “0”",
        "17:5 wrong-type “plain text”", "19:41 unknown-id “nobody”", "19:61 unknown-likelihood “lickely”",
        "20:10 duplicate-id “one”", "20:44 unknown-likelihood “120%”",
        "23:1 unknown-key “knwon”",
      ])
    let helps = reading.findings.compactMap { $0.split(separator: "did you mean ").dropFirst().first.map(String.init) }
    #expect(
      helps == [
        "“label”?", "“north”?", "“anonymous”?", "“vale”?", "“stance”?", "“likely”?", "“known”?",
      ])
  }

  /// The findings about one position, whose further keys are given, on a file where `a` and `anon` speak on `i`.
  private func position(_ keys: String, sources: String = "s: {title: S, published: 2031-05-02}") -> Reading {
    Reading(
      """
      actors: {a: {name: A}, anon: {name: X, kind: anonymous}}
      issues: {i: {question: Q?, scale: [{x: X}, {y: Y}]}}
      sources: {\(sources)}
      positions:
      - {issue: i, source: s, \(keys)}

      """)
  }

  @Test(
    "each rule about a position is kept",
    arguments: [
      (
        "who: a, stance: x",
        "5:3 no-words: a position has neither “quote” nor “paraphrase” — give the words that were "
          + "said as its quote, or say in a paraphrase what was said"
      ),
      (
        "who: a, stance: x, paraphrase: p, prefix: b",
        "5:59 no-quote: “prefix” without a “quote” — “prefix” tells where "
          + "the quote stands; remove it, or give the quote"
      ),
      (
        "who: a, stance: x, paraphrase: p, lang: de, original: b",
        "5:69 no-quote: “original” without a “quote” — give its "
          + "translation as the quote, or make it the quote itself"
      ),
      (
        "who: a, stance: x, quote: q, original: b",
        "5:64 original-without-lang: the language of “original” is not "
          + "given — write it as “lang”, such as lang: ko"
      ),
      (
        "who: anon, stance: x, quote: q, attribution: on-record",
        "5:70 anonymous-on-record: “anon” is anonymous and "
          + "cannot be quoted “on-record” — write background or deep-background, or leave it out"
      ),
      (
        "who: a, stance: x, quote: q, anonymity_reason: r",
        "5:72 reason-without-anonymity: a reason for anonymity, where "
          + "nobody is anonymous — remove it, or write attribution: background"
      ),
      (
        "who: a, stance: x, quote: q, sources_count: 0",
        "5:69 out-of-range: “sources_count” should be at least 1, but is 0"
      ),
      (
        "who: a, stance: x, quote: q, reported_by: a",
        "5:67 same-speaker: “reported_by” names the speaker, “a” — remove "
          + "it, or name somebody else"
      ),
      (
        "who: a, stance: x, quote: q, date: 2031-05-03",
        "5:60 said-after-published: said on 2031-05-03, after its source "
          + "was published — correct one of the two dates"
      ),
      (
        "who: a, stance: x, quote: q, lang: englisch!",
        "5:60 invalid-language: “englisch!” is not a language — write a "
          + "language tag, such as en, de-CH or zh-Hant"
      ),
      ("who: a, stance: z, quote: q", "5:41 unknown-id: “i” has no level “z” — did you mean “x”?"),
      (
        "who: a, stance: refused, quote: q",
        "5:41 unknown-id: “i” has no level “refused” — its levels are x, y; off the "
          + "scale there are unclear, declined, mixed"
      ),
      (
        "who: somebody, stance: x, quote: q", "5:30 unknown-id: no actor has the id “somebody” — the actors are a, anon"
      ),
      (
        "who: a, stance: x, quote: q, event: talks",
        "5:61 unknown-id: no event has the id “talks” — there is no event "
          + "yet; define it under “events”"
      ),
      ("who: a, stance: x, quote: q, retracted: {reason: r}", "5:65 missing-key: a retraction lacks “date”"),
      (
        "who: a, stance: x, quote: q, attribution: off-record",
        "5:67 unknown-value: “attribution” cannot be “off-record” — "
          + "did you mean “on-record”?"
      ),
    ])
  func rules(keys: String, finding: String) {
    #expect(position(keys).findings == [finding])
  }

  @Test(
    "what a rule allows is not reported",
    arguments: [
      "who: anon, stance: x, paraphrase: p, anonymity_reason: r",
      "who: a, stance: x, paraphrase: p, attribution: background, anonymity_reason: r",
      "who: a, stance: x, quote: q, original: o, lang: ko",
      "who: a, stance: x, quote: q, prefix: p, suffix: s, date: 2031-05",
    ])
  func allowed(keys: String) {
    #expect(position(keys).findings == [])
  }

  @Test("a position without a date needs a source with one")
  func noDate() {
    let reading = position("who: a, stance: x, quote: q", sources: "s: {title: S}")
    #expect(
      reading.findings == [
        "5:3 missing-date: a position has no date, and its source has none either — write the position's “date”, or when "
          + "its source was “published”"
      ])
    #expect(reading.notes == ["story 3:11"])
  }

  @Test(
    "each rule about what positions name is kept",
    arguments: [
      ("actors: {newsroom: {name: N}}", "1:10 reserved-id"), ("actors: {a: {side: north}}", "1:13 missing-key"),
      ("actors: {a: {name: A, kind: firm}}", "1:29 unknown-value"),
      ("actors: {a: {name: A, roles: [{start: 2031}]}}", "1:31 missing-key"),
      ("scales: {s: x}", "1:13 wrong-type"), ("scales: {s: }", "1:10 wrong-type"),
      ("scales: {s: []}", "1:10 scale-size"),
      ("scales: {s: [{a: A, b: B}, {c: C}, {d: D}]}", "1:14 wrong-type"),
      ("scales: {s: [{a: A}, {b: }, {d: D}]}", "1:22 wrong-type"),
      ("scales: {s: [a, {c: C}, {d: D}]}", "1:14 wrong-type"),
      ("scales: {s: [{a: A}, {a: B}]}", "1:23 duplicate-id"), ("scales: {s: [{a: A}, {mixed: B}]}", "1:23 reserved-id"),
      ("scales: {s: [{a: A}, {B: B}]}", "1:23 invalid-id"),
      ("scales: {s: [{a: A}, {b: B}, {c: C}, {d: D}, {e: E}, {f: F}, {g: G}, {h: H}]}", "1:13 scale-size"),
      ("issues: {i: {question: Q}}", "1:13 missing-key"),
      ("issues: {i: {scale: [{a: A}, {b: B}]}}", "1:13 missing-key"),
      ("sources: {s: {kind: broadcast}}", "1:11 nameless-source"),
      ("sources: {s: {title: T, url: 'data:x'}}", "1:30 unsafe-url"),
      ("sources: {s: {title: T, lang: x}}", "1:31 invalid-language"), ("events: {e: {title: E}}", "1:13 missing-key"),
      ("events: {e: {title: E, date: 2031, status: done}}", "1:44 unknown-value"),
      ("events: {e: {title: E, date: 2031, source: s}}", "1:44 unknown-id"),
      ("expectations: [{id: e}]", "1:16 missing-key"), ("expectations: [{proposition: P.}]", "1:16 missing-key"),
      ("expectations: [{id: e, proposition: P., outcome: {value: won, date: 2031}}]", "1:58 unknown-value"),
      ("expectations: [{id: e, proposition: P., outcome: {value: annulled}}]", "1:50 missing-key"),
      ("corrections: [{kind: correction}]", "1:15 missing-key"),
      ("corrections: [{date: 2031, target: x}]", "1:36 unknown-id"),
      ("known: [{a: b}]", "1:9 wrong-type"), ("known: Something.", "1:8 wrong-type"),
      ("unknown: ['']", "1:11 empty-value"),
      ("- a", "1:1 wrong-type"),
    ])
  func things(text: String, place: String) {
    #expect(Reading(text).places.contains(place))
  }

  @Test("what belongs to a story is refused in the shared file")
  func wrongFile() {
    let reading = Reading("", shared: "issues: {}\npositions: []\nsources: {s: {title: S}}\nactor: {}\n")
    #expect(
      reading.findings == [
        "1:1 wrong-file: “issues” cannot be shared — move it to the positions.yaml of its story; this file holds sides, "
          + "actors, sources and scales",
        "2:1 wrong-file: “positions” cannot be shared — move it to the positions.yaml of its story; this file holds "
          + "sides, actors, sources and scales",
        "4:1 unknown-key: unknown key “actor” in the shared positions file — did you mean “actors”?",
      ])
  }

  @Test("a shared actor needs a shared side, which is said once, where it is written")
  func sharedSide() {
    let reading = Reading(
      "sides: {own: O}\nexpectations: [{id: e, proposition: P., said_by: a}]\n",
      shared: "sides: {north: N}\nactors: {a: {name: A, side: own}, b: {name: B, side: nroth}}\n")
    #expect(
      reading.findings == [
        "2:29 unknown-id: no shared side has the id “own” — the sides are north",
        "2:54 unknown-id: no shared side has the id “nroth” — did you mean “north”?",
      ])
    #expect(reading.story.actors.map(\.id) == ["a"])
  }

  @Test("what is shared or stored cannot be defined again")
  func redefined() {
    let shared =
      "sides: {n: N}\nactors: {a: {name: A}}\nscales: {c: [{x: X}, {y: Y}]}\nsources: {s: {title: S}, stored: {title: T}}\n"
    let own =
      "sides: {n: N}\nactors: {a: {name: A}}\nscales: {c: [{x: X}, {y: Y}]}\nsources: {s: {title: S}, art: {title: T}}\n"
    let reading = Reading(own, shared: shared, articles: [article("art"), article("stored")])
    #expect(
      reading.places == [
        "4:26 duplicate-id", "1:9 duplicate-id", "2:10 duplicate-id", "3:10 duplicate-id", "4:11 duplicate-id",
        "4:26 duplicate-id",
      ])
    #expect(
      reading.notes == [
        "articles/stored.md 1:1", "shared 1:9", "shared 2:10", "shared 3:10", "shared 4:11", "articles/art.md 1:1",
      ])
  }

  @Test("a mistake in one thing is not reported again where it is named")
  func noCascades() {
    let reading = Reading(
      """
      actors: {a: {nam: A}}
      issues: {i: {question: Q?, scale: []}}
      sources: {s: {titel: S, published: 2031-99}}
      events: {e: {title: E}}
      positions:
      - {who: a, issue: i, stance: x, source: s, quote: q, event: e, date: nonsense}

      """)
    #expect(
      reading.places == [
        "1:14 unknown-key", "2:10 scale-size", "3:15 unknown-key", "3:36 invalid-date", "4:13 missing-key",
        "6:70 invalid-date",
      ])
  }

  @Test("the mistake in a date is pointed at in quotes and out of them")
  func dates() {
    for text in ["corrections: [{date: 2031-13-01}]", "corrections: [{date: '2031-13-01'}]"] {
      let reading = Reading(text)
      #expect(reading.diagnostics.all.first?.location?.text == "13")
    }
  }
}
