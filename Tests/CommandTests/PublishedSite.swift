import Foundation
import Testing

/// A small site with a target to publish it to, real programs and all.
final class PublishedSite: Sendable {
  /// The kinds of target.
  enum Kind: String, CaseIterable, Sendable {
    case directory, git, rsync, rclone

    /// Where a target of this kind is written into site.yaml, below the folder of the site.
    fileprivate func yaml(_ folder: String) -> String {
      switch self {
      case .directory: "{kind: directory, path: \(folder)/srv/site}"
      case .git: "{kind: git, remote: \(folder)/origin.git}"
      case .rsync: "{kind: rsync, to: \(folder)/site}"
      case .rclone: "{kind: rclone, to: \":local:\(folder)/site\"}"
      }
    }
  }

  let site: Site
  let kind: Kind
  var path: String { site.folder.path }

  /// Whether git, rsync and rclone are there; where they are not, the tests that need them are skipped, and CI fails.
  static let programsAreThere: Bool = ["git", "rsync", "rclone"].allSatisfy { program in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// Makes the site; nothing is published yet.
  ///
  /// - Parameter target: the target in site.yaml, where it is not the usual one of its kind.
  init(_ kind: Kind, target: String? = nil) async throws {
    self.kind = kind
    var files = Site.files
    files["Content/draft.md"] = nil
    files["Content/later.md"] = nil
    files["Content/photo.bin"] = "a photo"
    files["Content/news/storm.md"] = "---\ntitle: Storm\n---\nA [photo](/photo.bin).\n"
    site = try Site(files)
    try site.write(
      "title: The Sound\npublish:\n  out: \(target ?? kind.yaml(site.folder.path))\n", to: "Content/site.yaml")
    if kind == .git { try await git("init", "--quiet", "--bare", path + "/origin.git") }
  }

  /// Variables for git, so that the tests depend on nobody's configuration.
  static let gitEnvironment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ed", "GIT_AUTHOR_EMAIL": "e@x",
    "GIT_COMMITTER_NAME": "Ed", "GIT_COMMITTER_EMAIL": "e@x",
  ]

  /// Runs `dateline publish`.
  @discardableResult
  func publish(_ words: String..., environment: [String: String] = [:]) async throws -> Command.Result {
    try await Command.run(
      ["publish"] + words, in: site.folder, environment: Self.gitEnvironment.merging(environment) { _, new in new })
  }

  /// Runs git in the folder of the site.
  @discardableResult
  func git(_ words: String...) async throws -> String {
    let result = try await Command.run(
      program: URL(fileURLWithPath: "/usr/bin/env"), ["git"] + words, in: site.folder, environment: Self.gitEnvironment)
    try #require(result.status == 0, "git \(words): \(result.errors)")
    return result.output
  }

  /// The commit at the branch, in a git target.
  func tip() async throws -> String { try await git("--git-dir=origin.git", "rev-parse", "gh-pages") }

  /// What readers get: every file at the target but Dateline's manifest.
  func published() async throws -> [String: Data] {
    var folder = URL(fileURLWithPath: path + (kind == .directory ? "/srv/site" : "/site"))
    if kind == .git {
      folder = site.folder.appendingPathComponent("clone-\(UUID().uuidString)")
      try await git("clone", "--quiet", "--branch", "gh-pages", "origin.git", folder.path)
    }
    defer { if kind == .git { try? FileManager.default.removeItem(at: folder) } }
    return Self.files(below: folder.resolvingSymlinksInPath()).filter {
      $0.key != ".dateline-manifest" && !$0.key.hasPrefix(".git/")
    }
  }

  /// What the build made.
  func output() -> [String: Data] {
    Self.files(below: site.folder.appendingPathComponent("Output")).filter { !$0.key.hasPrefix(".dateline/") }
  }

  /// Puts a file at the target that Dateline did not make.
  func putForeign(_ text: String, at name: String) async throws {
    if kind == .git {
      let clone = site.folder.appendingPathComponent("clone-\(UUID().uuidString)")
      try await git("clone", "--quiet", "origin.git", clone.path)
      if try await git("ls-remote", "origin.git").isEmpty {
        try await git("-C", clone.path, "checkout", "--quiet", "--orphan", "gh-pages")
      } else {
        try await git("-C", clone.path, "checkout", "--quiet", "gh-pages")
      }
      try site.write(text, to: clone.lastPathComponent + "/" + name)
      try await git("-C", clone.path, "add", "--all")
      try await git("-C", clone.path, "commit", "--quiet", "--message", "By hand")
      try await git("-C", clone.path, "push", "--quiet", "origin", "gh-pages")
      try FileManager.default.removeItem(at: clone)
    } else {
      try site.write(text, to: (kind == .directory ? "srv/site/" : "site/") + name)
    }
  }

  /// Every file and link in the folder of the site, the target's among them, with its inode and the moment it last
  /// changed.
  func traces() throws -> [String: String] {
    var traces: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let about = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      let traits: [FileAttributeKey] = [.systemFileNumber, .type, .size, .posixPermissions, .modificationDate]
      traces[name] = traits.map { "\(about[$0] ?? "")" }.joined(separator: " ")
    }
    return traces
  }

  /// Puts a program of that name before the real one, which is `$REAL` in the script.
  ///
  /// - Returns: the variables under which it is found first.
  func fake(_ program: String, _ script: String) throws -> [String: String] {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let real = try #require(
      search.split(separator: ":").map { "\($0)/\(program)" }.first {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    try site.write("#!/bin/sh\nREAL=\(real)\nSTATE=\(path)/state\n\(script)\n", to: "bin/\(program)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/bin/\(program)")
    return ["PATH": path + "/bin:" + search]
  }

  private static func files(below folder: URL) -> [String: Data] {
    var files: [String: Data] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [] {
      let file = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue { continue }
      files[path] = try? Data(contentsOf: file)
    }
    return files
  }
}
