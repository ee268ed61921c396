import Quotes
import Testing

@Suite("Exact and folded matches") struct FoldingTests {
  @Test("a quote that stands word for word is exact, and its place is counted in code points")
  func exact() {
    let text = QuotableText("Überall – “No inspector will set foot on the quay,” she said.")
    let match = text.find(QuoteQuery(quote: "No inspector will set foot on the quay,")).match
    #expect(match?.result == .exact)
    #expect(match?.tolerances == [])
    #expect(match?.start == 11)
    #expect(match?.end == 50)
    #expect(match.map { text.string($0.bytes) } == "No inspector will set foot on the quay,")
  }

  @Test(
    "each kind of character that is folded is named, and no other",
    arguments: [
      ("We don't know", "“We don’t know,” he said.", [.typographicQuotes], "We don’t know"),
      ("We don’t know", "\"We don't know,\" he said.", [.typographicQuotes], "We don't know"),
      ("the \"dead\" zone", "in the «dead» zone.", [.typographicQuotes], "the «dead» zone"),
      ("the 'dead' zone", "in the “dead” zone.", [.quoteLevel], "the “dead” zone"),
      ("30 per cent of it", "about 30\u{A0}per cent of it.", [.noBreakSpace], "30\u{A0}per cent of it"),
      ("30 per cent", "about 30\u{202F}per cent.", [.noBreakSpace], "30\u{202F}per cent"),
      ("well-known man", "a well\u{2010}known man.", [.hyphen], "well\u{2010}known man"),
      ("well-known man", "a well\u{2011}known man.", [.hyphen], "well\u{2011}known man"),
      ("in 2010-2012", "in 2010–2012.", [.hyphen], "in 2010–2012"),
      ("the U.S.-Mexican border", "the U.S.–Mexican border.", [.hyphen], "the U.S.–Mexican border"),
      ("minus -5 degrees", "minus \u{2212}5 degrees", [.hyphen], "minus \u{2212}5 degrees"),
      ("denuclearization now", "de\u{AD}nuclear\u{AD}ization now", [.softHyphen], "de\u{AD}nuclear\u{AD}ization now"),
      ("the end of it", "the\nend  of\tit", [.whiteSpace], "the\nend  of\tit"),
      ("the end", "the \u{A0}end", [.noBreakSpace, .whiteSpace], "the \u{A0}end"),
      ("well… I think", "well... I think", [.ellipsis], "well... I think"),
      ("well... I think", "well . . . I think", [.whiteSpace, .ellipsis], "well . . . I think"),
      ("wait — no", "wait — no", [], "wait — no"),
      ("wait—no", "wait — no", [.whiteSpace], "wait — no"),
      ("wait - no", "wait — no", [.dash], "wait — no"),
      ("wait--no", "wait—no", [.dash], "wait—no"),
      ("wait – no", "wait — no", [.dash], "wait — no"),
      ("zero width", "ze\u{200B}ro width", [.invisible], "ze\u{200B}ro width"),
      (
        "don't say \"no\" - ever…", "don’t say “no” — ever...", [.typographicQuotes, .dash, .ellipsis],
        "don’t say “no” — ever..."
      ),
    ] as [(String, String, [Tolerance], String)])
  func folded(quote: String, text: String, tolerances: [Tolerance], words: String) {
    #expect(found(quote, in: text) == Found(tolerances.isEmpty ? .exact : .folded, tolerances, words))
  }

  @Test("what was folded outside the quote is not named")
  func onlyInside() {
    #expect(found("a plan", in: "“It’s a\u{A0}b — a plan”, it’s…") == Found(.exact, [], "a plan"))
    #expect(found("a plan", in: "— a plan — \u{AD}") == Found(.exact, [], "a plan"))
  }

  @Test("quotation marks around the whole quote are not part of it")
  func outerMarks() {
    for quote in ["“No,”", "\"No,\"", "'No,'", "«No,»", "„No,“", "「No,」", " No, ", "\u{A0}“ No, ”\n"] {
      #expect(found(quote, in: "He said: “No, thanks.”") == Found(.exact, [], "No,"))
    }
    #expect(found("\"No\" and \"yes\"", in: "He said \"No\" and \"yes\".") == Found(.exact, [], "\"No\" and \"yes\""))
    #expect(found("“No” and “yes”", in: "He said “No” and “yes”.") == Found(.exact, [], "“No” and “yes”"))
  }

  @Test("an exact place goes before a folded one")
  func exactFirst() {
    #expect(found("it's over", in: "it’s over, it's over, it’s over") == Found(.exact, [], "it's over"))
  }

  @Test("a quote and a text are compared in normal form")
  func normalForm() {
    #expect(found("cafe\u{301} noir", in: "un café noir") == Found(.exact, [], "café noir"))
    #expect(found("한국", in: "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8} 말") == Found(.exact, [], "한국"))
  }

  @Test(
    "no quote begins or ends inside a word, a number or a character",
    arguments: [
      ("he can", "she can"), ("we can", "we can't"), ("we can", "we can’t"), ("negotiable", "non-negotiable"),
      ("anti", "anti-war"), ("500 people", "1,500 people"), ("5 million", "1.5 million"), ("costs 1", "costs 1.5"),
      ("grew by 5", "grew by 5%"), ("5 degrees", "-5 degrees"), ("5 degrees", "−5 degrees"),
      ("5 million", "$5 million"), ("cafe", "cafe\u{327} noir"), ("re coming", "we’re coming"),
      ("t go", "can't go"), ("end", "end\u{AD}less"), ("👨", "👨\u{200D}👩"), ("👍", "👍🏽"), ("🇪🇸", "🇩🇪🇸🇪"),
      ("30 minutes", "10:30 minutes"), ("U.S", "U.S.A"), ("S. ships", "U.S. ships"),
    ])
  func fragments(quote: String, text: String) {
    #expect(found(quote, in: text) == nil)
    #expect(found(quote, in: "Not \(text) here.") == nil)
  }

  @Test("where no space is put between words, none is asked for; an elided article does not count")
  func unspacedScripts() {
    #expect(found("非核化", in: "他说非核化是必须的") == Found(.exact, [], "非核化"))
    #expect(found("ภาษาไทย", in: "นี่คือภาษาไทยนะ") == Found(.exact, [], "ภาษาไทย"))
    #expect(found("homme est libre", in: "L’homme est libre.") == Found(.exact, [], "homme est libre"))
    #expect(found("Next one", in: "It ended.Next one") == Found(.exact, [], "Next one"))
    #expect(found("🇪🇸", in: "🇩🇪🇪🇸") == Found(.exact, [], "🇪🇸"))
  }

  @Test("a plain quote runs on into the next paragraph only where the speaker does")
  func paragraphs() {
    let goesOn = "“This is the end.\n\n“We go now,” she said."
    #expect(
      found("This is the end. We go now", in: goesOn)
        == Found(.folded, [.paragraphBreak], "This is the end. | We go now"))
    #expect(found("This is the end.\n\n“We go now", in: goesOn)?.tolerances == [.paragraphBreak])
    #expect(found("\"Stop. We go\"", in: "\"Stop.\n\n\"We go.\"") == Found(.folded, [.paragraphBreak], "Stop. | We go"))
    #expect(
      found("One. Two. Three", in: "“One.\n\n“Two.\n\n“Three.”")
        == Found(.folded, [.paragraphBreak], "One. | Two. | Three"))
    for other in [
      "“This is the end.”\n\n“We go now,” she said.", "“This is the end.\n\nWe go now,” she said.",
      "This is the end.\n\n“We go now,” she said.", "This is the end.\n\nWe go now",
      "\"This is the end.\"\n\n\"We go now.\"",
    ] {
      #expect(found("This is the end. We go now", in: other) == nil)
      #expect(reason("This is the end. We go now", in: other) == .crossesParagraphs)
    }
  }
}
