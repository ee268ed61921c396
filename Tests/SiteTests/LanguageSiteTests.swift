import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// Sites in other languages, under Tests/Sites/languages: not a word of English but the editor's.
@Suite("A site in another language") struct LanguageSiteTests {
  private static let root = Repository.root.appendingPathComponent("Tests/Sites/languages")
  private static let languages = ["fr", "ko", "ar"]

  private func build(_ language: String) async throws -> TemporarySite {
    let site = try TemporarySite([:])
    let outcome = try await site.build(asOf: "2031-06-01") {
      $0.folder = Self.root.appendingPathComponent(language).path
      $0.output = site.folder.path + "/Output"
    }
    #expect(outcome.transcript == "")
    return site
  }

  private func pages(of site: TemporarySite) -> [(path: String, html: String)] {
    site.output().filter { $0.key.hasSuffix(".html") }
      .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }.sorted { $0.path < $1.path }
  }

  @Test("every page says which language it is in and which way that is written", arguments: languages)
  func head(language: String) async throws {
    let site = try await build(language)
    let direction = language == "ar" ? "rtl" : "ltr"
    let pages = pages(of: site)
    #expect(pages.count > 10)
    for (path, html) in pages {
      #expect(html.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"), "\(path)")
    }
    let story = try #require(site.text(of: "Output/port/index.html"))
    #expect(story.contains("<svg class=\"chart stance-chart") && story.contains(" direction=\"\(direction)\""))
  }

  @Test(
    "dates are in it",
    arguments: [
      (
        "fr",
        ["14 janvier 2031", "1er mars 2031", "27–28 février 2031", "vers novembre 2030", "vers le 15 janvier 2031"]
      ),
      ("ko", ["2031년 1월 14일", "2031년 2월 27–28일", "2030년 11월경"]),
      ("ar", ["14 يناير 2031", "27–28 فبراير 2031", "نحو نوفمبر 2030"]),
    ])
  func dates(_ language: String, _ dates: [String]) async throws {
    let site = try await build(language)
    let html = pages(of: site).map(\.html).joined()
    for date in dates { #expect(html.contains(date)) }
  }

  @Test("no page says anything in English", arguments: languages)
  func noEnglish(language: String) async throws {
    let site = try await build(language)
    var diagnostics = Diagnostics()
    let library = WordLibrary(builtIn: ThemeFiles(overriddenBy: nil).words, own: [], diagnostics: &diagnostics)
    let own = Self.texts(of: library.list(of: language))
    let english = Self.texts(of: library.list(of: "en")).subtracting(own)
    #expect(english.count > 200)
    for (path, html) in pages(of: site) {
      let texts = Self.texts(of: html)
      #expect(texts.count > 3)
      for text in texts {
        #expect(!english.contains(text), "\(path): “\(text)”")
        for phrase in english where phrase.utf8.contains(0x20) {
          #expect(!text.contains(phrase), "\(path): “\(phrase)” in “\(text)”")
        }
      }
    }
  }

  @Test("no page in another script has a Latin word but names and what is quoted", arguments: ["ko", "ar"])
  func noLatin(language: String) async throws {
    let allowed = [
      "Dateline", "JSON Feed", "JSON", "CSV", "TimelineJS", "Atom", "iCalendar", "Pas à pas",
      "vale-inspections-2031-01-14",
    ]
    for (path, html) in pages(of: try await build(language)) {
      // The snippet for embedding is code.
      for text in Self.texts(of: html) where !text.contains("iframe") {
        let rest = allowed.reduce(text) { $0.replacing($1, with: "") }
        #expect(!rest.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(path): “\(text)”")
      }
    }
  }

  /// The stretches of text in a list of words, as they would stand in a page.
  private static func texts(of words: WordList) -> Set<String> {
    var texts: Set<String> = []
    func add(_ phrase: Phrase) {
      for case .text(let text) in phrase.pieces { texts.insert(trimmed(text)) }
    }
    for entry in words.entries.values {
      switch entry {
      case .phrase(let phrase): add(phrase)
      case .forms(let forms): forms.values.forEach(add)
      case .list(let items): texts.formUnion(items)
      }
    }
    return texts.filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines.union(.punctuationCharacters))
  }

  /// The text nodes of a page, and the attributes that readers are told.
  private static func texts(of html: String) -> [String] {
    var texts: [String] = []
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      texts.append(String(rest[..<open]))
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[open...close]
      for attribute in ["aria-label=\"", "title=\"", "alt=\""] {
        guard let found = tag.firstRange(of: attribute) else { continue }
        texts.append(String(tag[found.upperBound...].prefix { $0 != "\"" }))
      }
      rest = rest[rest.index(after: close)...]
      // What is in a script is for machines.
      if tag.hasPrefix("<script"), let end = rest.firstRange(of: "</script>") { rest = rest[end.lowerBound...] }
    }
    return texts.map(trimmed).filter { !$0.isEmpty }
  }
}
