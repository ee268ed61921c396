import TestSupport
import Testing

@testable import Escaping

@Suite("Lines of iCalendar") struct ICalendarTests {
  @Test("any text comes back as it was, from lines of 75 octets at most that cut no character")
  func roundTrip() {
    var generator = SplitMix(seed: 5545)
    let pieces: [Unicode.Scalar] = [
      "a", " ", ",", ";", ":", "\\", "\n", "\t", "n", "é", "\u{301}", "한", "ع", "🎭", "\u{200D}", "\u{2028}", "\u{85}",
      "\u{FEFF}",
      "\u{10FFFF}",
    ]
    for length in 0..<300 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(pieces.randomElement(using: &generator) ?? "a") }
      let text = String(scalars)
      var out = ByteWriter()
      out.iCalendarText("SUMMARY", text)
      let read = ContentLines(out.bytes)
      #expect(read.longest <= 75 && read.areWhole)
      #expect(read.properties.map(\.value) == [Array(text.utf8)])
    }
  }

  @Test("a line of 75 octets is not folded, one of 76 is, and control characters are left out")
  func limits() {
    func line(_ text: String) -> String {
      var out = ByteWriter()
      out.iCalendarText("X", text)
      return out.string
    }
    #expect(line(String(repeating: "a", count: 73)) == "X:" + String(repeating: "a", count: 73) + "\r\n")
    #expect(line(String(repeating: "a", count: 74)) == "X:" + String(repeating: "a", count: 73) + "\r\n a\r\n")
    #expect(line("a\u{0}\u{7F}\r\nb") == "X:a\\nb\r\n")
  }
}
