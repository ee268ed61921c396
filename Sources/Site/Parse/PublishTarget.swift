package import Diagnostics
import YAML

/// One place `dateline publish` can put the site, as `publish` in site.yaml names it.
package struct PublishTarget: Sendable {
  /// Where that is, and by which means it is reached.
  package enum Destination: Sendable {
    /// A symbolic link on this machine, switched from one release to the next.
    case directory(path: String, keep: Int)
    /// A branch; the remote is an address, a path or the name of a remote of the repository the site lies in.
    case git(remote: String, branch: String)
    /// Whatever rsync takes for a destination: `user@host:/path`, `rsync://host/module/path`, a path.
    case rsync(to: String)
    /// Whatever rclone takes for one: `remote:bucket/path`.
    case rclone(to: String)
  }

  /// What it is called in site.yaml.
  package let name: String
  /// Where that is written.
  package let location: SourceLocation
  /// Where it is.
  package let destination: Destination
  /// Where its destination is written.
  package let destinationLocation: SourceLocation
  /// The address readers find it at, in place of the site's.
  package let baseURL: String?
  /// The most a publish may remove of the pages that are there, in hundredths.
  package let mostRemoved: Int
}

extension PublishTarget {
  /// The means by which a target is reached.
  enum Kind: String, CaseIterable { case directory, git, rsync, rclone }

  /// How many releases a directory keeps if not said otherwise.
  private static let defaultKeep = 3
  /// How many in a hundred pages a publish may remove if not said otherwise.
  private static let defaultMostRemoved = 20

  /// Reads one target's keys.
  init?(_ name: Located<String>, _ fields: inout Fields) {
    let kind = fields.choice("kind", .required, of: Kind.self)?.value
    baseURL = Self.baseURL(&fields)
    mostRemoved = Self.percentage("max_removed", &fields) ?? Self.defaultMostRemoved
    guard let kind else {
      // Of a target of no known kind, no key is unknown.
      for key in ["path", "keep", "remote", "branch", "to"] { _ = fields.node(key) }
      return nil
    }
    self.name = name.value
    location = name.location
    switch kind {
    case .directory:
      let keep = fields.int("keep", in: 1...1_000)?.value ?? Self.defaultKeep
      guard let path = Self.address("path", .required, &fields) else { return nil }
      destinationLocation = path.location
      destination = .directory(path: path.value, keep: keep)
    case .git:
      let branch = Self.address("branch", .optional, &fields)?.value ?? "gh-pages"
      let remote = Self.address("remote", .optional, &fields)
      destinationLocation = remote?.location ?? name.location
      destination = .git(remote: remote?.value ?? "origin", branch: branch)
    case .rsync, .rclone:
      guard let address = Self.address("to", .required, &fields) else { return nil }
      destinationLocation = address.location
      destination = kind == .rsync ? .rsync(to: address.value) : .rclone(to: address.value)
    }
  }

  /// A text that is handed to a program, or is a path of this machine.
  private static func address(
    _ key: String, _ presence: Fields.Presence, _ fields: inout Fields
  ) -> Located<String>? {
    guard let text = fields.string(key, presence) else { return nil }
    if text.value.hasPrefix("-") || text.value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      fields.error(
        "invalid-target", "“\(key)” cannot be “\(text.value)”", at: text.location,
        help: "it must not begin with a hyphen, nor hold control characters")
      return nil
    }
    if text.value.hasPrefix("~") {
      fields.error(
        "invalid-target", "“~” means nothing here", at: text.location,
        help: "write the path whole, such as /home/me/site, or relative to the folder that holds Content")
      return nil
    }
    if key == "path", ["", ".", ".."].contains(text.value.split(separator: "/").last ?? "") {
      fields.error(
        "invalid-target", "“\(text.value)” does not name a folder of its own", at: text.location,
        help: "it becomes a link to the release readers get, so it needs a name, such as /srv/www/site")
      return nil
    }
    if text.value.holdsSecret {
      // Without its place, for the line of the file would be shown.
      fields.diagnostics.error(
        "secret-in-site", "“\(key)” of a target in \(text.location.source.path) holds a password",
        help: "whoever gets the folder gets it too; keep it where git, ssh or rclone keep theirs")
      return nil
    }
    return text
  }

  private static func baseURL(_ fields: inout Fields) -> String? {
    guard let url = fields.string("base_url") else { return nil }
    if SiteAddress(baseURL: url.value) == nil {
      fields.error(
        "invalid-base-url", "“\(url.value)” is not the address of a site", at: url.location,
        help: "write it whole, such as https://example.org/news/")
    }
    return url.value
  }

  private static func percentage(_ key: String, _ fields: inout Fields) -> Int? {
    guard let text = fields.string(key) else { return nil }
    guard text.value.hasSuffix("%"), let number = Int(text.value.dropLast()), 0...100 ~= number else {
      fields.error(
        "wrong-type", "“\(key)” should be a percentage, but is “\(text.value)”", at: text.location,
        help: "write it as 20%")
      return nil
    }
    return number
  }
}

extension PublishTarget {
  /// The targets that a folder's site.yaml names, without reading anything else.
  ///
  /// - Returns: `nil` where the folder holds no Content.
  package static func all(
    in folder: String, diagnostics: inout Diagnostics
  ) throws(FileSystemError) -> [PublishTarget]? {
    guard FileSystem.isFolder(folder + "/Content") else { return nil }
    let path = folder + "/Content/site.yaml"
    guard FileSystem.kind(of: path) == .file else { return [] }
    let source = SourceText(path: "Content/site.yaml", bytes: try FileSystem.read(path))
    return SiteConfiguration(source, diagnostics: &diagnostics).publishTargets
  }
}

extension String {
  /// Whether this address carries a password: `https://user:password@host`, or a secret among rclone's parameters.
  fileprivate var holdsSecret: Bool {
    if let scheme = firstRange(of: "://") {
      let authority = self[scheme.upperBound...].prefix { $0 != "/" }
      if let at = authority.lastIndex(of: "@"), authority[..<at].contains(":") { return true }
    }
    return split(separator: ",").contains { parameter in
      guard let equals = parameter.firstIndex(of: "=") else { return false }
      let key = parameter[..<equals].lowercased()
      return ["pass", "secret", "token", "key"].contains { key.hasSuffix($0) || key.hasSuffix($0 + "word") }
        && !key.hasSuffix("key_file")
    }
  }
}
