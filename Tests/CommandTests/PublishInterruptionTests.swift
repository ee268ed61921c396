import Foundation
import TestSupport
import Testing

/// A publish that breaks off leaves readers something whole wherever that is possible, says what, and is completed by
/// the next.
@Suite(.enabled(if: PublishedSite.programsAreThere, "Scripts/setup-tests installs them"))
struct PublishInterruptionTests {
  @Test(
    "an upload that breaks off at any call says where readers are, and the next publish completes it",
    arguments: [PublishedSite.Kind.rsync, .rclone])
  func breaksOff(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    let program = kind.rawValue
    // The call that breaks off does a part of its work, if it is to upload files.
    let fakes = try target.fake(
      program,
      """
      n=$(($(cat "$STATE" 2>/dev/null || echo 0) + 1))
      echo $n >"$STATE"
      [ $n -eq "$BREAK_AT" ] || exec $REAL "$@"
      case "$*" in *--files-from*) head -c 60 | $REAL "$@" >/dev/null 2>&1 ;; esac
      echo 'the line is dead' >&2
      kill -9 $$
      """)
    #expect(try await target.publish().status == 0)
    try await target.putForeign("mine", at: "about/mine.txt")
    var broken = 0
    for call in 1...20 {
      let old = try await target.published()
      try target.change(to: call)
      try? FileManager.default.removeItem(atPath: target.path + "/state")
      let result = try await target.publish(environment: fakes.merging(["BREAK_AT": "\(call)"]) { first, _ in first })
      if result.status == 0 { break }
      broken += 1
      #expect(result.status == 3)
      #expect(result.errors.contains(" failed: \(program) ended with status 137 (signal 9)\n  ran: \(program) "))
      #expect(result.errors.contains("\n  | the line is dead\n"))
      let now = try await target.published()
      if result.errors.contains("nothing was changed") || result.errors.contains("whole and unchanged") {
        #expect(now == old)
      } else if result.errors.contains("the old pages are up") {
        for (path, data) in old where path.hasSuffix(".html") { #expect(now[path] == data, "\(call): \(path)") }
      } else if result.errors.contains("the new site is up, whole") {
        for (path, data) in target.output() { #expect(now[path] == data, "\(call): \(path)") }
      } else {
        #expect(result.errors.contains("all that pages use is up"), "\(result.errors)")
      }
      let completed = try await target.publish()
      #expect(completed.status == 0, "\(completed.errors)")
      #expect(try await target.published() == target.output(with: ["about/mine.txt": "mine"]))
    }
    #expect(broken >= 6, "every step of an upload is met")
  }

  @Test(
    "a publish killed at random moments is completed by the next; a folder or a branch is the old site or the new one",
    arguments: PublishedSite.Kind.allCases)
  func killed(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    var random = SplitMix(seed: 20_310_116)
    #expect(try await target.publish().status == 0)
    for version in 1...6 {
      let old = try await target.published()
      try target.change(to: version)
      let end = Date() + Double.random(in: 0.05...0.5, using: &random)
      try target.publishAndKill { Date() > end }
      if kind == .directory || kind == .git {
        let now = try await target.published()
        #expect(now == old || now == target.output(), "version \(version)")
      }
      if version % 2 == 0 { try target.change(to: version + 100) }
      let result = try await target.publish()
      #expect(result.status == 0, "\(result.errors)")
      #expect(try await target.published() == target.output())
    }
  }

  @Test("what a killed publish had started keeps the next one waiting until it has ended")
  func orphan() async throws {
    let target = try await PublishedSite(.rsync)
    let fakes = try target.fake(
      "rsync", #"case "$*" in *--files-from*) touch "$STATE" && sleep 2 ;; esac; exec $REAL "$@""#)
    try target.publishAndKill(environment: fakes) {
      FileManager.default.fileExists(atPath: target.path + "/state")
    }
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("waiting for it"))
    #expect(try await target.published() == target.output())
  }

  @Test("what the machine lacks is told, and how to get it", arguments: ["git", "rsync", "rclone"])
  func missing(program: String) async throws {
    let target = try await PublishedSite(try #require(PublishedSite.Kind(rawValue: program)))
    let result = try await target.publish(environment: ["PATH": target.path])
    #expect(result.status == 3)
    #expect(
      result.errors.hasSuffix(
        """
        dateline: looking at what is there failed: \(program) is not installed
          nothing was changed, neither here nor there
          = on Debian and Ubuntu: sudo apt-get install \(program); on macOS: brew install \(program)

        """))
  }

  @Test("a server that is not there is told in the program's own words", arguments: ["rsync://127.0.0.1:1/site"])
  func noServer(address: String) async throws {
    let target = try await PublishedSite(.rsync, target: "{kind: rsync, to: \"\(address)\"}")
    let result = try await target.publish()
    #expect(result.status == 3)
    #expect(result.errors.contains("looking at what is there failed: rsync ended with status 10"))
    #expect(result.errors.contains("Connection refused"))
    #expect(result.errors.contains("nothing was changed, neither here nor there"))
  }
}

extension PublishedSite {
  /// Changes a page, an asset and which pages there are.
  fileprivate func change(to version: Int) throws {
    try site.write("# About, version \(version)\n", to: "Content/about.md")
    try site.write("photo \(version)", to: "Content/photo.bin")
    try? FileManager.default.removeItem(atPath: path + "/Content/news/v\(version - 1).md")
    try site.write("# Version \(version)\n", to: "Content/news/v\(version).md")
  }

  /// What the build made, and files beside it.
  fileprivate func output(with others: [String: String]) -> [String: Data] {
    output().merging(others.mapValues { Data($0.utf8) }) { _, new in new }
  }

  /// Runs `dateline publish` and kills it without a warning as soon as `isTime`.
  fileprivate func publishAndKill(environment: [String: String] = [:], _ isTime: () -> Bool) throws {
    let process = Process()
    process.executableURL = try Command.executable()
    process.arguments = ["publish"]
    process.currentDirectoryURL = site.folder
    process.environment = ProcessInfo.processInfo.environment.merging(Self.gitEnvironment) { _, new in new }
      .merging(environment) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !isTime() { Thread.sleep(forTimeInterval: 0.01) }
    // Its end is not waited for: Foundation waits for what it started, too.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}
