import Foundation
import TestSupport
import Testing

/// Builds that are killed (PRODUCT section 8).
@Suite struct KillTests {
  /// How many builds are killed: `DATELINE_KILLS`, or few.
  private static let kills = ProcessInfo.processInfo.environment["DATELINE_KILLS"].flatMap(Int.init) ?? 24

  @Test(
    "a build that is killed leaves every file whole, and the next command the old site or the new one, nothing else")
  func killed() async throws {
    let editions = try await TwoEditions(pages: 120)
    var random = SplitMix(seed: 8)
    try editions.write(0)
    #expect(try await editions.site.build().status == 0)
    #expect(editions.edition(of: editions.output) == 0)

    var (current, stayed, changed, done, torn) = (0, 0, 0, 0, 0)
    let length = try await editions.secondsOfBuild()
    for kill in 0..<Self.kills {
      try editions.write(1 - current)
      // Most of a build is over before anything is written: of every three, one is killed while it writes aside, and one
      // while it moves files into place.
      let (sign, most) = [(nil, length * 1.1), ("staged", 0.06), ("journal", 0.006)][kill % 3]
      let delay = Double.random(in: 0...most, using: &random)
      if try await editions.killBuild(after: delay, sinceThereIs: sign) { done += 1 }

      let left = editions.output
      #expect(editions.torn(in: left) == [])
      if editions.edition(of: left) == nil { torn += 1 }
      try await editions.runNextCommand()
      let edition = try #require(
        editions.edition(of: editions.output), "after kill \(kill), Output is neither the old site nor the new one")
      if edition == current { stayed += 1 } else { changed += 1 }
      current = edition
    }
    print(
      "\(Self.kills) builds killed: \(torn) in the middle of writing, \(done) done before; then the old site"
        + " \(stayed) times, the new one \(changed) times")
    try editions.write(1)
    #expect(try await editions.site.build().status == 0)
    #expect(editions.edition(of: editions.output) == 1)
  }
}

extension TwoEditions {
  /// How long a build takes.
  func secondsOfBuild() async throws -> Double {
    let start = ContinuousClock.now
    #expect(try await site.build("-o", "timed").status == 0)
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// Begins a build and kills it.
  ///
  /// - Parameters:
  ///   - delay: in seconds, from its start or from when there is the file `sign` of the build's own.
  /// - Returns: whether it was done before.
  func killBuild(after delay: Double, sinceThereIs sign: String?) async throws -> Bool {
    let process = Process()
    process.executableURL = try Command.executable()
    process.arguments = ["build"]
    process.currentDirectoryURL = site.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let sign {
      while process.isRunning, !site.contains("Output/.dateline/\(sign)") {
        try await Task.sleep(for: .microseconds(100))
      }
    }
    try await Task.sleep(for: .seconds(delay))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .exit
  }
}
