/// A text that is no expression, but a date as people write one every day: what it would be as an expression.
///
/// No expression is ever read this way: it makes the advice that goes with the refusal of one, and what an import may
/// take a cell of a spreadsheet for.
struct EverydayDate {
  private let text: String
  /// What it can mean, as expressions: one, or two where day and month cannot be told apart.
  let readings: [String]

  /// Recognises a text; `nil` where it is nothing that a date would be made of.
  init?(_ bytes: [UInt8]) {
    // Longer texts are sentences, not dates.
    guard bytes.count <= 64 else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
    // A dash parts two dates where there is space around it, or where it is longer than a hyphen.
    let words = text.lowercased().split { $0 == " " || $0 == "," }.flatMap(Self.splitAtDashes).map(String.init)
    guard let readings = Self.readings(of: words[...]), readings != [text] else { return nil }
    self.readings = readings
  }

  /// The refusal with advice in place of what the parser made of the text.
  func advice(for error: EDTFError) -> EDTFError {
    let range = 0..<text.utf8.count
    let parsed = readings.map { reading in
      Result { () throws(EDTFError) in try EDTFParser(Array(reading.utf8)).content() }.map { (reading, $0) }
    }
    let valid = parsed.compactMap { try? $0.get() }
    guard let (reading, content) = valid.first else {
      guard case .failure(let inner)? = parsed.first else { return error }
      return EDTFError(inner.message, range, help: inner.help)
    }
    let help: String =
      if valid.count > 1 {
        "write "
          + valid.map { "\($0.0) for \(EDTFWords(.english, .long).words(for: $0.1))" }.joined(separator: " or ")
      } else if case .date = content, text.utf8.contains(UInt8(ascii: "/")) {
        "write \(reading); a “/” joins the two ends of an interval"
      } else {
        "write \(reading)"
      }
    return EDTFError("“\(text)” is not how a date is written here", range, help: help)
  }

  private static func splitAtDashes(_ word: Substring) -> [Substring] {
    if word == "-" { return ["to"] }
    let days = word.split(separator: "-", omittingEmptySubsequences: false)
    if days.count == 2, days.allSatisfy({ 1...2 ~= $0.count && Int($0) != nil }) { return [days[0], "to", days[1]] }
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "—" }
    return Array(parts.map { [$0] }.joined(separator: ["to"])).filter { !$0.isEmpty }
  }

  /// The readings of words that may hold two dates, or say that one of the ends is open.
  private static func readings(of words: ArraySlice<String>) -> [String]? {
    guard let first = words.first else { return nil }
    let rest = words.dropFirst()
    switch first {
    case "unknown", "undated", "tba", "tbd": return rest.isEmpty ? ["XXXX"] : nil
    case "before", "by": return open("[..", rest, "]")
    case "until", "till": return open("../", rest, "")
    case "after": return open("[", rest, "..]")
    case "since": return open("", rest, "/..")
    case "between": return pair(rest, at: ["and"], "", "/", "")
    case "from": return pair(rest, at: ["to", "until", "till"], "", "/", "") ?? open("", rest, "/..")
    default:
      return pair(words, at: ["to", "until", "till"], "", "/", "") ?? pair(words, at: ["or"], "[", ",", "]")
        ?? single(words)
    }
  }

  private static func open(_ before: String, _ words: ArraySlice<String>, _ after: String) -> [String]? {
    single(words)?.map { before + $0 + after }
  }

  private static func pair(
    _ words: ArraySlice<String>, at joints: [String], _ before: String, _ joint: String, _ after: String
  ) -> [String]? {
    guard let index = words.firstIndex(where: joints.contains) else { return nil }
    let tail = words[(index + 1)...]
    if tail.count == 1, ["now", "today", "present"].contains(tail.first) { return open("", words[..<index], "/..") }
    return pair(words[..<index], tail).map { [before + $0.first + joint + $0.last + after] }
  }
}
