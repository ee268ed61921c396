import Diagnostics
import Mustache
import Testing

@testable import Site

@Suite("Words") struct WordTests {
  @Test(
    "a number asks for the form CLDR gives it",
    arguments: [
      ("en", [PluralForm.other, .one, .other]), ("de", [.other, .one, .other]), ("fr", [.one, .one, .other]),
      ("ko", [.other, .other, .other]), ("ar", [.zero, .one, .two]),
    ])
  func small(_ language: String, _ forms: [PluralForm]) {
    #expect((0...2).map { PluralForm(of: $0, in: language) } == forms)
  }

  @Test("Arabic counts by the last two digits")
  func arabic() {
    let forms: [(Int, PluralForm)] = [
      (3, .few), (10, .few), (11, .many), (26, .many), (99, .many), (100, .other), (101, .other), (102, .other),
      (103, .few), (111, .many), (1_000_000, .other), (1_000_003, .few),
    ]
    for (count, form) in forms { #expect(PluralForm(of: count, in: "ar") == form, "\(count)") }
  }

  @Test(
    "a language is written in the direction of its script",
    arguments: [
      ("en", "ltr"), ("ar", "rtl"), ("AR-eg", "rtl"), ("he", "rtl"), ("fa-AF", "rtl"), ("ur", "rtl"),
      ("fr-Arab", "rtl"),
      ("az", "ltr"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("uz-Arab-AF", "rtl"), ("ks-Deva", "ltr"), ("", "ltr"),
      ("sd-1606", "rtl"),
    ])
  func direction(_ tag: String, _ direction: String) {
    #expect(WritingDirection(of: tag).rawValue == direction)
  }

  @Test("a phrase is filled in wherever its values stand, and what is not closed is text")
  func phrase() {
    #expect(Phrase("{a} of {b}").filled(["a": "1", "b": "{a}"]) == "1 of {a}")
    #expect(Phrase("{a} and {c}").filled(["a": "1"]) == "1 and {c}")
    #expect(Phrase("a { b").filled(["b": "1"]) == "a { b")
    #expect(Phrase("{b} {a} {b}").values == ["b", "a"])
    #expect(Phrase("").filled([:]) == "")
  }

  @Test("templates are given a phrase with values in it piece by piece")
  func pieces() {
    #expect(Phrase("Plain").view == .text("Plain"))
    #expect(
      Phrase("As of {date}").view
        == .list([
          .object(["text": "As of ", "is_date": false]), .object(["text": .null, "is_date": true]),
        ]))
  }

  /// A site in a language, with a file of words of its own.
  private func build(
    language: String, _ file: String? = nil, _ words: String = ""
  ) async throws -> (outcome: Build.Outcome, site: TemporarySite) {
    var files = HarbourStory.files
    files["Content/site.yaml"] = "title: The Sound\nlanguage: \(language)\n"
    if let file { files["Templates/words/\(file).yaml"] = words }
    let site = try TemporarySite(files)
    return (try await site.build(), site)
  }

  @Test("a site changes a phrase by naming it, and keeps the others")
  func override() async throws {
    let (outcome, site) = try await build(language: "en", "en", "timeline: Chronology\n")
    #expect(outcome.transcript == "")
    let page = try #require(site.text(of: "Output/harbour/timeline/index.html"))
    #expect(page.contains("<h1>Chronology</h1>") && page.contains("As of "))
    #expect(site.output().keys.allSatisfy { !$0.contains("words") })
  }

  @Test("a site brings a language; what it lacks is said in English, with one warning")
  func added() async throws {
    let (outcome, site) = try await build(
      language: "de-CH", "de", "timeline: Zeitleiste\ndates: {day_of_month: \"{day}. {month}\"}\n")
    #expect(outcome.diagnostics.all.map(\.id) == ["missing-words"])
    #expect(outcome.transcript.contains("Templates/words/de.yaml:1:1: warning"))
    let page = try #require(site.text(of: "Output/harbour/timeline/index.html"))
    #expect(page.contains("<h1>Zeitleiste</h1>") && page.contains("14. January 2031") && page.contains("As of "))
    #expect(page.contains("<html lang=\"de-CH\" dir=\"ltr\">"))
  }

  @Test("a language without words is spoken in English, with one warning that says how to translate")
  func unknown() async throws {
    let (outcome, site) = try await build(language: "he")
    #expect(outcome.diagnostics.all.map(\.id) == ["no-words-for-language"])
    #expect(outcome.transcript.contains("Content/site.yaml:2:11"))
    let page = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(page.contains("<html lang=\"he\" dir=\"rtl\">") && page.contains("Where they stand"))
    #expect(page.contains("direction=\"rtl\""))
  }

  @Test("a phrase that does not exist, a value that does not go in, and a list too short are errors in their places")
  func wrong() async throws {
    let words = """
      timelin: Zeit
      as_of: Stand {dat}
      skip: Zum {text}
      positions: {many: "{count}"}
      contents: [Inhalt]
      dates: {seasons: [Frühling], about: {week: "um {date}", other: "um {date}"}}
      """
    let outcome = try await build(language: "en", "en", words).outcome
    let transcript = outcome.transcript
    #expect(outcome.isRefused)
    #expect(transcript.contains("en.yaml:1:1: error: unknown key “timelin”") && transcript.contains("“timeline”?"))
    #expect(transcript.contains("en.yaml:2:14: error: no {dat} goes into “as_of”"))
    #expect(transcript.contains("did you mean {date}?"))
    #expect(transcript.contains("en.yaml:3:11: error: no {text} goes into “skip”"))
    #expect(transcript.contains("“positions” lacks “other”"))
    #expect(transcript.contains("“contents” should be a text"))
    #expect(transcript.contains("“seasons” has 1 words, and needs 4"))
    #expect(transcript.contains("unknown key “week”"))
  }

  @Test("likelihoods have words in the site's language, and the English are read all the same")
  func likelihoods() async throws {
    let french = HarbourStory.files(
      replacing: "likelihood: likely", with: "likelihood: probable", in: "Content/harbour/positions.yaml")
    for files in [HarbourStory.files, french] {
      var files = files
      files["Content/site.yaml"] = "title: The Sound\nlanguage: fr\n"
      let site = try TemporarySite(files)
      #expect(try await site.build().transcript == "")
      #expect(site.text(of: "Output/harbour/index.html")?.contains("55–80\u{202F}%") == true)
    }
  }

  @Test("a story in another language speaks it on its own pages and where it is listed")
  func foreignStory() async throws {
    var files = HarbourStory.files
    files["Content/harbour/index.md"] = "---\ntitle: Le port\nlang: fr\nevent: talks\n---\n"
    let site = try TemporarySite(files)
    #expect(try await site.build().transcript == "")
    let story = try #require(site.text(of: "Output/harbour/index.html"))
    #expect(story.contains("<html lang=\"fr\" dir=\"ltr\">") && story.contains("Qui défend quoi"))
    let home = try #require(site.text(of: "Output/index.html"))
    #expect(home.contains("<html lang=\"en\" dir=\"ltr\">") && home.contains(">Stories<"))
    #expect(home.contains("<article class=\"story-teaser\" lang=\"fr\" dir=\"ltr\">"))
    #expect(home.contains("3 prises de position sur 1 question"))
    #expect(home.contains("<li class=\"shift side-0\" lang=\"fr\" dir=\"ltr\""))
    let actor = try #require(site.text(of: "Output/actors/vale/index.html"))
    #expect(actor.contains("<html lang=\"en\" dir=\"ltr\">") && actor.contains("lang=\"fr\" dir=\"ltr\""))
    #expect(actor.contains(">Person") && actor.contains("Ce que défend Ines Vale"))
  }
}
