import EDTF
import Testing

@Suite("Days")
struct DayTests {
  @Test("days of ten thousand years follow each other and come back as the same parts")
  func roundTrip() throws {
    var ordinal = try #require(Day(year: -5000, month: 1, day: 1)).ordinal
    var mismatches = 0
    for year in -5000...5000 {
      for month in 1...12 {
        for number in 1...Day.length(ofMonth: month, year: year) {
          let day = Day(year: year, month: month, day: number)
          if day?.ordinal != ordinal || Day(ordinal: ordinal).parts != (year, month, number) { mismatches += 1 }
          ordinal += 1
        }
      }
    }
    #expect(mismatches == 0)
  }

  @Test("known days have their known numbers")
  func known() {
    #expect(Day("1970-01-01")?.ordinal == 0)
    #expect(Day("2000-03-01")?.ordinal == 11_017)
    #expect(Day("1969-12-31")?.ordinal == -1)
  }

  @Test(
    "leap years are those of Gregory", arguments: [(2019, 28), (2020, 29), (1900, 28), (2000, 29), (0, 29), (-4, 29)])
  func leapYears(_ year: Int, _ length: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == length)
    #expect(Day(year: year, month: 2, day: length) != nil)
    #expect(Day(year: year, month: 2, day: length + 1) == nil)
  }

  @Test("what is no day is none")
  func none() {
    #expect(Day(year: 2019, month: 0, day: 1) == nil)
    #expect(Day(year: 2019, month: 13, day: 1) == nil)
    #expect(Day(year: 2019, month: 1, day: 0) == nil)
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day(year: .min, month: 1, day: 1) == nil)
    for text in ["", "2019-2-12", "2019-02-30", "2019/02/12", "２０１９-02-12", "2019-02-12 ", "+019-02-12"] {
      #expect(Day(text) == nil, "\(text)")
    }
  }

  @Test("the days at the ends of time are still days")
  func extremes() {
    #expect(Day(ordinal: .max) > Day(ordinal: .min))
    #expect(!Day(ordinal: .max).description.isEmpty)
    #expect(!Day(ordinal: .min).description.isEmpty)
    #expect(!Day(ordinal: .max).words().isEmpty)
    #expect(!Day(ordinal: .min).words().isEmpty)
  }
}
