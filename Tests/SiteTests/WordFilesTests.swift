import Charts
import Diagnostics
import EDTF
import Foundation
import TestSupport
import Testing

@testable import Site

/// The built-in files of words, as translators leave them.
@Suite("The built-in words") struct WordFilesTests {
  private static let spoken = ["ar", "en", "fr", "ko"]

  private static func library() -> (library: WordLibrary, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let library = WordLibrary(builtIn: ThemeFiles(overriddenBy: nil).words, own: [], diagnostics: &diagnostics)
    return (library, diagnostics)
  }

  /// One language's file by itself, with nothing of the English in place of what it lacks.
  private static func alone(_ language: String) throws -> WordList {
    var diagnostics = Diagnostics()
    let files = ThemeFiles(overriddenBy: nil).words
    let english = try #require(files.first { $0.language == "en" }?.source)
    let source = try #require(files.first { $0.language == language }?.source)
    let reference = WordList(reference: english, diagnostics: &diagnostics)
    let words = WordList(source, as: reference, diagnostics: &diagnostics)
    #expect(diagnostics.all.map(\.message) == [])
    return words
  }

  @Test("there are English, French, Korean and Arabic, and nothing is wrong with them")
  func languages() {
    let (library, diagnostics) = Self.library()
    #expect(library.languages == Self.spoken)
    #expect(diagnostics.all.map(\.message) == [])
    for language in Self.spoken { #expect(throws: Never.self) { try Self.alone(language) } }
  }

  @Test("every language has every phrase, of the same kind and with the same values in it", arguments: spoken)
  func complete(language: String) throws {
    let english = Self.library().library.list(of: "en")
    let words = try Self.alone(language)
    #expect(english.entries.count > 200)
    #expect(Set(english.entries.keys).subtracting(words.entries.keys) == [])
    for (key, entry) in english.entries {
      #expect(words.entries[key]?.values == entry.values, "\(language): \(key)")
      if case .list(let items) = entry { #expect(words.list(key).count == items.count, "\(language): \(key)") }
    }
  }

  @Test("a counted phrase has a form for every number", arguments: spoken)
  func forms(language: String) throws {
    let english = Self.library().library.list(of: "en")
    let words = try Self.alone(language)
    for (key, entry) in english.entries {
      guard case .forms = entry else { continue }
      for count in 0...200 {
        #expect(words.entries[key]?.phrase(PluralForm(of: count, in: language).rawValue) != nil, "\(language): \(key)")
      }
    }
  }

  @Test("every phrase that Swift asks for is there, and every phrase that is there is asked for")
  func used() throws {
    let english = Self.library().library.list(of: "en")
    let inSwift = Set(WordKey.allCases.map(\.rawValue))
    #expect(inSwift.subtracting(english.entries.keys) == [])
    let theme = ThemeFiles(overriddenBy: nil)
    let templates = Set(theme.templates.map { String(decoding: $0.source.bytes, as: UTF8.self) })
    var asked = inSwift.union(["likelihoods"])
    for (key, _) in english.entries {
      if templates.contains(where: { $0.contains("words.\(key)}}") }) { asked.insert(key) }
    }
    let charts = ["retracted", "inferred"]
    let unused = english.entries.keys.filter { !asked.contains($0) && !$0.contains(".") && !charts.contains($0) }
    #expect(unused.sorted() == [])
    // And no template asks for a phrase that is not there.
    for template in templates {
      for mention in template.components(separatedBy: "{{").dropFirst() {
        let name = mention.prefix { $0 != "}" }.drop { "#^/".contains($0) }
        guard name.hasPrefix("words.") else { continue }
        #expect(english.entries[String(name.dropFirst("words.".count))] != nil, "\(name)")
      }
    }
  }

  @Test("the English dates are those that dates are said in where no words are given")
  func dates() throws {
    let words = Self.library().library.words(for: "en").dates
    let expressions = [
      "2019-02-12", "2019-02-12~", "2019-02-12?", "2019-02", "2019", "2019-21", "2019-02-27/2019-02-28",
      "2018-12-30/2019-01-02", "1980/1994", "[..1760-12-03]", "[2018-23..]", "{..1760}", "{1760..}", "[1667,1672-12]",
      "2016-05-31/..", "../2016", "2016-05/", "/2016-05", "2019-02-XX", "2019-XX", "199X", "XXXX", "0409", "0000",
      "2016-05-02T16:54:59Z", "2004?-06-~11", "{1667,1670..1672}",
    ]
    for expression in expressions {
      let date = try EDTFDate(parsing: expression)
      for style in EDTFWords.Style.allCases { #expect(date.words(style, in: words) == date.words(style)) }
    }
  }

  @Test("the English of charts is what charts say where no words are given")
  func charts() throws {
    let words = Self.library().library.words(for: "en").charts
    let (own, usual) = (Mirror(reflecting: words), Mirror(reflecting: ChartWords()))
    let different = zip(own.children, usual.children).filter { left, right in
      (left.value as? String) != (right.value as? String)
    }
    #expect(different.map { $0.0.label ?? "" } == ["declined", "ambiguous"])
  }

  @Test(
    "dates are said as each language says them",
    arguments: [
      ("fr", "2019-02-12", "12 février 2019", "12 févr. 2019"), ("fr", "2019-03-01", "1er mars 2019", "1er mars 2019"),
      ("fr", "2019-02~", "vers février 2019", "v. févr. 2019"),
      ("fr", "2019-02-12~", "vers le 12 février 2019", "v. 12 févr. 2019"),
      ("fr", "2019-03-01/2019-03-03", "1er–3 mars 2019", "1er–3 mars 2019"),
      ("fr", "2019-02-28/2019-03-01", "28 février – 1er mars 2019", "28 févr. – 1er mars 2019"),
      ("fr", "../2016-05-31", "jusqu’au 31 mai 2016", "jusqu’au 31 mai 2016"),
      ("fr", "../2016-04", "jusqu’en avril 2016", "jusqu’en avr. 2016"),
      ("fr", "2016-04/..", "dès avril 2016", "dès avr. 2016"),
      ("fr", "199X~", "vers les années 1990", "v. années 1990"),
      ("fr", "0000", "1 av. J.-C.", "1 av. J.-C."),
      ("ko", "2019-02-12", "2019년 2월 12일", "2019년 2월 12일"), ("ko", "2019-02", "2019년 2월", "2019년 2월"),
      ("ko", "2019", "2019년", "2019년"), ("ko", "2019-02-27/2019-02-28", "2019년 2월 27–28일", "2019년 2월 27–28일"),
      ("ko", "2019-02-12~", "2019년 2월 12일경", "2019년 2월 12일경"), ("ko", "2019-21", "2019년 봄", "2019년 봄"),
      ("ko", "../2016", "2016년까지", "2016년까지"), ("ko", "0000", "기원전 1년", "기원전 1년"),
      ("ar", "2019-02-12", "12 فبراير 2019", "12 فبراير 2019"),
      ("ar", "2019-02~", "نحو فبراير 2019", "نحو فبراير 2019"),
      ("ar", "2019-02-27/2019-02-28", "27–28 فبراير 2019", "27–28 فبراير 2019"),
      ("ar", "2019-02-12?", "12 فبراير 2019 (غير مؤكد)", "12 فبراير 2019؟"),
      ("ar", "../2016", "حتى 2016", "حتى 2016"), ("ar", "[1667,1669,1672]", "1667، 1669 أو 1672", "1667، 1669 أو 1672"),
    ])
  func forms(_ language: String, _ expression: String, _ long: String, _ short: String) throws {
    let words = Self.library().library.words(for: language).dates
    let date = try EDTFDate(parsing: expression)
    #expect(date.words(in: words) == long)
    #expect(date.words(.short, in: words) == short)
  }

  @Test("numbers, shares and lists are written as each language writes them")
  func numbers() {
    let library = Self.library().library
    let english = library.words(for: "en-GB")
    let french = library.words(for: "fr-CA")
    let korean = library.words(for: "ko")
    let arabic = library.words(for: "ar-EG")
    #expect(english.percentages(0.55, 0.8) == "55–80%" && french.percentages(0.55, 0.8) == "55–80\u{202F}%")
    #expect(korean.percentages(0.7, 0.7) == "70%" && arabic.percentages(0.55, 0.8) == "55–80%")
    #expect(english.decimals(0.105) == "0.11" && french.decimals(1) == "1,00" && arabic.decimals(0.07) == "0,07")
    #expect(english.joined(["a", "b", "c"]) == "a, b and c" && french.joined(["a", "b"]) == "a et b")
    #expect(arabic.joined(["أ", "ب", "ج"]) == "أ، ب وج" && korean.joined(["가", "나"]) == "가, 나")
    #expect(english.joined([]) == "" && english.joined(["a"]) == "a")
    #expect(english.counted(1, .positions) == "1 position" && english.counted(0, .positions) == "0 positions")
    #expect(french.counted(0, .questions) == "0 question" && french.counted(2, .questions) == "2 questions")
    #expect(korean.counted(1, .positions) == "입장 1건")
    #expect((0...3).map { arabic.counted($0, .positions) } == ["لا مواقف", "موقف واحد", "موقفان", "3 مواقف"])
    #expect(arabic.counted(11, .positions) == "11 موقفًا" && arabic.counted(100, .positions) == "100 موقف")
  }
}
