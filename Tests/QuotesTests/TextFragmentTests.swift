import Quotes
import Testing

@Suite("Text fragments") struct TextFragmentTests {
  private func directive(_ quote: String, in text: String, prefix: String? = nil) -> String? {
    let text = QuotableText(text)
    let match = text.find(QuoteQuery(quote: quote, prefix: prefix)).match
    return match.map { TextFragment.directive(for: $0, in: text) }
  }

  @Test("a quote that stands once is given whole, in the article's own characters, encoded")
  func whole() {
    #expect(
      directive("a well-known, \"safe\" & sound", in: "It is a well-known,\u{A0}“safe” & sound place.")
        == "text=a%20well%2Dknown%2C%20%E2%80%9Csafe%E2%80%9D%20%26%20sound")
    #expect(directive("denuclear now", in: "no de\u{AD}nuclear\n now") == "text=denuclear%20now")
    #expect(directive("👍", in: "so 👍 it is") == "text=%F0%9F%91%8D")
  }

  @Test("context is given only where the words stand elsewhere too, in any case, and as whole words")
  func context() {
    let text = "He said: “No deal.” NO DEAL, she said. No dealing."
    #expect(directive("No deal", in: text) == "text=said%3A%20%E2%80%9C-,No%20deal")
    #expect(directive("No deal", in: "“No deal.” Now dealing.") == "text=No%20deal")
    #expect(directive("ete long", in: "ete long. Été long.") == "text=ete%20long,-.%20%C3%89t%C3%A9")
    #expect(
      directive("go now", in: "I will go now, you will go now.", prefix: "you will")
        == "text=you%20will-,go%20now")
  }

  @Test("context from another paragraph touches the words but for white space")
  func contextAcross() {
    #expect(
      directive("No deal", in: "One.\n\n“No deal.”\n\nTwo.\n\n“No deal.”\n\nEnd", prefix: "two")
        == "text=Two.-,%E2%80%9CNo%20deal")
  }

  @Test("context that ends with its paragraph counts for no more than is there, and never halves a number")
  func contextWithin() {
    #expect(
      directive("plans on", in: "x c d plans on GitHub a\n\nThe c d plans on GitHub\n\nb", prefix: "The c d")
        == "text=The%20c%20d-,plans%20on")
    #expect(directive("on Git", in: "a 1.5 on Git. c. b 1.6 on Git. c", prefix: "1.6") == "text=1.6-,on%20Git")
  }

  @Test("a long quote, one with a cut and one that runs over paragraphs are given by their ends")
  func ranges() {
    let long = (1...80).map { "word\($0)" }.joined(separator: " ")
    #expect(
      directive(long, in: "So: \(long).") == "text=word1%20word2%20word3%20word4,word77%20word78%20word79%20word80")
    #expect(
      directive("We will go … the day after", in: "“We will go,” he said, “tomorrow or the day after.”")
        == "text=We%20will%20go,the%20day%20after")
    #expect(
      directive("That is all. We go now", in: "“That is all.\n\n“We go now.”")
        == "text=That%20is%20all,We%20go%20now")
  }

  @Test("the ends of a range grow, and take context, until they lead to their place")
  func uniqueEnds() {
    #expect(directive("a b c d e … x y", in: "a b c d f. a b c d e, and x y") == "text=a%20b%20c%20d%20e,x%20y")
    #expect(
      directive("a b … x y", in: "a b. And a b, x y. Or c and x y.", prefix: "And")
        == "text=And-,a%20b,x%20y")
  }

  @Test("a quote whose source is not at hand leads by its own words, an editor's left out")
  func withoutSource() {
    #expect(TextFragment.directive(for: "“No, never”") == "text=No%2C%20never")
    #expect(TextFragment.directive(for: "We will go … tomorrow") == "text=We%20will%20go,tomorrow")
    #expect(TextFragment.directive(for: "that [he] will go") == "text=that,will%20go")
    #expect(TextFragment.directive(for: "government service[s] now") == "text=government,now")
    #expect(TextFragment.directive(for: "[T]he end") == "text=The%20end")
    #expect(TextFragment.directive(for: "[he]") == "text=%5Bhe%5D")
    #expect(TextFragment.directive(for: "") == "text=")
  }

  @Test("a directive joins the fragment a URL has")
  func url() {
    #expect(TextFragment.url("https://a.example/b", directive: "text=x") == "https://a.example/b#:~:text=x")
    #expect(TextFragment.url("https://a.example/b#c", directive: "text=x") == "https://a.example/b#c:~:text=x")
    #expect(
      TextFragment.url("https://a.example/#:~:text=y", directive: "text=x") == "https://a.example/#:~:text=y&text=x")
  }

  @Test("words around a quote are taken only from where they may be printed")
  func restrictedContext() throws {
    let text = QuotableText("He said no deal.\n\nShe said no deal.\n\nThey said\n\nno deal.")
    let matches = { (prefix: String) in text.find(QuoteQuery(quote: "no deal", prefix: prefix)).match }
    let second = try #require(matches("She said"))
    #expect(TextFragment.directive(for: second, in: text, context: .paragraph) == "text=She%20said-,no%20deal")
    #expect(TextFragment.directive(for: second, in: text, context: .none) == "text=no%20deal")
    let third = try #require(matches("They said"))
    #expect(TextFragment.directive(for: third, in: text) == "text=They%20said-,no%20deal")
    #expect(TextFragment.directive(for: third, in: text, context: .paragraph) == "text=no%20deal")
  }
}
