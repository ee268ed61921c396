import EDTF
import Testing

@Suite("Dates in words")
struct WordsTests {
  @Test(
    "a date is said in words, long and short",
    arguments: [
      ("2019-02-12", "12 February 2019", "12 Feb 2019"),
      ("2019-02-12~", "about 12 February 2019", "c. 12 Feb 2019"),
      ("2019-02-12?", "12 February 2019 (uncertain)", "12 Feb 2019?"),
      ("2019-02-12%", "about 12 February 2019 (uncertain)", "c. 12 Feb 2019?"),
      ("2019-02", "February 2019", "Feb 2019"),
      ("2019-02~", "about February 2019", "c. Feb 2019"),
      ("2019", "2019", "2019"),
      ("2019-21", "spring 2019", "spring 2019"),
      ("2019-24?", "winter 2019 (uncertain)", "winter 2019?"),
      ("2019-02-27/2019-02-28", "27–28 February 2019", "27–28 Feb 2019"),
      ("2019-02-28/2019-03-02", "28 February – 2 March 2019", "28 Feb – 2 Mar 2019"),
      ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019", "30 Dec 2018 – 2 Jan 2019"),
      ("2019-02-12/2019-02-12", "12 February 2019", "12 Feb 2019"),
      ("2019-02/2019-04", "February–April 2019", "Feb–Apr 2019"),
      ("2018-02/2019-04", "February 2018 – April 2019", "Feb 2018 – Apr 2019"),
      ("1980/1994", "1980–1994", "1980–1994"),
      ("1980?/1994~", "1980 (uncertain) – about 1994", "1980? – c. 1994"),
      ("2004-06-~01/2004-06-~20", "about 1 June 2004 – about 20 June 2004", "c. 1 Jun 2004 – c. 20 Jun 2004"),
      ("2004-06-XX/2004-07-03", "some day in June 2004 – 3 July 2004", "Jun 2004 – 3 Jul 2004"),
      ("2004-02-01/2005", "1 February 2004 – 2005", "1 Feb 2004 – 2005"),
      ("[..1760-12-03]", "3 December 1760 or earlier", "3 Dec 1760 or earlier"),
      ("[2018-23..]", "autumn 2018 or later", "autumn 2018 or later"),
      ("{..1760}", "until 1760", "until 1760"),
      ("{1760..}", "from 1760", "from 1760"),
      ("[1667,1672-12]", "1667 or December 1672", "1667 or Dec 1672"),
      ("[1667,1669,1672-12]", "1667, 1669 or December 1672", "1667, 1669 or Dec 1672"),
      ("{1667, 1670..1672}", "1667 and 1670–1672", "1667 and 1670–1672"),
      ("2016-05-31/..", "from 31 May 2016", "from 31 May 2016"),
      ("../2016", "until 2016", "until 2016"),
      ("2016-05/", "from May 2016, end unknown", "from May 2016, end unknown"),
      ("/2016-05", "until May 2016, start unknown", "until May 2016, start unknown"),
      ("2019-02-XX", "some day in February 2019", "Feb 2019"),
      ("2019-XX", "some month in 2019", "2019"),
      ("2019-XX-XX", "some day in 2019", "2019"),
      ("199X", "the 1990s", "the 1990s"),
      ("199X-XX", "some month in the 1990s", "the 1990s"),
      ("19XX~", "about 1900–1999", "c. 1900–1999"),
      ("XXXX", "a year unknown", "a year unknown"),
      ("XXXX-XX-XX", "a year unknown", "a year unknown"),
      ("0409", "AD 409", "AD 409"),
      ("0000", "1 BC", "1 BC"),
      ("-0002", "3 BC", "3 BC"),
      ("Y-17000", "17001 BC", "17001 BC"),
      ("Y170002", "170002", "170002"),
      ("2016-05-02T16:54:00", "2 May 2016, 16:54", "2 May 2016, 16:54"),
      ("2016-05-02T16:54:59Z", "2 May 2016, 16:54:59 UTC", "2 May 2016, 16:54:59 UTC"),
      ("2016-05-02T16:54:00-0330", "2 May 2016, 16:54 UTC-03:30", "2 May 2016, 16:54 UTC-03:30"),
      ("2004?-06-~11", "about 11 June 2004 (year uncertain)", "c. 11 Jun 2004?"),
      ("2001~-09", "September 2001 (year approximate)", "c. Sep 2001"),
      ("2001-?21", "spring 2001 (season uncertain)", "spring 2001?"),
    ])
  func table(_ text: String, _ long: String, _ short: String) throws {
    let date = try EDTFDate(parsing: text)
    #expect(date.words() == long)
    #expect(date.words(.short) == short)
  }

  @Test(
    "where the year stands elsewhere it is left out",
    arguments: [
      ("2019-02-12~", "c. 12 Feb"), ("2019-02", "Feb"), ("2019", "2019"), ("2019-02-28/2019-03-02", "28 Feb – 2 Mar"),
      ("2019-02-XX", "Feb"),
    ])
  func yearless(_ text: String, _ words: String) throws {
    #expect(try EDTFDate(parsing: text).words(.yearless) == words)
  }

  @Test("another language needs another table and nothing else")
  func german() throws {
    var german = DateWords.english
    german.months[1] = "Februar"
    german.seasons[0] = "Frühling"
    german.dayOfMonth = { "\($0). \($1)" }
    german.about = { date, _ in "um den \(date)" }
    german.range = { "\($0) bis \($1)" }
    #expect(try EDTFDate(parsing: "2019-02-12~").words(in: german) == "um den 12. Februar 2019")
    #expect(try EDTFDate(parsing: "2019-02-12/2019-02-13").words(in: german) == "12 bis 13. Februar 2019")
    #expect(try EDTFDate(parsing: "2019-21").words(in: german) == "Frühling 2019")
  }

  @Test("a day is said like a date")
  func day() {
    #expect(Day(year: 2019, month: 2, day: 12)?.words() == "12 February 2019")
    #expect(Day(year: 2019, month: 2, day: 12)?.words(.short) == "12 Feb 2019")
  }

  @Test(
    "HTML is given what it can hold and the date says",
    arguments: [
      ("2019-02-12", "2019-02-12"), ("2019-02", "2019-02"), ("2019", "2019"), ("0409", "0409"), ("Y12345", "12345"),
      ("2016-05-02T16:54:59.0420+0230", "2016-05-02T16:54:59.042+02:30"),
      ("2016-05-02T16:54:59Z", "2016-05-02T16:54:59Z"),
      ("2016-05-02T24:00:00", "2016-05-02"),
      ("2019-02-12~", nil), ("2019?", nil), ("2019-02-XX", nil), ("199X", nil), ("2019-21", nil), ("0000", nil),
      ("-0002", nil), ("2019/2020", nil), ("[2019]", nil), ("2019-02-12/..", nil),
    ] as [(String, String?)])
  func html(_ text: String, _ value: String?) throws {
    #expect(try EDTFDate(parsing: text).htmlDateTime == value)
  }
}
