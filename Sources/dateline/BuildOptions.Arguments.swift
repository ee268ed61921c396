import EDTF
import Foundation
import Site

// What the commands that go through a whole site are told alike.

extension BuildOptions {
  /// The folder, and the options that `build`, `check` and `preview` share; to be read last, for any other word is an error.
  init(_ arguments: inout Arguments) throws(UsageError) {
    let baseURL = try arguments.value("--base-url")
    let edition = try Edition.named(in: &arguments)
    let jobs = try arguments.value("--jobs", "-j").map(Self.jobs) ?? ProcessInfo.processInfo.activeProcessorCount
    let includesDrafts = arguments.flag("--drafts")
    let includesFuture = arguments.flag("--future")
    let folder = try arguments.positional(most: 1).first ?? "."
    if let baseURL, !BuildOptions.isBaseURL(baseURL) {
      throw UsageError("“\(baseURL)” is not the address of a site; write it whole, such as https://example.org/news/")
    }
    self.init(folder: folder, edition: edition, jobs: jobs)
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
  }

  private static func jobs(_ text: String) throws(UsageError) -> Int {
    guard let jobs = Int(text), 1...256 ~= jobs else {
      throw UsageError("--jobs takes a number from 1 to 256, not “\(text)”")
    }
    return jobs
  }
}

extension Watchdog {
  /// The seconds that `--time-limit` gives a file.
  static func limit(in arguments: inout Arguments) throws(UsageError) -> Int {
    guard let text = try arguments.value("--time-limit") else { return patience }
    guard let seconds = Int(text), 1...3600 ~= seconds else {
      throw UsageError("--time-limit takes a number of seconds from 1 to 3600, not “\(text)”")
    }
    return seconds
  }
}

extension Edition {
  /// The day `--as-of` names, or `SOURCE_DATE_EPOCH` (reproducible-builds.org), or the clock's day in UTC.
  static func named(in arguments: inout Arguments) throws(UsageError) -> Edition {
    if let text = try arguments.value("--as-of") {
      guard let day = Day(text) else { throw UsageError("--as-of takes a day as YYYY-MM-DD, not “\(text)”") }
      return Edition(today: day, isPinned: true)
    }
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let seconds = Int(text) else {
        throw UsageError("SOURCE_DATE_EPOCH is “\(text)”, which is no number of seconds")
      }
      return Edition(today: Day(secondsSince1970: seconds), isPinned: true)
    }
    return Edition(today: currentDay, isPinned: false)
  }

  /// The clock's day in UTC.
  static var currentDay: Day { Day(secondsSince1970: Int(Date().timeIntervalSince1970.rounded(.down))) }
}

extension Day {
  /// The day in UTC that holds a moment of Unix time.
  fileprivate init(secondsSince1970 seconds: Int) {
    self.init(ordinal: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}

extension Duration {
  /// “340 ms”.
  var inMilliseconds: String {
    let (seconds, attoseconds) = components
    return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
  }

  /// “0.34 s”.
  var inSeconds: String {
    let (seconds, attoseconds) = components
    let hundredths = Int(attoseconds / 10_000_000_000_000_000)
    return "\(seconds).\(hundredths < 10 ? "0" : "")\(hundredths) s"
  }
}
