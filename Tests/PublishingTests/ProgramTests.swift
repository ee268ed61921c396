import Testing

@testable import Publishing

/// Other programs are run safely: git, rsync and rclone.
@Suite struct ProgramTests {
  @Test("both outputs are read at once, however much is written to either")
  func bothOutputs() throws {
    let script = "i=0; while [ $i -lt 40 ]; do head -c 20000 /dev/zero; head -c 20000 /dev/zero >&2; i=$((i+1)); done"
    let result = try Command("sh", ["-c", script]).run()
    #expect(result.output.count == 800_000)
    #expect(result.errors.utf8.count == 65_536)
  }

  @Test("arguments reach the program as they are, and no shell reads them")
  func arguments() throws {
    let words = ["$HOME", "`id`", "a b", "*", "'", "\"", "", "é;ls"]
    let result = try Command("printf", ["%s\\n"] + words).run()
    #expect(String(decoding: result.output, as: UTF8.self) == words.map { $0 + "\n" }.joined())
  }

  @Test("input is read by the program, be it long; without any, there is none to wait for")
  func input() throws {
    var command = Command("wc", ["-c"])
    command.input = [UInt8](repeating: 65, count: 1_000_000)
    #expect(String(decoding: try command.run().output, as: UTF8.self).contains("1000000"))
    #expect(try Command("cat", []).run().output == [])
  }

  @Test("variables can be set and unset")
  func environment() throws {
    var command = Command("sh", ["-c", "echo $DATELINE_A-${HOME-none}"])
    command.environment = ["DATELINE_A": "x", "HOME": nil]
    #expect(String(decoding: try command.run().output, as: UTF8.self) == "x-none\n")
  }

  @Test("a program that leaves another behind is not waited for longer than it runs")
  func background() throws {
    let start = ContinuousClock.now
    #expect(try Command("sh", ["-c", "sleep 20 & echo done"]).run().output == Array("done\n".utf8))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("a failure tells the status, the command as it could be typed, and the last lines")
  func failure() throws {
    let failure = try #require(throws: CommandFailure.self) {
      try Command("sh", ["-c", "for i in 1 2 3 4 5 6 7 8 9 10; do echo line $i >&2; done; exit 12"]).run()
    }
    #expect(failure.message == "sh ended with status 12")
    #expect(failure.line == "sh -c 'for i in 1 2 3 4 5 6 7 8 9 10; do echo line $i >&2; done; exit 12'")
    #expect(failure.lastLines == (3...10).map { "line \($0)" })
    let killed = try #require(throws: CommandFailure.self) { try Command("sh", ["-c", "kill -9 $$"]).run() }
    #expect(killed.message == "sh ended with status 137 (signal 9)")
  }

  @Test("a program that is not there is told, and how to install it")
  func missing() throws {
    let failure = try #require(throws: CommandFailure.self) { try Command("no-such-program", []).run() }
    #expect(failure.message == "no-such-program is not installed")
    #expect(failure.advice?.contains("apt-get install no-such-program") == true)
  }

  @Test(
    "passwords in addresses are never shown",
    arguments: [
      ("https://me:secret@host.example/x.git", "https://…@host.example/x.git"),
      ("https://ghp_secret@host.example/x.git", "https://…@host.example/x.git"),
      ("fatal: 'https://a:secret@h/x' and rsync://b:secret@h/m", "fatal: 'https://…@h/x' and rsync://…@h/m"),
      ("ssh://git@host.example/x.git", "ssh://git@host.example/x.git"),
      ("me@host.example:/srv", "me@host.example:/srv"),
      ("https://host.example/@me", "https://host.example/@me"),
      ("://", "://"),
    ])
  func passwords(text: String, shown: String) {
    #expect(withoutPasswords(text) == shown)
  }
}
