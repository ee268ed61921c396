import EDTF
import Testing

@Suite("Refusals")
struct AdviceTests {
  private func refusal(_ text: String) -> EDTFError? {
    do throws(EDTFError) {
      _ = try EDTFDate(parsing: text)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "a date as people write it is answered with the expression",
    arguments: [
      ("12 Feb 2019", "write 2019-02-12"),
      ("12 February 2019", "write 2019-02-12"),
      ("12th Feb. 2019", "write 2019-02-12"),
      ("Feb 12, 2019", "write 2019-02-12"),
      ("Tuesday, 12 February 2019", "write 2019-02-12"),
      ("12-Feb-2019", "write 2019-02-12"),
      ("2019-2-12", "write 2019-02-12"),
      ("2019.02.12", "write 2019-02-12"),
      ("2019/02/12", "write 2019-02-12; a “/” joins the two ends of an interval"),
      ("2019/02", "write 2019-02; a “/” joins the two ends of an interval"),
      ("2019/20", "write 2019/2020"),
      ("2019–2020", "write 2019/2020"),
      ("20190212", "write 2019-02-12"),
      ("13-02-2019", "write 2019-02-13"),
      ("02/13/2019", "write 2019-02-13; a “/” joins the two ends of an interval"),
      ("02-12-2019", "write 2019-12-02 for 2 December 2019 or 2019-02-12 for 12 February 2019"),
      ("02-02-2019", "write 2019-02-02"),
      ("Feb 2019", "write 2019-02"),
      ("fall 2019", "write 2019-23"),
      ("c. 2019", "write 2019~"),
      ("c.2019", "write 2019~"),
      ("~2019", nil),
      ("about Feb 2019", "write 2019-02~"),
      ("probably 2019", "write 2019?"),
      ("the 1990s", "write 199X"),
      ("unknown", "write XXXX"),
      ("2019-02-12 to 2019-02-13", "write 2019-02-12/2019-02-13"),
      ("2019-02-12 - 2019-02-13", "write 2019-02-12/2019-02-13"),
      ("2019-02-12 – 2019-02-13", "write 2019-02-12/2019-02-13"),
      ("27–28 February 2019", "write 2019-02-27/2019-02-28"),
      ("27-28 February 2019", "write 2019-02-27/2019-02-28"),
      ("February 27-28, 2019", "write 2019-02-27/2019-02-28"),
      ("28 February to 2 March 2019", "write 2019-02-28/2019-03-02"),
      ("May to June 2019", "write 2019-05/2019-06"),
      ("between 2016 and 2018", "write 2016/2018"),
      ("2016 to present", "write 2016/.."),
      ("since May 2016", "write 2016-05/.."),
      ("until 2016", "write ../2016"),
      ("before 3 Dec 1760", "write [..1760-12-03]"),
      ("after 1760", "write [1760..]"),
      ("1667 or Dec 1672", "write [1667,1672-12]"),
      ("2019-02-12 10:30", "write 2019-02-12T10:30:00"),
    ] as [(String, String?)])
  func everyday(_ text: String, _ help: String?) {
    #expect(refusal(text)?.help == help, "\(text): \(refusal(text)?.message ?? "accepted")")
    guard let help else { return }
    let expression = help.dropFirst("write ".count).prefix { $0 != ";" && $0 != " " }
    #expect(refusal(String(expression)) == nil)
  }

  @Test(
    "a mistake is named, where it is",
    arguments: [
      ("", "a date is expected, and there is nothing", 0..<0),
      ("2019-02-30", "February 2019 has 28 days", 8..<10),
      ("30 Feb 2019", "February 2019 has 28 days", 0..<11),
      ("2020-02-30", "February 2020 has 29 days", 8..<10),
      ("2019-02-12/2019-02-31", "February 2019 has 28 days", 19..<21),
      ("2019-13-02", "there is no month 13", 5..<7),
      ("2019-02-00", "there is no day 00", 8..<10),
      ("12345", "a year has four digits", 0..<5),
      ("-0000", "there is no year -0000", 0..<5),
      ("2019-02-12?~", "a part of a date has one qualifier before it and one after it at most", 10..<12),
      ("2019-02-12/2019-02-11", "the interval ends before it starts", 0..<21),
      ("[1672..1667]", "the range ends before it starts", 1..<11),
      ("2016/2017/2018", "an interval has two ends, joined by one “/”", 9..<10),
      ("../..", "an interval has a date at one end at least", 0..<5),
      ("/", "an interval has a date at one end at least", 0..<1),
      ("2012-21/2012-22", "a season cannot be the end of an interval", 0..<7),
      ("2012/2013-01-01T10:00:00", "a time cannot be the end of an interval", 5..<24),
      ("2012-21-03", "a season has no days", 8..<10),
      ("[1999}", "a set that begins with “[” ends with “]”", 5..<6),
      ("[1999,]", "a date of the set is missing", 5..<6),
      ("{}", "a date of the set is missing", 0..<1),
      ("[1999..,2000]", "only the last date of a set can be open at its end", 1..<7),
      ("[1999,..2000]", "only the first date of a set can be open at its start", 6..<12),
      ("2016-05-02T16:54", "a second of two digits is missing in the time", 16..<16),
      ("2016-05-02T24:00:01", "a day ends at 24:00:00", 11..<19),
      ("2016-05-02T25:00:00", "an hour is 24 at most", 11..<13),
      ("2016-05-02T01:01:60", "a second is 59 at most", 17..<19),
      ("2016-05-02T12:00:00-00:00", "there is no offset of minus zero", 19..<25),
      ("2016-05-02T12:00:00-12:01", "an offset is -12:00 to +14:00", 19..<25),
      ("2016-05T12:00:00", "a time follows a whole date", 8..<16),
      ("2016-05-02T12:00:00?", "a date with a time cannot be uncertain or approximate", 10..<20),
      ("Y9999", "a year after “Y” has five digits or more, and does not begin with 0", 0..<5),
    ])
  func mistakes(_ text: String, _ message: String, _ range: Range<Int>) {
    #expect(refusal(text)?.message == message)
    #expect(refusal(text)?.range == range)
  }

  @Test(
    "what is outside the subset is refused by its name",
    arguments: [
      ("Y17E7", "exponential years"),
      ("1950S2", "significant digits"),
      ("Y17101000S3", "significant digits"),
      ("2001-25", "seasons 25–41"),
      ("2001-41", "seasons 25–41"),
      ("156X-12-31", "unspecified digits before specified ones"),
      ("1XX3", "unspecified digits before specified ones"),
      ("2016-XX-05", "unspecified digits before specified ones"),
      ("15XX-X2", "unspecified digits before specified ones"),
      ("2016-1X", "months and days with one unspecified digit"),
      ("19", "centuries in two digits"),
      ("19~", "centuries in two digits"),
      ("193", "decades in three digits"),
      ("-193", "decades in three digits"),
      ("Y1234567890123456", "years of more than 15 digits"),
      ("Y12345-05", "months in years of five digits or more"),
      ("Y1234X", "unspecified digits in years of five digits or more"),
    ])
  func unsupported(_ text: String, _ feature: String) {
    #expect(refusal(text)?.message == "\(feature) are not understood here")
  }

  @Test(
    "a date as people write one has its meanings, the one with the day first before the one with the month first",
    arguments: [
      ("2019-02~", ["2019-02~"]), ("12 February 2019", ["2019-02-12"]), ("Feb 2019", ["2019-02"]),
      ("circa 1450", ["1450~"]), ("03/04/2019", ["2019-04-03", "2019-03-04"]), ("13.4.2019", ["2019-04-13"]),
      ("27 to 28 February 2019", ["2019-02-27/2019-02-28"]), ("someday", []), ("", []), ("31 February 2019", []),
    ])
  func meanings(_ text: String, _ dates: [String]) {
    #expect(EDTFDate.meanings(of: text).map(\.text) == dates)
  }
}
