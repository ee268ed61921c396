import Foundation
import TestSupport
import Testing

/// The targets in site.yaml, and which of them is meant.
@Suite struct PublishTargetTests {
  @Test(
    "a target that is wrong is an error of every build, with what to do",
    arguments: [
      ("a: {kind: gti}", "“kind” cannot be “gti”", "did you mean “git”?"),
      ("a: {kind: ftp}", "“kind” cannot be “ftp”", "it can be directory, git, rsync, rclone"),
      ("a: {remote: origin}", "the target “a” lacks “kind”", ""),
      ("a: {kind: git, brnch: x}", "unknown key “brnch” in the target “a”", "did you mean “branch”?"),
      ("a: {kind: rsync, path: /srv}", "lacks “to”", ""),
      (
        "a: {kind: directory, path: /srv/.., keep: 0}", "“/srv/..” does not name a folder",
        "“keep” should be at least 1"
      ),
      ("a: {kind: directory, path: ~/site}", "“~” means nothing here", "write the path whole"),
      ("a: {kind: rsync, to: \"-e sh\"}", "“to” cannot be “-e sh”", "must not begin with a hyphen"),
      ("a: {kind: git, max_removed: 20}", "“max_removed” should be a percentage", "write it as 20%"),
      ("a: {kind: git, base_url: here}", "“here” is not the address of a site", "https://example.org/news/"),
      (
        "a: {kind: git, remote: \"https://me:pw@h/x\"}", "of a target in Content/site.yaml holds a password",
        "keep it where git"
      ),
      ("a: {kind: rclone, to: \":s3,secret_access_key=x:b\"}", "of a target in Content/site.yaml holds a password", ""),
      ("[a]", "“publish” should be a set of ids", ""),
    ])
  func wrong(yaml: String, message: String, help: String) async throws {
    let site = try Site()
    try site.write("title: The Sound\npublish:\n  \(yaml)\n", to: "Content/site.yaml")
    for words in [["build"], ["publish"]] {
      let result = try await Command.run(words, in: site.folder, environment: [:])
      #expect(result.status == 1)
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(help.isEmpty || result.errors.contains(help), "\(result.errors)")
      #expect(!result.errors.contains("pw@") && !result.errors.contains("key=x"), "\(result.errors)")
    }
  }

  @Test(
    "which target is meant has to be clear",
    arguments: [
      ("", ["publish"], "site.yaml names no place to publish to"),
      ("publish: {a: {kind: git}, b: {kind: git}}", ["publish"], "publish where? --to takes one of a, b"),
      ("publish: {pages: {kind: git}}", ["publish", "--to", "page"], "did you mean “pages”?"),
      ("publish: {pages: {kind: git}}", ["publish", "--to", "x"], "site.yaml names no target “x”; it names pages"),
      ("publish: {pages: {kind: git}}", ["publish", "--to"], "--to needs a value"),
      ("publish: {pages: {kind: git}}", ["publish", "--dryrun"], "did you mean “--dry-run”?"),
      ("publish: {pages: {kind: git}}", ["publish", "nowhere"], "there is no folder Content in nowhere"),
    ])
  func unclear(yaml: String, words: [String], message: String) async throws {
    let site = try Site()
    try site.write("title: The Sound\n\(yaml)\n", to: "Content/site.yaml")
    let result = try await Command.run(words, in: site.folder, environment: [:])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("dateline: "))
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("a target's base_url takes the place of the site's")
  func baseURL() async throws {
    let site = try Site()
    try site.write(
      """
      title: The Sound
      base_url: https://sound.example/
      publish: {out: {kind: directory, path: srv, base_url: https://stage.example/sound/}}

      """, to: "Content/site.yaml")
    #expect(try await Command.run(["publish"], in: site.folder, environment: [:]).status == 0)
    #expect(site.text(of: "srv/index.html")?.contains("https://stage.example/sound/") == true)
    #expect(site.text(of: "srv/index.html")?.contains("https://sound.example/") == false)
  }

  @Test("every site.yaml that the guide's page on publishing and the help show is a right one")
  func documentation() async throws {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("Documentation/Content/publishing.md"), encoding: .utf8)
    let snippets = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }.filter { $0.hasPrefix("# Content/site.yaml\n") }
    #expect(snippets.count >= 5)
    let help = try await Command.run("publish", "--help")
    let shown = try #require(help.output.components(separatedBy: "# Content/site.yaml\n").last)
    for snippet in snippets + [shown] {
      let site = try Site()
      try site.write("title: The Sound\n", to: "Content/site.yaml")
      let lines = snippet.split(separator: "\n").map(String.init)
      // The help is indented.
      let margin = lines.first { $0.contains("publish:") }?.prefix { $0 == " " }.count ?? 0
      try site.write(
        "title: The Sound\n" + lines.map { $0.hasPrefix("#") ? "" : $0.dropFirst(margin) + "\n" }.joined(),
        to: "Content/site.yaml")
      let result = try await site.build()
      #expect(result.status == 0, "\(snippet)\n\(result.errors)")
      #expect(result.errors == "")
      #expect(try await Command.run(["publish", "--to", "?"], in: site.folder, environment: [:]).status == 2)
    }
  }
}
