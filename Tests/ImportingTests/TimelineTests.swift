import Diagnostics
import Testing
import TestSupport

@testable import Importing

@Suite("A timeline as a story") struct TimelineTests {
  /// One slide, and what else the timeline has.
  private func timeline(_ slide: String, _ rest: String = "") -> Imported {
    Imported.timeline("{\"events\": [\(slide)]\(rest)}")
  }

  @Test("every field of the format goes where a reader finds it, or is listed")
  func everyField() throws {
    let imported = Imported.timeline(
      """
      {"title": {"text": {"headline": "The <b>Sound</b>", "text": "<p>How it began.</p>"},
                 "media": {"url": "https://e.org/harbour.jpg", "caption": "The harbour", "credit": "A. Photographer"}},
       "scale": "human",
       "events": [{
         "start_date": {"year": "2031", "month": "2", "day": 27, "hour": "14", "minute": "30", "second": "", "format": "x"},
         "text": {"headline": "Second talks", "text": "They <i>met</i> at https://e.org."},
         "media": {"url": "https://youtu.be/x", "caption": "A film", "credit": "Courier", "thumbnail": "https://e.org/t.png",
                   "alt": "Two boats", "title": "Boats", "link": "https://e.org/more", "link_target": "_blank"},
         "group": "Talks", "unique_id": "Talks Two", "autolink": false,
         "background": {"color": "#fff", "url": "https://e.org/b.jpg"}, "extra": {"a": [1, 2]}
       }],
       "eras": [{"start_date": {"year": "2030"}, "end_date": {"year": "2031"}, "text": {"headline": "The tariff"}}],
       "more": "x"}
      """)
    #expect(imported.transcript == "")
    let story = try #require(imported.story)
    #expect(story.title == "The Sound")
    #expect(
      story.text == """
        How it began.

        [The harbour](<https://e.org/harbour.jpg>) — A. Photographer

        ## Second talks

        [27 February 2031, 14:30](event:talks-two) · *Talks*

        They *met* at https://e.org.

        [A film](<https://youtu.be/x> "Two boats") — Courier — [e.org](<https://e.org/more>)

        """)
    #expect(
      story.lines(.events) == [
        "talks-two:", "  title: Second talks", "  date: 2031-02-27T14:30:00", "  status: completed",
        "  source: talks-two",
        "the-tariff:", "  title: The tariff", "  date: 2030/2031",
      ])
    #expect(
      story.lines(.sources) == [
        "the-sound:", "  title: The harbour", "  publisher: A. Photographer", "  url: https://e.org/harbour.jpg",
        "  kind: picture", "talks-two:", "  title: A film", "  publisher: Courier", "  url: https://youtu.be/x",
        "  kind: video",
      ])
    #expect(
      story.leftoverLines == [
        "the timeline: more: x", "the title slide: formatting of the headline: The <b>Sound</b>",
        "slide “Second talks”: unique_id: Talks Two became talks-two",
        "slide “Second talks”: media thumbnail: https://e.org/t.png", "slide “Second talks”: media title: Boats",
        "slide “Second talks”: start_date.format: x", "slide “Second talks”: media.link_target: _blank",
        "slide “Second talks”: autolink: ", "slide “Second talks”: background.color: #fff",
        "slide “Second talks”: background.url: https://e.org/b.jpg", "slide “Second talks”: extra.a: 1",
        "slide “Second talks”: extra.a: 2",
      ])
  }

  @Test(
    "dates become EDTF",
    arguments: [
      (#""start_date": {"year": 1963}"#, "date: \"1963\"", nil),
      (#""start_date": {"year": "1963", "month": "8"}"#, "date: 1963-08", nil),
      (#""start_date": {"year": "2,031", "month": "08", "day": "9"}"#, "date: 2031-08-09", nil),
      (#""start_date": {"year": "-44", "month": "3", "day": "15"}"#, "date: \"-0043-03-15\"", nil),
      (#""start_date": {"year": "900"}"#, "date: \"0900\"", nil),
      (#""start_date": {"year": "-12000"}"#, "date: Y-11999", nil),
      (#""start_date": {"year": "1943", "month": "7"}, "end_date": {"year": "1946"}"#, "date: 1943-07/1946", nil),
      (#""start_date": {"year": "1943"}, "end_date": {"year": "1943"}"#, "date: \"1943\"", nil),
      (
        #""start_date": {"year":2031,"month":2,"day":1,"hour":9}, "end_date": {"year":2031,"month":2,"day":2,"hour":17}"#,
        "date: 2031-02-01/2031-02-02", "note: 09:00–17:00"
      ),
      (
        #""start_date": {"year":2031,"month":2,"day":1,"hour":9,"minute":5,"second":7,"millisecond":250}"#,
        "date: 2031-02-01T09:05:07.250", nil
      ),
      (#""start_date": {"year": "1450"}, "display_date": "circa 1450""#, "date: 1450~", nil),
      (#""start_date": {"year": "2019", "month": "2", "display_date": "about February 2019"}"#, "date: 2019-02~", nil),
      (#""start_date": {"year": "2019", "month": "2"}, "display_date": "February 2019""#, "date: 2019-02", nil),
      (
        #""start_date": {"year": "1969", "month": "7"}, "display_date": "Summer of love""#, "date: 1969-07",
        "note: Summer of love"
      ),
      (
        #""start_date": {"year": "1969", "month": "7", "day": 3}, "display_date": "1969""#, "date: 1969-07-03",
        "note: \"1969\""
      ),
    ])
  func dates(date: String, line: String, note: String?) throws {
    let imported = timeline("{\(date), \"text\": {\"headline\": \"H\"}}")
    #expect(imported.transcript == "")
    let lines = try #require(imported.story).lines(.events).map(\.trimmed)
    #expect(lines.contains(line), "\(lines)")
    #expect(lines.first { $0.hasPrefix("note") } == note)
  }

  @Test(
    "words that mean another date than the slide has are listed; the event has the date, and the words as its note",
    arguments: [
      ("4 July 1969", true), ("circa 1970", true), ("1969", false), ("July 1969", false), ("Summer of love", false),
    ])
  func contradiction(words: String, isListed: Bool) throws {
    let date = #""start_date": {"year": "1969", "month": "7", "day": 3}"#
    let slide = "{\(date), \"display_date\": \"\(words)\", \"text\": {\"headline\": \"H\"}}"
    let story = try #require(timeline(slide).story)
    let lines = story.lines(.events).map(\.trimmed)
    #expect(lines.contains("date: 1969-07-03") && lines.contains { $0.hasPrefix("note: ") && $0.contains(words) })
    let listed = "slide “H”: display_date that means another date: “\(words)” for 1969-07-03; it is in the event's note"
    #expect(story.leftoverLines == (isListed ? [listed] : []))
  }

  @Test("what happens today or later is not over")
  func status() throws {
    for (day, isOver) in [("2031-05-31", true), ("2031-06-01", false), ("2031-07-01", false)] {
      let parts = day.split(separator: "-")
      let story = try #require(
        timeline("{\"start_date\": {\"year\": \(parts[0]), \"month\": \"\(parts[1])\", \"day\": \"\(parts[2])\"}}")
          .story)
      #expect(story.lines(.events).contains("  status: completed") == isOver)
    }
  }

  @Test("escapes of JSON are read: pairs of surrogates, slashes, line ends")
  func escapes() throws {
    let imported = timeline(
      #"{"start_date":{"year":2031},"text":{"headline":"\ud83d\ude00 a\/b \u00e9","text":"x\ny\u0000z"}}"#)
    let story = try #require(imported.story)
    #expect(story.lines(.events).contains("  title: 😀 a/b é"))
    #expect(story.text.contains("x yz"))
  }

  @Test("a byte order mark, CRLF and tabs are no hindrance")
  func bytes() throws {
    let json =
      "\u{FEFF}{\r\n\t\"events\":\t[\r\n\t\t{\"start_date\":{\"year\":\"2031\"},\r\n\t\t\"text\":{\"headline\":\"A\"}}\r\n\t]\r\n}\r\n"
    #expect(try #require(Imported.timeline(json).story).lines(.events).first == "a:")
  }

  @Test(
    "what cannot be imported is refused by name",
    arguments: [
      ("storyjsonp({\"events\": []})", "script"), ("var x = {\"events\": []}", "script"), ("[1]", "no-timeline"),
      ("", "no-timeline"), ("{\"event\": []}", "no-timeline"), ("{\"events\": {}}", "wrong-type"),
      ("{\"scale\": \"cosmological\", \"events\": []}", "cosmological-scale"),
      ("{\"scale\": \"dog\", \"events\": []}", "unknown-scale"),
      ("{\"events\": [{\"start_date\": {\"year\": \"-13800000000\"}}]}", "invalid-date"),
      ("{\"events\": [{\"start_date\": {\"year\": \"MMXX\"}}]}", "invalid-date"),
      ("{\"events\": [{\"start_date\": {\"year\": 2031, \"month\": 13}}]}", "invalid-date"),
      ("{\"events\": [{\"start_date\": {\"year\": 2031, \"month\": 2, \"day\": 30}}]}", "invalid-date"),
      ("{\"events\": [{\"start_date\": {\"month\": 13}}]}", "no-year"),
      ("{\"events\": [{\"start_date\": {\"year\": 2031}, \"end_date\": {\"year\": 2030}}]}", "invalid-date"),
      ("{\"events\": [], \"eras\": [{\"start_date\": {\"year\": 2031}}]}", "era-without-dates"),
    ])
  func refusals(json: String, id: String) {
    let imported = Imported.timeline(json)
    #expect(imported.story == nil)
    #expect(imported.findings == [id], "\(imported.transcript)")
  }

  @Test("a slide without a date keeps its text, and is named")
  func noDate() throws {
    let story = try #require(timeline(#"{"text": {"headline": "When?", "text": "Nobody knows."}}"#).story)
    #expect(story.lines(.events) == [])
    #expect(story.text == "## When?\n\nNobody knows.\n")
    #expect(story.leftoverLines == ["slide “When?”: a place in the timeline, for it has no date: "])
  }

  @Test("two slides of one headline have two ids, and one picture is one source")
  func twice() throws {
    let slide = #"{"start_date": {"year": 2031}, "text": {"headline": "A"}, "media": {"url": "https://e.org/a.png"}}"#
    let story = try #require(timeline(slide + "," + slide).story)
    #expect(story.entries[.events]?.map(\.id) == ["a", "a-2"])
    #expect(story.entries[.sources]?.map(\.id) == ["a"])
  }

  @Test("the JSON of versions 1 and 2 is read too")
  func oldJSON() throws {
    let imported = Imported.timeline(
      """
      {"timeline": {"headline": "The Sound", "type": "default", "text": "Then.", "startDate": "2030",
        "date": [{"startDate": "2031,2,27", "headline": "Talks", "text": "They met.", "tag": "T",
                  "asset": {"media": "https://e.org/a.png", "credit": "C", "caption": "P"}},
                 {"startDate": "12/31/2030", "endDate": "2031", "headline": "Before"}],
        "era": [{"startDate": "2030", "endDate": "2031", "headline": "Tariff"}]}}
      """)
    let story = try #require(imported.story)
    #expect(imported.transcript == "")
    #expect(story.title == "The Sound")
    #expect(
      story.lines(.events).map(\.trimmed).filter { $0.hasPrefix("date") } == [
        "date: 2031-02-27", "date: 2030-12-31/2031", "date: 2030/2031",
      ])
    #expect(story.text.contains("· *T*"))
  }

  @Test("the spreadsheet is read, with the headers of version 3 and of version 1, wherever its columns stand")
  func spreadsheet() throws {
    let new = """
      Headline,Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Text,Media,Media Credit,Media Caption,\
      Media Thumbnail,Alt Text,Type,Group,Background,Notes
      The Sound,,,,,,,,,,<p>Then.</p>,,,,,,title,,,
      Talks,2031,2,27,4:30 PM,,,,,,"They met,
      again.",https://e.org/a.png,C,P,https://e.org/t.png,Boats,,T,#fff,mine
      Tariff,2030,,,,2031,,,,,,,,,,,era,,,

      """
    let imported = Imported.timeline(new, named: "sheet.csv")
    #expect(imported.transcript == "")
    let story = try #require(imported.story)
    #expect(story.title == "The Sound")
    #expect(
      story.lines(.events) == [
        "talks:", "  title: Talks", "  date: 2031-02-27T16:30:00", "  status: completed", "  source: talks", "tariff:",
        "  title: Tariff", "  date: 2030/2031",
      ])
    #expect(story.text.contains("They met, again.") && story.text.contains("[P](<https://e.org/a.png> \"Boats\") — C"))
    #expect(
      story.leftoverLines == [
        "slide “Talks”: media thumbnail: https://e.org/t.png", "slide “Talks”: background: #fff",
        "slide “Talks”: Notes: mine",
      ])

    let old = "Start Date;End Date;Headline;Text;Media;Media Credit;Media Caption;Media Thumbnail;Type;Tag\r\n"
    let rows = "2/27/2031 16:30:00;;Talks;;;;;;;T\r\n2030;2031-02;Before;;;;;;;\r\n12/2030;;Month;;;;;;;\r\n"
    #expect(
      try #require(Imported.timeline(old + rows, named: "sheet.csv").story).lines(.events).map(\.trimmed)
        .filter { $0.hasPrefix("date") } == ["date: 2031-02-27T16:30:00", "date: 2030/2031-02", "date: 2030-12"])
  }

  @Test("all that is wrong with a spreadsheet is told at its cells")
  func spreadsheetMistakes() {
    let imported = Imported.timeline(
      "Year,Month,Time,Headline\nMM,1,,A\n2031,x,,B\n2031,1,25:00,C\n,3,,D\n", named: "s.csv")
    #expect(imported.diagnostics.all.map { $0.location?.text } == ["MM", "x", "25:00", "3"])
    #expect(Imported.timeline("a,b\n1,2\n", named: "s.csv").findings == ["no-timeline"])
  }

  @Test("any JSON is imported or refused")
  func fuzz() {
    var random = SplitMix(seed: 5)
    let parts = [
      "{", "}", "[", "]", ":", ",", "\"events\"", "\"start_date\"", "\"year\"", "\"2031\"", "\"text\"", "\"headline\"",
      "\"<b>x\"", "null", "1", "\"media\"", "\"url\"", "\"<iframe src=x\"", "\"title\"", "\\", "\"", "\u{1F600}", "\n",
      "-",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &random)]
      }.joined()
      _ = Imported.timeline(text)
      _ = Imported.timeline("{\"events\": [{\"start_date\": {\"year\": 2031}, " + text + "}]}")
    }
  }
}
