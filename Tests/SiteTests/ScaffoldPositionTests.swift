import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Site

@Suite("dateline new position") struct ScaffoldPositionTests {
  private static let path = "Content/harbour/positions.yaml"

  private static let article = """
    ---
    title: Nothing agreed
    publisher: Courier
    published: 2031-03-05
    ---

    *“The tariff — #1: it stays,”* Ines Vale told the paper. “We will not move.”

    Asked again, an official from the south said: “We will not move.”

    Outside, there was rain: it fell, and fell.

    """

  private func site(_ change: (inout [String: String]) -> Void = { _ in }) throws -> TemporarySite {
    var files = HarbourStory.files
    files["Content/harbour/articles/courier-0305.md"] = Self.article
    change(&files)
    return try TemporarySite(files)
  }

  private func request(
    _ words: String, article: String = "harbour/courier-0305", in site: TemporarySite,
    fields: [String: String] = ["who": "vale", "issue": "inspections", "stance": "refuse"]
  ) -> NewPosition.Request {
    var request = NewPosition.Request(article: article, words: words)
    request.folder = site.folder.path
    request.fields = fields
    return request
  }

  /// What was told, and answers for what is asked.
  private final class Desk: Sendable {
    private let state = Mutex<(told: [String], answers: [String])>(([], []))

    init(_ answers: [String]) { state.withLock { $0.answers = answers.reversed() } }

    var told: String { state.withLock { $0.told.joined(separator: "\n") } }

    func conversation(isAttended: Bool) -> Conversation {
      let show: @Sendable (String) -> Void = { text in self.state.withLock { $0.told.append(text) } }
      guard isAttended else { return Conversation(show: show) }
      return Conversation(
        show: show,
        answer: { prompt in
          self.state.withLock {
            $0.told.append(prompt)
            return $0.answers.popLast()
          }
        })
    }
  }

  private func run(
    _ request: NewPosition.Request, answers: [String]? = nil
  ) async throws(ScaffoldError) -> (NewPosition.Outcome, told: String) {
    let desk = Desk(answers ?? [])
    let outcome = try await NewPosition(request).run(desk.conversation(isAttended: answers != nil))
    return (outcome, desk.told)
  }

  /// What the command says on its way to nothing.
  private func refusal(_ request: NewPosition.Request, answers: [String]? = nil) async -> String {
    do {
      return "done: \(try await run(request, answers: answers).0)"
    } catch {
      switch error {
      case .command(let message): return message
      case .machine(let error): return error.description
      case .content(let diagnostics):
        var writer = ConsoleWriter(color: false)
        return writer.text(for: diagnostics)
      }
    }
  }

  @Test("a few words and three ids become a position the build accepts; no other byte of the file changes")
  func roundTrip() async throws {
    let site = try site()
    let (outcome, told) = try await run(request("it stays", in: site))
    guard case .written(let id, Self.path, let line, let warnings) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(id == "vale-inspections-2031-03-05")
    #expect(warnings.all.isEmpty)
    let block = """
        - who: vale
          issue: inspections
          stance: refuse
          quote: "The tariff — #1: it stays"
          source: courier-0305

      """
    let text = try #require(site.text(of: Self.path))
    #expect(text == HarbourStory.positions.replacing("expectations:\n", with: block + "expectations:\n"))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1] == "  - who: vale")
    #expect(told.contains("Content/harbour/articles/courier-0305.md:7: “[The tariff — #1: it stays],” Ines Vale told"))
    let built = try await site.build()
    #expect(built.transcript == "")
    #expect(site.text(of: "Output/harbour/positions.json")?.contains("\"id\": \"\(id)\"") == true)
    #expect(built.summary?.quotesChecked == 3)
  }

  @Test("a file with CRLF and without a last line ending stays one, and builds")
  func lineEndings() async throws {
    let crlf = HarbourStory.positions.replacing("\n", with: "\r\n")
    let before = String(crlf.unicodeScalars.dropLast(2))
    let site = try site { $0[Self.path] = before }
    _ = try await run(request("it stays", in: site))
    let text = try #require(site.text(of: Self.path))
    #expect(!text.unicodeScalars.split(separator: "\n").dropLast().contains { $0.last != "\r" })
    #expect(text.utf8.last != UInt8(ascii: "\n"))
    #expect(
      text.replacing(
        "  - who: vale\r\n    issue: inspections\r\n    stance: refuse\r\n    quote: \"The tariff — #1: it stays\"\r\n    source: courier-0305\r\n",
        with: "") == before)
    #expect(try await site.build().transcript == "")
  }

  @Test("words that stand in several places are refused with each place, told apart by a prefix, and by the block")
  func ambiguity() async throws {
    let site = try site()
    let refused = await refusal(request("not move", in: site))
    #expect(refused.contains("“not move” stands 2 times in Content/harbour/articles/courier-0305.md"))
    #expect(refused.contains("courier-0305.md:7:") && refused.contains("courier-0305.md:9:"))
    #expect(refused.contains("--prefix or --suffix"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
    var second = request("not move", in: site)
    second.prefix = "the south said: We will"
    _ = try await run(second)
    #expect(
      site.text(of: Self.path)?.contains("    quote: We will not move.\n    prefix: said\n    source") == true)
    let built = try await site.build()
    #expect(built.transcript == "")
  }

  @Test("on a terminal the place is chosen by its number")
  func place() async throws {
    let site = try site()
    let (_, told) = try await run(request("not move", in: site), answers: ["3", "2", "", "yes"])
    #expect(
      told.contains("   1  1  Content/harbour/articles/courier-0305.md:7:") || told.contains("courier-0305.md:9:"))
    #expect(site.text(of: Self.path)?.contains("prefix: said") == true)
  }

  @Test("a word that stands twice in one quotation is no ambiguity")
  func sameQuotation() async throws {
    let site = try site {
      $0["Content/harbour/articles/courier-0306.md"] =
        "---\ntitle: A\npublished: 2031-03-06\n---\n\n“No is no,” said Vale. “Yes is yes.”\n"
    }
    _ = try await run(request("no", article: "harbour/courier-0306", in: site))
    #expect(site.text(of: Self.path)?.contains("quote: No is no\n") == true)
    #expect(await refusal(request("is", article: "harbour/courier-0306", in: site)).contains("stands 2 times"))
  }

  @Test("a quote that is a position on the question already is refused by name")
  func repeated() async throws {
    let site = try site()
    let refused = await refusal(request("set foot", article: "harbour/courier-0114", in: site))
    #expect(
      refused.contains("the quote is a position on “inspections” already: “vale-inspections-2031-01-14”"))
    #expect(refused.contains("Content/harbour/positions.yaml:"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
  }

  @Test("words that are not there are refused with the nearest passage")
  func missing() async throws {
    let site = try site()
    let refused = await refusal(request("We will never move", in: site))
    #expect(refused.contains("“We will never move” does not stand in Content/harbour/articles/courier-0305.md"))
    #expect(refused.contains("[never → not]"))
  }

  @Test("without a terminal nothing is asked: what is missing is listed, and a speaker beyond doubt is taken")
  func unattended() async throws {
    let site = try site()
    var refused = await refusal(request("it stays", in: site, fields: [:]))
    #expect(refused.contains("a position needs --issue, --stance"))
    #expect(refused.contains("1  inspections  Will the harbour be opened to inspectors?"))
    refused = await refusal(request("it stays", in: site, fields: ["issue": "inspections"]))
    #expect(refused.contains("1  refuse    Rules it out") && !refused.contains("--issue"))
    refused = await refusal(
      request("Outside", in: site, fields: ["issue": "inspections", "stance": "refuse"]))
    #expect(refused.contains("a position needs --who") && refused.contains("1  vale      Ines Vale"))
    _ = try await run(request("it stays", in: site, fields: ["issue": "inspections", "stance": "refuse"]))
    #expect(
      site.text(of: Self.path)?.contains("- who: vale\n    issue: inspections\n    stance: refuse\n    quote: \"The")
        == true)
  }

  @Test("what is given and is not there is refused with what is near")
  func unknown() async throws {
    let site = try site()
    let full = ["who": "vale", "issue": "inspections", "stance": "refuse"]
    for (key, value, message) in [
      ("who", "vael", "there is no actor “vael”; did you mean “vale”?"),
      ("issue", "inspection", "there is no issue “inspection”; did you mean “inspections”?"),
      ("stance", "refused", "“inspections” has no stance “refused”; did you mean “refuse”?"),
      ("event", "talk", "there is no event “talk”; did you mean “talks”?"),
      ("date", "2031-02-30", "“2031-02-30” is no date"),
      ("attribution", "backgrund", "did you mean “background”?"),
    ] {
      let refused = await refusal(
        request("it stays", in: site, fields: full.merging([key: value]) { $1 }))
      #expect(refused.contains(message), "\(refused)")
    }
    #expect(await refusal(request("x", article: "harbor/courier-0305", in: site)).contains("did you mean “harbour”?"))
    #expect(
      await refusal(request("x", article: "harbour/courier-305", in: site)).contains("did you mean “courier-0305”?"))
    #expect(await refusal(request("x", article: "x", in: site)).contains("names no article"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
  }

  @Test("what a build would refuse is refused before anything is written")
  func rules() async throws {
    let site = try site()
    let refused = await refusal(
      request(
        "it stays", in: site,
        fields: ["who": "vale", "issue": "inspections", "stance": "refuse", "anonymity_reason": "secret"]))
    #expect(refused.contains("a reason for anonymity, where nobody is anonymous"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
  }

  @Test("on a terminal four answers make a position, with the speaker and the day proposed")
  func attended() async throws {
    let site = try site()
    let (_, told) = try await run(
      request("it stays", in: site, fields: [:]), answers: ["", "", "4", "2", "2031-03", "2031-03-04", ""])
    #expect(told.contains("who [vale]: ") && told.contains("date [2031-03-05]: "))
    #expect(
      site.text(of: Self.path)?.contains("    stance: unclear\n    date: 2031-03\n    quote: \"The tariff") == true,
      "\(told)")
  }

  @Test("a “no” at the end writes nothing, and neither does the end of the answers")
  func declined() async throws {
    let site = try site()
    let (outcome, _) = try await run(request("it stays", in: site), answers: ["", "no"])
    guard case .declined = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(await refusal(request("it stays", in: site), answers: []).contains("the answers ended before date"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
  }

  @Test("who is anonymous speaks on background, and a reason is asked for")
  func anonymous() async throws {
    let site = try site()
    _ = try await run(
      request("not move", in: site, fields: ["who": "official", "issue": "inspections", "stance": "refuse"]),
      answers: ["2", "", "the talks: confidential", ""])
    #expect(
      site.text(of: Self.path)?.contains(
        "source: courier-0305\n    attribution: background\n    anonymity_reason: \"the talks: confidential\"\n")
        == true)
    #expect(try await site.build().transcript == "")
  }

  @Test("a dry run gives the block, and writes nothing")
  func dryRun() async throws {
    let site = try site()
    var request = request("it fell", in: site)
    request.isDryRun = true
    guard case .composed(let block, _) = try await run(request).0 else {
      Issue.record("written")
      return
    }
    #expect(block.hasPrefix("  - who: vale\n") && block.contains("quote: it fell"))
    #expect(site.text(of: Self.path) == HarbourStory.positions)
  }

  @Test("a list written in a way that cannot be added to is left alone, and the block printed")
  func notPlaced() async throws {
    let site = try site()
    let text = HarbourStory.positions.replacing("positions:\n", with: "unknown_key: &p\n").replacing(
      "expectations:\n", with: "positions: *p\nexpectations:\n")
    try site.write(text, to: Self.path)
    let refused = await refusal(request("it stays", in: site))
    #expect(refused.contains("“positions” is written in a way that nothing can be added to it safely"))
    #expect(refused.contains("quote: \"The tariff — #1: it stays\""))
    #expect(site.text(of: Self.path) == text)
  }

  @Test("a place where the position would change what another value says is no place")
  func changesAnother() async throws {
    let head = HarbourStory.positions.components(separatedBy: "positions:\n")[0]
    let text = head + "\nknown:\n  - |+\n    All of the lines below are part of this.\n\n"
    let site = try site { $0[Self.path] = text }
    #expect(await refusal(request("it stays", in: site)).contains("nothing can be added to it safely"))
    #expect(site.text(of: Self.path) == text)
    try site.write(text + "unknown: []\n", to: Self.path)
    _ = try await run(request("it stays", in: site))
    #expect(site.text(of: Self.path)?.hasPrefix(text + "unknown: []\n\npositions:\n  - who: vale\n") == true)
  }

  @Test("nothing in an article turns the direction of a terminal, or of the positions file")
  func controlCharacters() async throws {
    let path = "Content/harbour/articles/courier-0306.md"
    let site = try site {
      $0[path] = "---\ntitle: A\npublished: 2031-03-06\n---\n\nVale said: “No \u{202E}ship, ever.”\n"
    }
    let (_, told) = try await run(request("ever", article: "harbour/courier-0306", in: site))
    #expect(!told.unicodeScalars.contains("\u{202E}"))
    #expect(site.text(of: Self.path)?.contains("quote: \"No \\u202Eship, ever.\"") == true)
    #expect(try await site.build().transcript == "")
    try site.write("---\ntitle: A\n---\n\n\u{1B}[31mever\n", to: path)
    let refused = await refusal(request("ever", article: "harbour/courier-0306", in: site))
    #expect(refused.contains("courier-0306.md:5:1: error:"))
  }

  @Test("mistakes that are there already are no hindrance, a file that is no YAML is")
  func mistakes() async throws {
    let site = try site { $0[Self.path] = HarbourStory.positions.replacing("stance: first", with: "stance: frist") }
    _ = try await run(request("it stays", in: site))
    try site.write("positions: [", to: Self.path)
    #expect(await refusal(request("it stays", in: site)).contains("error:"))
    #expect(site.text(of: Self.path) == "positions: [")
  }

  @Test("a file changed between question and answer is not written over")
  func changedMeanwhile() async throws {
    let site = try site()
    let file = site.folder.appendingPathComponent(Self.path)
    let conversation = Conversation(
      show: { _ in },
      answer: { prompt in
        if prompt.contains("Write it") { try? Data((HarbourStory.positions + "# mine\n").utf8).write(to: file) }
        return ""
      })
    await #expect(throws: ScaffoldError.self) {
      _ = try await NewPosition(request("it stays", in: site)).run(conversation)
    }
    #expect(site.text(of: Self.path) == HarbourStory.positions + "# mine\n")
  }
}
