import Quotes
import Testing

@Suite("Elided, bracketed and edged matches") struct ReadingTests {
  @Test("an ellipsis cuts a quote into parts that are found in order")
  func elided() {
    let text = "“We will go,” he said, “tomorrow or the day after.”"
    for quote in [
      "We will go … tomorrow or", "We will go... tomorrow or", "We will go […] tomorrow or",
      "We will go [...] tomorrow or",
      "We will go (…) tomorrow or", "We will go . . . tomorrow or",
    ] {
      #expect(found(quote, in: text) == Found(.elided, [.elision], "We will go | tomorrow or"))
    }
    #expect(found("We will go, … tomorrow or", in: text) == Found(.elided, [.elision], "We will go, | tomorrow or"))
    #expect(
      found("We will go. … tomorrow or", in: text)
        == Found(.elided, [.elision, .cutPunctuation], "We will go | tomorrow or"))
    #expect(
      found("will go … , then stop", in: "We will go now , then stop")
        == Found(.elided, [.elision], "will go | , then stop"))
    #expect(found("will go … , then stop", in: "We will go now, then stop")?.tolerances == [.elision])
    #expect(found("will go ,... then stop", in: "We will go , now, then stop")?.tolerances == [.elision])
    #expect(found("We will go.... The end", in: "We will go. Now. The end")?.tolerances == [.elision])
    #expect(found("We use . . . .doc and", in: "We use .xls, .doc and")?.tolerances == [.elision])
    #expect(found("the day … We will", in: text) == nil)
    #expect(reason("the day … We will", in: text) == .partsOutOfOrder)
  }

  @Test("a part between cuts has two words or more, but where the source has the ellipsis")
  func shortParts() {
    let text = "“We … I mean I will go,” he said, “tomorrow.”"
    #expect(reason("I will go … tomorrow", in: text) == .shortPart("tomorrow"))
    #expect(
      found("We ... I mean … will go", in: text) == Found(.elided, [.ellipsis, .elision], "We … I mean | will go"))
    #expect(reason("I will […] tomorrow", in: text) == .shortPart("tomorrow"))
  }

  @Test("an ellipsis the source has is no cut")
  func ownEllipsis() {
    #expect(found("We … might go", in: "We… might go") == Found(.folded, [.whiteSpace], "We… might go"))
    #expect(found("one two ... three four", in: "one two … three four")?.result == .folded)
  }

  @Test("an elided quote spans paragraphs, and the tightest place is taken")
  func tightest() {
    let text = "We will go.\n\nNo. We will stay. We will go. Never.\n\nBut to the end."
    #expect(found("We will … to the end", in: text) == Found(.elided, [.elision], "We will | to the end"))
    let match = QuotableText(text).find(QuoteQuery(quote: "We will … to the end")).match
    #expect(match?.start == 31)
    guard case .ambiguous(let places, let count) = find("we go … to war", in: "we go to to war. we go to war") else {
      Issue.record("two places apart from one another are ambiguous")
      return
    }
    #expect(count == 2)
    #expect(places.map(\.start) == [0, 17])
  }

  @Test("an editor's bracket stands for up to six words of the source")
  func bracketed() {
    let text = "He said that the old minister of war will go, and that they will vote."
    #expect(
      found("that [he] will go", in: text) == Found(.bracketed, [.bracket], "that the old minister of war will go"))
    #expect(found("that [X] vote", in: text) == Found(.bracketed, [.bracket], "that they will vote"))
    #expect(reason("He said [X] will vote", in: text) == .bracketTooWide)
    #expect(found("that they [sic] will vote", in: text) == Found(.bracketed, [.bracket], "that they will vote"))
    #expect(found("that [sic] will vote", in: text) == nil)
    #expect(found("[T]he old minister", in: text) == Found(.bracketed, [.bracket], "the old minister"))
    #expect(found("that [T]he old", in: text) == Found(.bracketed, [.bracket], "that the old"))
    #expect(found("[A]he old minister", in: text) == nil)
    #expect(found("minister[s] of war", in: text) == Found(.bracketed, [.bracket], "minister of war"))
    #expect(found("vot[ing]", in: text) == Found(.bracketed, [.bracket], "vot"))
    #expect(found("[They] will vote", in: text) == Found(.bracketed, [.bracket], "will vote"))
    #expect(
      found("that [he] will … they will", in: text)
        == Found(.bracketed, [.elision, .bracket], "that the old minister of war will | they will"))
  }

  @Test("a bracket the source has is no editor's")
  func ownBracket() {
    #expect(found("we [sic] go", in: "and we [sic] go") == Found(.exact, [], "we [sic] go"))
  }

  @Test("the first letter's case and a final comma or stop are the last to be overlooked")
  func edged() {
    let text = "He said “we will go, and stop at the ‘dead zone’.” Then: “Élan?”"
    #expect(found("We will go", in: text) == Found(.edged, [.firstLetterCase], "we will go"))
    #expect(found("we will go.", in: text) == Found(.edged, [.finalPunctuation], "we will go"))
    #expect(found("We will go.", in: text) == Found(.edged, [.firstLetterCase, .finalPunctuation], "we will go"))
    #expect(
      found("at the 'dead zone.'", in: text)
        == Found(.edged, [.typographicQuotes, .finalPunctuation], "at the ‘dead zone’"))
    #expect(found("at the end.", in: "at the end\u{A0}")?.tolerances == [.finalPunctuation])
    #expect(found("We go.", in: "We go on. we go, and") == Found(.edged, [.finalPunctuation], "We go"))
    #expect(found("élan", in: text) == Found(.edged, [.firstLetterCase], "Élan"))
    #expect(found("Élan.", in: text) == nil)
    #expect(
      found("We will go … At the ‘dead", in: text)
        == Found(.edged, [.elision, .firstLetterCase], "we will go | at the ‘dead"))
    #expect(found("WE will go", in: text) == nil)
    #expect(reason("WE will go", in: text) == .onlyCapitalsDiffer)
  }

  @Test("prefix and suffix tell one place from another")
  func context() {
    let text = "He said: “No deal.” She said: “No deal.” They said — “No deal!”"
    guard case .ambiguous(let places, count: 3) = find("No deal", in: text) else {
      Issue.record("a quote that stands in three places is ambiguous")
      return
    }
    #expect(places.map(\.start) == [10, 31, 54])
    func start(_ prefix: String?, _ suffix: String? = nil) -> Int? {
      find("No deal", in: text, prefix: prefix, suffix: suffix).match?.start
    }
    #expect(start("He said") == 10)
    #expect(start("she said: “") == 31)
    #expect(start(nil, ". She") == 10)
    #expect(start("said", "They said") == 31)
    #expect(reason("No deal", in: text, prefix: "We said") == .excludedByContext(count: 3))
    #expect(find("No deal", in: text, prefix: " ", suffix: "").match == nil)
    let article = QuotableText(text)
    #expect(article.context(of: places[1], words: 3) == ("She said: “", ".” They said"))
  }

  @Test("of many places the first ten are listed, and all are counted")
  func many() {
    let text = String(repeating: "a b ", count: 1000)
    guard case .ambiguous(let places, let count) = find("a b a", in: text) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(places.count == QuotableText.listedPlaces)
    #expect(count == 999)
  }

  @Test("a quote nobody can see is empty; a text with none holds nothing")
  func empty() {
    for quote in ["", " \n", "“”", "\u{200B}\u{AD}", "“ ”"] { #expect(find(quote, in: "text") == .empty) }
    #expect(reason("text", in: "") == .textIsEmpty)
    #expect(reason("text", in: " \n\n ") == .textIsEmpty)
    #expect(reason("[he]", in: "text") == .nothingNear)
  }
}
