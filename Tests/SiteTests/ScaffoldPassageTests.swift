import EDTF
import Positions
import Quotes
import Testing
import YAML
import Diagnostics

@testable import Site

@Suite("A few words of a quote") struct ScaffoldPassageTests {
  static let actors: [Actor] = {
    let yaml = """
      actors:
        vale: {name: Ines Vale}
        kim: {name: Kim Jong Un}
        pence: {name: Mike Pence}
        pompeo: {name: Mike Pompeo}
        official: {name: a northern official, kind: anonymous}
        council: {name: The Harbour Council, kind: organisation}
      """
    var diagnostics = Diagnostics()
    let file = PositionsFile.read(SourceText(path: "positions.yaml", yaml), diagnostics: &diagnostics)
    return file?.actors.map(\.actor) ?? []
  }()

  private func quote(_ words: String, in text: String, wordsOnly: Bool = false) throws -> Passage {
    let quotable = QuotableText(text)
    let match = try #require(quotable.find(QuoteQuery(quote: words)).match)
    return Passage(
      around: match, typed: words, in: quotable, speakers: Speakers(Self.actors), takesWordsOnly: wordsOnly)
  }

  static let extended: [(words: String, text: String, quote: String)] = [
    ("set foot", "He said: “No inspector will set foot here.” So it ended.", "No inspector will set foot here."),
    ("set foot", "“No inspector will set foot here,” said Vale.", "No inspector will set foot here"),
    ("set foot", "\"No inspector will set foot here,\" said Vale. \"Never.\"", "No inspector will set foot here"),
    ("set foot", "‘No inspector will set foot here,’ said Vale.", "No inspector will set foot here"),
    ("set foot", "« Nul ne doit set foot ici », a dit Vale.", "Nul ne doit set foot ici"),
    ("set foot", "„Niemand darf set foot hier“, sagte Vale.", "Niemand darf set foot hier"),
    ("set foot", "“They won’t set foot in the workers’ yard!” he said.", "They won’t set foot in the workers’ yard!"),
    ("set foot", "‘They won’t set foot in the workers’ yard,’ he said.", "They won’t set foot in the workers’ yard"),
    ("set foot", "“He told me ‘no’ and set foot here,” she said.", "He told me ‘no’ and set foot here"),
    ("told me", "“He told me ‘no’ and set foot here,” she said.", "He told me ‘no’ and set foot here"),
    ("set foot", "“In the ’90s: we set foot — here; #1,” she said.", "In the ’90s: we set foot — here; #1"),
    (
      "foot here", "“No inspector,” Mr. Vale said in the harbour, “will set foot here.”",
      "No inspector […] will set foot here."
    ),
    (
      "No inspector", "“No inspector,” said Vale, “will set foot,” he went on, “here ever.”",
      "No inspector […] will set foot […] here ever."
    ),
    ("set foot", "“No inspector will\nset foot here”, said Vale.", "No inspector will set foot here"),
    ("set foot", "“No inspector will set foot here.\n\n“Not while I live.”", "No inspector will set foot here."),
    (
      "set foot here. Not while", "“No inspector will set foot here.\n\n“Not while I live,” he said.",
      "No inspector will set foot here. Not while I live"
    ),
  ]

  @Test("become the whole quotation they stand in", arguments: extended)
  func extends(_ example: (words: String, text: String, quote: String)) throws {
    let passage = try quote(example.words, in: example.text)
    #expect(passage.quote == example.quote)
    #expect(passage.extent == .quotation)
    let found = QuotableText(example.text).find(QuoteQuery(quote: passage.quote)).match
    #expect(found?.bytes == passage.bytes)
  }

  @Test(
    "are not joined over what is more than an attribution",
    arguments: [
      "“No inspector will come.” Kim replied, “Then no ship will.”", "“No inspector will come,” said Vale. “Never.”",
      "He said, “No inspector will come,” where he could say, “We will see.”",
      "“No inspector will come,” Vale told Kim Jong Un, “today.”",
      "“No inspector will come,” said the envoy, who had been asked about it on three days in a row by us, “today.”",
    ])
  func separate(_ text: String) throws {
    #expect(try quote("inspector", in: text).quote.hasPrefix("No inspector will come"))
    #expect(try quote("inspector", in: text).pieces.count == 1)
  }

  @Test("are taken as they are outside of quotation marks, across one, and on request")
  func words() throws {
    let text = "The harbour stays closed. “No inspector will set foot here,” said Vale."
    #expect(try quote("harbour stays closed", in: text).extent == .words)
    #expect(try quote("harbour stays closed", in: text).quote == "harbour stays closed")
    #expect(try quote("here,” said Vale", in: text).extent == .words)
    #expect(try quote("set foot", in: text, wordsOnly: true).quote == "set foot")
  }

  @Test("with cuts or brackets of the editor's own are taken as typed")
  func edited() throws {
    let text = "“No inspector will set foot on the quay while the tariff stands,” said Vale."
    let passage = try quote("No inspector will […] while the tariff stands", in: text)
    #expect(passage.extent == .edited)
    #expect(passage.quote == "No inspector will […] while the tariff stands")
  }

  private func guess(_ words: String, _ body: String) throws -> SpeakerGuess {
    var diagnostics = Diagnostics()
    let file = SourceText(path: "a.md", "---\ntitle: A\n---\n\n" + body)
    let read = ArticleFile(
      file, id: "a", configuration: SiteConfiguration(), site: SiteAddress(), diagnostics: &diagnostics)
    let article = try #require(read)
    let match = try #require(article.quotable.find(QuoteQuery(quote: words)).match)
    let passage = Passage(
      around: match, typed: words, in: article.quotable, speakers: Speakers(Self.actors), takesWordsOnly: false)
    return SpeakerGuess(of: passage, in: article, actors: Self.actors)
  }

  @Test("lead to who is named beside them, outside of any quotation")
  func speaker() throws {
    var result = try guess("will go", "“We will go to Kim,” said Ms Vale.")
    #expect(result.actor == "vale" && result.isCertain)
    result = try guess("will go", "“We will go,” Kim Jong Un said of Vale’s offer.")
    #expect(result.actor == "kim" && !result.isCertain)
    result = try guess("will go", "“We will go,” Mike Pompeo said.")
    #expect(result.actor == "pompeo" && result.isCertain)
    result = try guess("will go", "“We will go,” Mike said.")
    #expect(result.actor == nil)
    result = try guess("will go", "“We will go,” A Northern Official said. The harbour council met.")
    #expect(result.actor == "official" && !result.isCertain)
    result = try guess("will go", "Ines Vale spoke.\n\nThen: “We will go,” she said.")
    #expect(result.actor == "vale" && !result.isCertain)
  }

  @Test(
    "and an article are named by story and id, or by a path",
    arguments: [
      ("harbour/x", nil, "harbour", "x"), ("a/b/x", nil, "a/b", "x"), ("harbour/articles/x.md", nil, "harbour", "x"),
      ("Content/harbour/articles/x.md", ".", "harbour", "x"),
      ("./site/Content/harbour/articles/x.md", "site", "harbour", "x"),
      ("/srv/Content/news/Content/harbour/articles/x.md", "/srv/Content/news", "harbour", "x"),
    ] as [(String, String?, String, String)])
  func reference(_ text: String, _ folder: String?, _ story: String, _ article: String) {
    #expect(ArticleReference(text) == ArticleReference(folder: folder, story: story, article: article))
  }

  @Test("nothing else names an article", arguments: ["", "/", "x", "x.md", "articles/x.md", "../x/y"])
  func noReference(_ text: String) { #expect(ArticleReference(text) == nil) }
}
