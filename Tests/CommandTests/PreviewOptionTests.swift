import Foundation
import Testing

/// What the options of `dateline preview` do before there is anything to serve.
@Suite struct PreviewOptionTests {
  @Test("the help of preview names every option")
  func help() async throws {
    let result = try await Command.run("preview", "--help")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let options = [
      "-p, --port N", "--host ADDR", "--base-url URL", "--open", "--drafts", "--future", "--as-of DATE",
      "--follow", "--verbose",
      "-j, --jobs N", "--help",
    ]
    for option in options { #expect(result.output.contains(option)) }
  }

  @Test(
    "a port that is none is refused, and said to be",
    arguments: ["0", "65536", "-1", "http", "4000x", " 4000"])
  func ports(port: String) async throws {
    let result = try await Command.run("preview", "--port=\(port)")
    #expect(result.status == 2)
    #expect(result.errors == "dateline: --port takes a number from 1 to 65535, not “\(port)”\n")
  }

  @Test("an address that this machine does not have is the machine's fault")
  func host() async throws {
    let site = try Site()
    let result = try await Command.run("preview", "--host", "203.0.113.1", in: site.folder)
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("dateline: cannot listen on 203.0.113.1, port 4000: "))
  }

  @Test("a folder without Content cannot be previewed")
  func noContent() async throws {
    let site = try Site([:])
    let result = try await Command.run("preview", in: site.folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no folder Content"))
  }

  @Test("where nothing could be shown so far, nothing is said of pages as they last were")
  func brokenFromTheStart() async throws {
    let site = try Site(["Content/index.md": "---\ntitle: [\n---\n"])
    let program = try Command.executable().path
    let preview = try PreviewTerminal("'\(program)' preview", in: site.folder, path: "/usr/bin:/bin")
    let said = await preview.said()
    #expect(said.contains("there is nothing to show until that is mended\n"))
    #expect(!said.contains("as they last were"))
  }
}
