import Foundation
import Testing

/// The story of one's own that README tells how to begin is begun just so.
@Suite struct ReadmeStoryTests {
  @Test("README's story of one's own can be followed to the letter, and its quote is on the page")
  func follow() async throws {
    let readme = try String(
      contentsOf: GuideTests.folder.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: "\n## A story of your own").dropFirst().first)
    let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
    let commands = try #require(block.components(separatedBy: "\n```").first)

    let reader = try Site(["hands/edit": "#!/bin/sh\nsed -i.old '/^sides/,/^events/s/^  # /  /' \"$1\"\n"])
    let editor = reader.folder.path + "/hands/edit"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let clone = try Command.executable().deletingLastPathComponent().path
    // The clone's build is that of the tests, and a preview would not end.
    let script = commands.replacing("$PWD/.build/release", with: clone)
      .replacing("dateline preview --open", with: "dateline build")
    let result = try await Command.run(
      program: URL(fileURLWithPath: "/bin/bash"), ["-e", "-c", script], in: reader.folder,
      environment: ["HOME": reader.folder.path, "EDITOR": editor, "BASH_ENV": ""])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("; 1 quote checked, 0 not checked; "), "\(result.output)")
    let page = try #require(reader.text(of: "sound/Output/harbour/index.html"))
    #expect(page.contains("No inspector will set foot on the quay while the tariff stands"))
  }
}
