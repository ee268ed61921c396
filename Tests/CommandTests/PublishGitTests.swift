import Foundation
import Testing

/// Publishing to a branch.
@Suite(.enabled(if: PublishedSite.programsAreThere, "Scripts/setup-tests installs them"))
struct PublishGitTests {
  @Test("each publish is one commit upon the last, whose message tells what it did and from what")
  func history() async throws {
    let target = try await PublishedSite(.git)
    try await target.makeRepository()
    let source = try await target.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    #expect(try await target.publish().status == 0)
    try target.site.write("# About us\n", to: "Content/about.md")
    #expect(try await target.publish().status == 0)
    let log = try await target.git("--git-dir=origin.git", "log", "--format=%s|%an|%b", "gh-pages")
    let messages = log.split(separator: "\n").map(String.init)
    #expect(messages.count == 2)
    #expect(
      messages.first == "Publish: 0 added, 2 changed, 0 removed|Ed|Source: \(source), and changes not committed yet")
    #expect(messages.last?.hasSuffix(" added, 0 changed, 0 removed|Ed|Source: \(source)") == true)
  }

  @Test("the repository the site lies in is not touched: no file, index, branch or object of it")
  func ownRepository() async throws {
    let target = try await PublishedSite(.git, target: "{kind: git}")
    try await target.makeRepository()
    try await target.git("remote", "add", "origin", "./origin.git")
    try target.site.write("staged", to: "staged.txt")
    try await target.git("add", "staged.txt")
    let before = try target.traces().filter { $0.key.hasPrefix(".git") }
    #expect(before.count > 10)
    // As in a hook, where git's variables point into the repository.
    let hook = ["GIT_DIR": target.path + "/.git", "GIT_INDEX_FILE": target.path + "/.git/index", "GIT_PREFIX": ""]
    let result = try await target.publish(environment: hook)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try await target.published() == target.output())
    #expect(try target.traces().filter { $0.key.hasPrefix(".git") } == before)
  }

  @Test("what the repository's own configuration says of how to get to a server holds for a publish")
  func configuration() async throws {
    let target = try await PublishedSite(.git, target: "{kind: git, remote: \"server:origin.git\"}")
    try await target.makeRepository()
    try await target.git("config", "url.\(target.path)/.insteadOf", "server:")
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    #expect(try await target.published() == target.output())
  }

  @Test("a commit that somebody else makes meanwhile is kept, and the publish comes upon it")
  func race() async throws {
    let target = try await PublishedSite(.git)
    #expect(try await target.publish().status == 0)
    try target.site.write("# About us\n", to: "Content/about.md")
    let fakes = try target.fake(
      "git",
      """
      if [ "$1" = push ] && [ ! -e "$STATE" ]; then
        touch "$STATE"
        (
          export GIT_DIR=\(target.path)/origin.git
          commit=$(echo 'By hand' | $REAL commit-tree 'gh-pages^{tree}' -p gh-pages)
          $REAL update-ref refs/heads/gh-pages $commit
        )
      fi
      exec $REAL "$@"
      """)
    let result = try await target.publish(environment: fakes)
    #expect(result.status == 0, "\(result.errors)")
    let log = try await target.git("--git-dir=origin.git", "log", "--format=%s", "gh-pages")
    #expect(log.split(separator: "\n").map { $0.prefix(7) } == ["Publish", "By hand", "Publish"])
    #expect(try await target.published() == target.output())
  }

  @Test("a server that refuses a push is told with its reasons, and the branch is as it was")
  func refusedPush() async throws {
    let target = try await PublishedSite(.git)
    #expect(try await target.publish().status == 0)
    let tip = try await target.tip()
    try target.site.write("#!/bin/sh\necho 'not on Sundays' >&2\nexit 1\n", to: "origin.git/hooks/pre-receive")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: target.path + "/origin.git/hooks/pre-receive")
    try target.site.write("# About us\n", to: "Content/about.md")
    let result = try await target.publish()
    #expect(result.status == 3)
    #expect(result.errors.contains("| remote: not on Sundays"))
    #expect(result.errors.contains("the branch is as it was: readers get the old site"))
    #expect(try await target.tip() == tip)
  }

  @Test("a server that sends commits without their files is asked for no more than the manifest")
  func partial() async throws {
    let target = try await PublishedSite(.git)
    try await target.git("--git-dir=origin.git", "config", "uploadpack.allowFilter", "true")
    try await target.git("--git-dir=origin.git", "config", "uploadpack.allowAnySHA1InWant", "true")
    for version in 1...3 {
      try target.site.write("# Version \(version)\n", to: "Content/about.md")
      let result = try await target.publish()
      #expect(result.status == 0, "\(result.errors)")
      #expect(try await target.published() == target.output())
    }
    try await target.git("--git-dir=origin.git", "fsck", "--strict")
  }

  @Test("the branch of the site's own sources is never published to")
  func ownBranch() async throws {
    let target = try await PublishedSite(.git, target: "{kind: git, branch: main}")
    try await target.makeRepository()
    try await target.git("remote", "add", "origin", target.path + "/origin.git")
    try await target.git("push", "--quiet", "origin", "main")
    let result = try await target.publish()
    #expect(result.status == 1)
    #expect(result.errors.contains("error: branch “main” is the one the site's own sources are on"))
  }

  @Test(
    "a remote that is not there is told", arguments: [("", "the site lies in no git repository"), ("orign", "orig")])
  func noRemote(name: String, message: String) async throws {
    let target = try await PublishedSite(.git, target: name.isEmpty ? "{kind: git}" : "{kind: git, remote: \(name)}")
    if !name.isEmpty {
      try await target.makeRepository()
      try await target.git("remote", "add", "origin", "./origin.git")
    }
    let result = try await target.publish()
    #expect(result.status == 1)
    #expect(result.errors.contains("there is no remote “\(name.isEmpty ? "origin" : name)”"))
    #expect(result.errors.contains(name.isEmpty ? message : "did you mean “origin”?"))
  }

  @Test("a password in the address of a remote is never shown")
  func secret() async throws {
    let target = try await PublishedSite(.git, target: "{kind: git}")
    try await target.makeRepository()
    try await target.git("remote", "add", "origin", "http://me:sekret@127.0.0.1:1/x.git")
    let result = try await target.publish()
    #expect(result.status == 3)
    #expect(result.errors.contains("http://…@127.0.0.1:1/x.git"))
    #expect(!(result.errors + result.output).contains("sekret"))
  }
}

extension PublishedSite {
  /// Makes the folder of the site a repository with its sources committed on `main`.
  fileprivate func makeRepository() async throws {
    try await git("init", "--quiet", "--initial-branch=main")
    try await git("add", "Content")
    try await git("commit", "--quiet", "--message", "Sources")
  }
}
