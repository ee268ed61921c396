import EDTF
import TestSupport
import Testing

@Suite("What a date means")
struct EDTFDateTests {
  @Test(
    "the first and the last day that it can mean",
    arguments: [
      ("2019-02-12", "2019-02-12", "2019-02-12"),
      ("2019-02", "2019-02-01", "2019-02-28"),
      ("2020-02", "2020-02-01", "2020-02-29"),
      ("2019", "2019-01-01", "2019-12-31"),
      ("2019-02-XX", "2019-02-01", "2019-02-28"),
      ("2019-XX", "2019-01-01", "2019-12-31"),
      ("2019-XX-XX", "2019-01-01", "2019-12-31"),
      ("199X", "1990-01-01", "1999-12-31"),
      ("19XX-XX", "1900-01-01", "1999-12-31"),
      ("1XXX", "1000-01-01", "1999-12-31"),
      ("-19XX", "-1999-01-01", "-1900-12-31"),
      ("XXXX", nil, nil),
      ("XXXX-XX-XX", nil, nil),
      ("2019-21", "2019-03-01", "2019-05-31"),
      ("2019-22", "2019-06-01", "2019-08-31"),
      ("2019-23", "2019-09-01", "2019-11-30"),
      ("2019-24", "2019-12-01", "2020-02-29"),
      ("2019-02-27/2019-03", "2019-02-27", "2019-03-31"),
      ("2019/2019-06", "2019-01-01", "2019-06-30"),
      ("../2016", nil, "2016-12-31"),
      ("/2016", nil, "2016-12-31"),
      ("2016/..", "2016-01-01", nil),
      ("2016/", "2016-01-01", nil),
      ("[..1760-12-03]", nil, "1760-12-03"),
      ("[1760-12..]", "1760-12-01", nil),
      ("[1672-12, 1667]", "1667-01-01", "1672-12-31"),
      ("{1667, 1670..1672}", "1667-01-01", "1672-12-31"),
      ("2016-05-02T24:00:00", "2016-05-02", "2016-05-02"),
      ("2016-05-02T00:00:00+14:00", "2016-05-02", "2016-05-02"),
      ("Y-17000", "Y-17000-01-01", "Y-17000-12-31"),
      ("Y999999999999999", "Y999999999999999-01-01", "Y999999999999999-12-31"),
    ] as [(String, String?, String?)])
  func span(_ text: String, _ earliest: String?, _ latest: String?) throws {
    let date = try EDTFDate(parsing: text)
    #expect(date.text == text)
    #expect(date.earliest?.description == earliest)
    #expect(date.latest?.description == latest)
  }

  @Test("doubt and vagueness never move it", arguments: ["2019", "2019-02", "2019-02-12", "2019-24", "2019-02-XX"])
  func qualifiers(_ text: String) throws {
    let plain = try EDTFDate(parsing: text)
    for mark in ["?", "~", "%"] {
      let date = try EDTFDate(parsing: text + mark)
      #expect(date.sortKey == plain.sortKey)
      #expect(date.isUncertain == (mark != "~"))
      #expect(date.isApproximate == (mark != "?"))
      #expect(date != plain)
    }
    #expect(!plain.isUncertain)
    #expect(!plain.isApproximate)
  }

  @Test("a qualifier after a part is of all parts before it, one before a part of that part alone")
  func parts() throws {
    guard case .date(let date) = try EDTFDate(parsing: "2001-?09~-09").content else {
      Issue.record("not a single date")
      return
    }
    #expect(date.year.qualifier == .approximate)
    #expect(date.month?.qualifier == [.approximate, .uncertain])
    #expect(date.day?.qualifier == [])
  }

  @Test(
    "the precision is that of the last part that is given",
    arguments: [
      ("2016-05-02T16:54:59", .second), ("2016-05-02", .day), ("2016-05-XX", .month), ("2016-05", .month),
      ("2016-21", .season), ("2016-XX", .year), ("2016", .year), ("201X", .decade), ("20XX", .century),
      ("2XXX", .millennium), ("XXXX", .unknown), ("2016-05-02/2017", .year), ("2016-05-02/..", .day),
      ("[2016-05,2016-06-01]", .month),
    ] as [(String, PartialDate.Precision)])
  func precision(_ text: String, _ precision: PartialDate.Precision) throws {
    #expect(try EDTFDate(parsing: text).precision == precision)
  }

  @Test("the time of the day is kept")
  func time() throws {
    guard case .date(let date) = try EDTFDate(parsing: "2016-05-02T16:54:59.0429-0330").content else {
      Issue.record("not a single date")
      return
    }
    #expect(date.time?.hour == 16)
    #expect(date.time?.minute == 54)
    #expect(date.time?.second == 59)
    #expect(date.time?.millisecond == 42)
    #expect(date.time?.offset == -210)
  }

  @Test("an interval is one, a set is not")
  func isInterval() throws {
    #expect(try EDTFDate(parsing: "2016/2017").isInterval)
    #expect(try EDTFDate(parsing: "2016/..").isInterval)
    #expect(try !EDTFDate(parsing: "[2016..2017]").isInterval)
    #expect(try !EDTFDate(parsing: "2016").isInterval)
  }

  @Test("open starts come first, then earlier first days, then earlier last days")
  func order() throws {
    let texts = ["../2016", "XXXX", "2016-01-01", "2016-01", "2016", "2016/..", "2016-01-02"]
    let dates = try texts.map(EDTFDate.init(parsing:))
    for (index, date) in dates.enumerated() {
      #expect(!date.orderedBefore(date))
      for later in dates[(index + 1)...] {
        #expect(date.orderedBefore(later))
        #expect(!later.orderedBefore(date))
      }
    }
  }

  @Test("a set of forty days is read, and a text of a million bytes refused in no time")
  func long() throws {
    let members = Array(repeating: "2016-05-02", count: 40).joined(separator: ", ")
    let start = ContinuousClock.now
    #expect(try EDTFDate(parsing: "{\(members)}").day == Day("2016-05-02"))
    #expect(throws: EDTFError.self) { try EDTFDate(parsing: "{\(members), \(members)}") }
    for text in ["9", "X", "?", "..", "/", "-", "2016-", "[1,", "Y1", "é", "a b "] {
      let long = String(repeating: text, count: 1_000_000 / text.utf8.count)
      #expect(throws: EDTFError.self) { try EDTFDate(parsing: long) }
      #expect(throws: EDTFError.self) { try EDTFDate(parsing: "{\(long)}") }
    }
    #expect(ContinuousClock.now - start < .atMost(seconds: 30))
  }
}
