import Diagnostics
import Testing

@testable import Importing

@Suite("A spreadsheet as positions") struct SpreadsheetTests {
  @Test("a table made by hand, in its own words, becomes positions, speakers, questions, scales and sources")
  func byHand() throws {
    let imported = Imported.table(
      """
      Speaker;Party;Question;Position;Date;Quotation;Outlet;Link;Published;Role;Mood
      Ines Vale;The North;Will the harbour be opened?;Rules it out;14 January 2031;"No inspector, ""ever"".";The Courier;https://e.org/a;14/01/2031;envoy;grim
      Ines Vale;The North;Will the harbour be opened?;Yes;Feb 2031;Come in.;The Courier;https://e.org/b;2031-02-18;minister;
      Jon Reed;The South;will the harbour be opened?;rules it out;3/2/2031;Never.;The Courier;https://e.org/b;2031-02-18;;

      """)
    #expect(imported.transcript == "")
    let story = try #require(imported.story)
    #expect(
      story.positionLines == [
        "- who: ines-vale", "  issue: will-the-harbour-be-opened", "  stance: rules-it-out", "  date: 2031-01-14",
        "  quote: No inspector, \"ever\".", "  source: the-courier-2031-01-14", "  descriptor: envoy",
        "- who: ines-vale", "  issue: will-the-harbour-be-opened", "  stance: \"yes\"", "  date: 2031-02",
        "  quote: Come in.", "  source: the-courier-2031-02-18", "  descriptor: minister", "- who: jon-reed",
        "  issue: will-the-harbour-be-opened", "  stance: rules-it-out", "  date: 2031-02-03", "  quote: Never.",
        "  source: the-courier-2031-02-18",
      ])
    #expect(
      story.lines(.actors) == [
        "ines-vale:", "  name: Ines Vale", "  side: the-north", "jon-reed:", "  name: Jon Reed", "  side: the-south",
      ])
    #expect(
      story.lines(.issues) == [
        "will-the-harbour-be-opened:", "  question: Will the harbour be opened?", "  scale:",
        "    - {rules-it-out: Rules it out}", "    - {\"yes\": \"Yes\"}",
      ])
    #expect(
      story.lines(.sources).filter { $0.contains("url") || $0.contains("published") } == [
        "  url: https://e.org/a", "  published: 2031-01-14", "  url: https://e.org/b", "  published: 2031-02-18",
      ])
    #expect(story.leftoverLines == ["row 2: Mood: grim"])
    #expect(story.assumptions.count == 1)
  }

  @Test("quotes alone, with who, when and where, are enough")
  func least() throws {
    let story = try #require(
      Imported.table("who,date,quote,source\nInes Vale,2031-01-14,No.,The Courier\n").story)
    #expect(
      story.positionLines == [
        "- who: ines-vale", "  issue: positions", "  stance: unclear", "  date: 2031-01-14", "  quote: No.",
        "  source: the-courier-2031-01-14",
      ])
    #expect(story.assumptions.count == 2)
  }

  @Test("day and month are told apart by the other dates of the table, by the command, or not at all")
  func order() throws {
    let header = "who,date,quote,source\n"
    func dates(_ rows: String, _ order: DayOrder? = nil) -> [String]? {
      Imported.table(header + rows, order: order).story?.positionLines.filter { $0.hasPrefix("  date") }
    }
    #expect(dates("a,03/04/2031,q,s\na,13/04/2031,q,s\n") == ["  date: 2031-04-03", "  date: 2031-04-13"])
    #expect(dates("a,03/04/2031,q,s\na,04/13/2031,q,s\n") == ["  date: 2031-03-04", "  date: 2031-04-13"])
    #expect(dates("a,03/04/2031,q,s\n", .monthFirst) == ["  date: 2031-03-04"])
    let imported = Imported.table(header + "a,03/04/2031,q,s\n")
    #expect(imported.findings == ["ambiguous-date"])
    #expect(imported.diagnostics.all.first?.location?.text == "03/04/2031")
    #expect(imported.diagnostics.all.first?.help?.contains("--dates") == true)
  }

  @Test("what the table lacks is told at once, with what the columns may be called")
  func missingColumns() {
    let imported = Imported.table("quots,mood\nNo.,grim\n")
    #expect(imported.findings == Array(repeating: "missing-column", count: 4))
    #expect(imported.transcript.contains("is “quots” meant to be “quote”?"))
    #expect(Imported.table("who,date,quote,source\n,2031,q,s\nvale,2031,q,\n").findings == ["no-speaker", "no-source"])
  }

  @Test("formulas were guarded with an apostrophe, which is taken away again")
  func formulas() throws {
    let story = try #require(
      Imported.table("who,date,quote,source\nvale,2031,'=1+1,s\nvale,2032,'tis,s\nvale,2033,''@x,s\n").story)
    #expect(
      story.positionLines.filter { $0.contains("quote") } == [
        "  quote: =1+1", "  quote: \"'tis\"", "  quote: \"'@x\"",
      ])
  }

  @Test("a scale has seven levels at most")
  func tooManyAnswers() {
    let rows = (1...8).map { "vale,2031,q,s,harbour,answer \($0)\n" }.joined()
    #expect(Imported.table("who,date,quote,source,issue,stance\n" + rows).findings == ["scale-size"])
  }

  @Test("every column of positions.csv is understood, by one name each")
  func columns() {
    for column in PositionsColumn.allCases {
      #expect(PositionsColumn.named(column.rawValue, isOwn: true) == column)
      #expect(PositionsColumn.named(column.rawValue.uppercased().replacing("_", with: " "), isOwn: true) == column)
    }
    #expect(PositionsColumn.named("Role", isOwn: false) == .descriptor)
  }
}
