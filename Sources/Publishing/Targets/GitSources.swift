import Diagnostics
import Site

/// The git repository the site lies in, if it lies in one: only ever read.
struct GitSources: Sendable {
  let folder: String

  /// Where a branch is fetched from and pushed to.
  struct Place {
    let fetching: String
    let pushing: String
    /// Whether that is where the site's own sources are kept.
    let isOwn: Bool
  }

  /// What site.yaml calls the remote: a name of the repository's, an address or a path.
  func place(of remote: String) throws -> Place {
    let names = try lines(["remote"])
    if names.contains(remote) {
      guard let fetching = try lines(["remote", "get-url", remote]).first,
        let pushing = try lines(["remote", "get-url", "--push", remote]).first
      else { throw noRemote(remote, among: names) }
      let top = try lines(["rev-parse", "--show-toplevel"]).first ?? folder
      return Place(fetching: resolved(fetching, in: top), pushing: resolved(pushing, in: top), isOwn: true)
    }
    guard remote.contains(where: { "/:".contains($0) }) || FileSystem.isFolder(absolute(remote, in: folder)) else {
      throw noRemote(remote, among: names)
    }
    let address = resolved(remote, in: folder)
    let own = try names.flatMap { try lines(["remote", "get-url", "--all", $0]) }
    return Place(fetching: address, pushing: address, isOwn: own.contains(remote) || own.contains(address))
  }

  /// The branch that is checked out, if one is.
  func branch() throws -> String? { try lines(["symbolic-ref", "--quiet", "--short", "HEAD"]).first }

  /// The commit that is checked out, and whether Content or Templates differ from it.
  func commit() throws -> String? {
    guard let commit = try lines(["rev-parse", "--verify", "--quiet", "HEAD"]).first else { return nil }
    let changed = try lines(["status", "--porcelain", "--", "Content", "Templates"])
    return changed.isEmpty ? commit : commit + ", and changes not committed yet"
  }

  /// The variables for git elsewhere: none that point into a repository, as a hook has them, and what the repository's
  /// own configuration says of how to get to servers and of who commits.
  var environment: [String: String?] {
    var environment = Self.elsewhere
    let pattern = "^(http|credential|url|user|author|committer|ssh|protocol)\\.|^core\\.(sshcommand|askpass|gitproxy)$"
    guard
      let output = try? git(["config", "--local", "--includes", "--null", "--get-regexp", pattern]).run(expecting: [0])
        .output
    else { return environment }
    let settings = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    environment["GIT_CONFIG_COUNT"] = "\(settings.count)"
    for (index, setting) in settings.enumerated() {
      let parts = setting.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      environment["GIT_CONFIG_KEY_\(index)"] = String(parts[0])
      environment["GIT_CONFIG_VALUE_\(index)"] = parts.count > 1 ? String(parts[1]) : "true"
    }
    return environment
  }

  private static let elsewhere: [String: String?] = Dictionary(
    uniqueKeysWithValues: [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
      "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX",
    ].map { ($0, nil) })

  /// A path of this machine as it is from everywhere; an address as it is.
  private func resolved(_ remote: String, in folder: String) -> String {
    remote.contains("://") || remote.prefix { $0 != "/" }.contains(":") ? remote : absolute(remote, in: folder)
  }

  private func noRemote(_ name: String, among names: [String]) -> TargetRefused {
    let nearest = nearestName(to: name, among: names).map { "did you mean “\($0)”?" }
    return TargetRefused(
      message: names.isEmpty
        ? "there is no remote “\(name)”: the site lies in no git repository that has one"
        : "there is no remote “\(name)” in the repository the site lies in",
      help: nearest ?? "write the address instead, such as remote: git@github.com:me/site.git")
  }

  /// What a command prints, by lines; nothing where it fails, as it does where there is no repository.
  private func lines(_ arguments: [String]) throws -> [String] {
    let result = try git(arguments).run(expecting: Set(0...255))
    guard result.status == 0 else { return [] }
    return String(decoding: result.output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func git(_ arguments: [String]) -> Command {
    var command = Command("git", ["--no-optional-locks", "-C", folder] + arguments)
    command.environment = Self.elsewhere
    return command
  }
}
