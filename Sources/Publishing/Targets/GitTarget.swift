import Site

/// A branch of a git repository somewhere: each publish is one commit upon what is there.
///
/// All is done in a repository of its own that is thrown away, so that the one the site lies in, its files, its index
/// and its branches are not touched. Of the branch, only the newest commit is fetched, and where the server can, no
/// files: the tree that is there and the files that differ make the new tree.
struct GitTarget: UploadTarget {
  let remote: String
  let branch: String
  private let sources: GitSources
  private let environment: [String: String?]
  private let scratch: ScratchFolder

  var description: String { "branch \(branch) of \(withoutPasswords(remote))" }

  /// - Parameters:
  ///   - remote: an address, a path, or the name of a remote of the repository the site lies in.
  ///   - folder: the folder of the site.
  init(remote: String, branch: String, folder: String) throws(FileSystemError) {
    self.remote = remote
    self.branch = branch
    sources = GitSources(folder: folder)
    environment = sources.environment
    scratch = try ScratchFolder()
  }

  func survey(_ site: Publication) throws -> Survey {
    guard try git(["check-ref-format", reference]).run(expecting: [0, 1]).status == 0 else {
      throw TargetRefused(message: "“\(branch)” cannot be the name of a branch", help: "gh-pages is the usual one")
    }
    let place = try sources.place(of: remote)
    if place.isOwn, try sources.branch() == branch {
      throw TargetRefused(
        message: "branch “\(branch)” is the one the site's own sources are on",
        help: "publish to a branch of its own, such as gh-pages, or to another repository")
    }
    let tip = try tip(at: place.fetching)
    if let tip, tip.count != Self.digits {
      throw TargetRefused(
        message: "\(description) names its commits by SHA-256, which few servers do and Dateline does not",
        help: "publish to a repository that is made with --object-format=sha1")
    }
    try makeRepository(place)
    guard tip != nil else { return try self.survey(site, at: nil) }
    try git([
      "fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", Self.name, "+\(reference):\(Self.fetched)",
    ]).run()
    return try self.survey(site, at: try text(git(["rev-parse", Self.fetched])))
  }

  private func survey(_ site: Publication, at commit: String?) throws -> Survey {
    var present: [String: String?] = [:]
    if let commit {
      for line in try git(["ls-tree", "-r", "-z", commit]).run().output.split(separator: 0) {
        // “100644 blob 2f1e…	path”
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
        let words = line[..<tab].split(separator: UInt8(ascii: " "))
        guard words.count == 3 else { continue }
        let isFile = words[0].starts(with: "100".utf8)
        present[String(decoding: line[(tab + 1)...], as: UTF8.self)] =
          .some(isFile ? String(decoding: words[2], as: UTF8.self) : nil)
      }
    }
    var manifest: [UInt8]?
    if let commit, present[TargetManifest.name] != nil {
      manifest = try git(["cat-file", "blob", "\(commit):\(TargetManifest.name)"]).run().output
    }
    var survey = Survey(manifest: manifest, present: present, wanted: site.files.map { ($0.path, $0.blobID) })
    survey.revision = commit
    return survey
  }

  func upload(_ site: Publication, _ changes: Changes, _ run: UploadRun) throws {
    let before = changes.revision == nil ? "nothing is up yet" : "the branch is as it was: readers get the old site"
    do {
      let commit = try makeCommit(site, changes)
      try push(commit, upon: changes.revision, isForced: run.isForced)
    } catch let error as TargetMoved {
      throw error
    } catch {
      throw run.failure(of: "committing to \(description)", error, state: before)
    }
  }

  // MARK: - One commit

  private func makeCommit(_ site: Publication, _ changes: Changes) throws -> String {
    let manifest = scratch.path + "/" + TargetManifest.name
    try FileSystem.write(changes.manifest.bytes, to: manifest)
    let output = absolute(site.output, in: ".")
    let uploaded = changes.uploaded
    let blobs = try blobs(of: uploaded.map { output + "/" + $0 } + [manifest])

    try index(["read-tree"] + [changes.revision ?? "--empty"]).run()
    var update = index(["update-index", "-z", "--add", "--replace", "--index-info"])
    let nothing = String(repeating: "0", count: Self.digits)
    // What goes is named first, for a file may become a folder.
    for path in changes.removed { update.input += Array("0 \(nothing)\t\(path)\0".utf8) }
    for (path, blob) in zip(uploaded + [TargetManifest.name], blobs) {
      update.input += Array("100644 \(blob)\t\(path)\0".utf8)
    }
    try update.run()
    let tree = try text(index(["write-tree", "--missing-ok"]))

    var commit = git(["commit-tree", tree] + (changes.revision.map { ["-p", $0] } ?? []) + ["-F", "-"])
    var message = "Publish: \(changes.countsInWords)\n"
    if let source = try sources.commit() { message += "\nSource: \(source)\n" }
    commit.input = Array(message.utf8)
    return try text(commit)
  }

  /// Stores files, and returns the names that git gives to what they hold.
  private func blobs(of paths: [String]) throws -> [String] {
    var command = git(["hash-object", "-w", "--no-filters", "--stdin-paths"])
    for path in paths {
      var quoted = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      quoted = quoted.replacing("\n", with: "\\n").replacing("\r", with: "\\r")
      command.input += Array("\"\(quoted)\"\n".utf8)
    }
    return String(decoding: try command.run().output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Moves the branch on, if it still is where it was.
  private func push(_ commit: String, upon former: String?, isForced: Bool) throws {
    let lease = isForced ? "--force" : "--force-with-lease=\(reference):\(former ?? "")"
    do {
      try git(["push", "--quiet", "--no-verify", lease, Self.name, "\(commit):\(reference)"]).run()
    } catch {
      // The answer may have got lost, and another may have been quicker.
      let now = try tip(at: Self.name)
      if now == commit { return }
      if now != former { throw TargetMoved() }
      throw error
    }
  }

  // MARK: - The repository that is thrown away

  private static let name = "target"
  private static let fetched = "refs/dateline/fetched"
  /// How long git's names for things are, which are SHA-1 digests.
  private static let digits = 40
  private var reference: String { "refs/heads/\(branch)" }
  private var repository: String { scratch.path + "/repository" }

  /// The commit the branch is at; `nil` where there is no such branch.
  private func tip(at remote: String) throws -> String? {
    let line = try text(git(["ls-remote", remote, reference]))
    return line.split(separator: "\t").first.map(String.init)
  }

  private func makeRepository(_ place: GitSources.Place) throws {
    if FileSystem.isFolder(repository) { return }
    try git(["init", "--quiet", "--bare", "--template=", "--object-format=sha1", repository]).run()
    for (key, value) in [
      ("url", place.fetching), ("pushurl", place.pushing), ("promisor", "true"), ("partialclonefilter", "blob:none"),
    ] { try git(["config", "remote.\(Self.name).\(key)", value]).run() }
  }

  private func git(_ arguments: [String]) -> Command {
    var command = Command("git", arguments)
    command.environment = environment
    command.environment["GIT_DIR"] = repository
    return command
  }

  /// A command upon the index of the new tree.
  private func index(_ arguments: [String]) -> Command {
    var command = git(arguments)
    command.environment["GIT_INDEX_FILE"] = scratch.path + "/index"
    return command
  }

  private func text(_ command: Command) throws -> String {
    String(decoding: try command.run().output, as: UTF8.self).trimmedLine
  }
}

extension String {
  /// Without the line feed at its end.
  var trimmedLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}
