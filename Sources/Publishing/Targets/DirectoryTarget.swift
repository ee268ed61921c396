import Site

/// A folder of this machine that is a symbolic link to the newest of several releases beside it.
///
///     /srv/www/site            → site.releases/8
///     /srv/www/site.releases/  6  7  8
///
/// A release is made whole beside the one that readers get, and then the link is switched in one step. Files that do
/// not change are hard links to those of the release before, which nothing ever writes into. What changes is copied out
/// of Output, and never linked to it, for what is in Output belongs to the next build.
struct DirectoryTarget: UploadTarget {
  let path: String
  let keep: Int

  var description: String { "folder \(path)" }
  private var releases: String { path + ".releases" }
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// - Parameters:
  ///   - path: where the link is to be.
  ///   - keep: how many releases stay, that of the link counted.
  ///   - folder: what `path` is relative to.
  init(_ path: String, keep: Int, folder: String) {
    var path = absolute(path, in: folder)
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.keep = keep
  }

  func survey(_ site: Publication) throws -> Survey {
    let wanted = site.files.map { ($0.path, $0.digest) }
    guard let release = try currentRelease() else { return Survey(manifest: nil, present: [:], wanted: wanted) }
    let folder = release.folder(in: releases)
    var present: [String: String?] = [:]
    try Self.walk(folder) { path, kind in
      if kind == .folder { return }
      // Read, not believed: somebody may have edited it.
      present[path] = .some(kind == .file ? SHA256.hexadecimal(of: try FileSystem.read(folder + "/" + path)) : nil)
    }
    let manifest = folder + "/" + TargetManifest.name
    let bytes = FileSystem.kind(of: manifest) == .file ? try FileSystem.read(manifest) : nil
    var survey = Survey(manifest: bytes, present: present, wanted: wanted)
    survey.revision = "\(release.number)"
    return survey
  }

  func upload(_ site: Publication, _ changes: Changes, _ run: UploadRun) throws {
    var state = changes.revision == nil ? "nothing of the site is up yet" : "readers get the old release, whole"
    do {
      try FileSystem.makeFolder(releases)
      guard let lock = try FileSystem.lock(in: releases) else { throw TargetBusy(path: path) }
      try withExtendedLifetime(lock) {
        guard try currentRelease().map({ "\($0.number)" }) == changes.revision else { throw TargetMoved() }
        try switchLink(to: try make(site, changes))
        state = "the new site is up, whole"
        try prune()
      }
    } catch let error as TargetMoved {
      throw error
    } catch {
      throw run.failure(of: "making a new release in \(releases)", error, state: state)
    }
  }

  // MARK: - Releases

  private struct Release: Comparable {
    let number: Int

    /// - Parameter name: of a folder among the releases; anything but a number is not ours.
    init?(_ name: some StringProtocol) {
      guard let number = Int(name), number > 0, "\(number)" == name else { return nil }
      self.number = number
    }

    func folder(in releases: String) -> String { "\(releases)/\(number)" }

    static func < (left: Release, right: Release) -> Bool { left.number < right.number }
  }

  private static let unfinished = ".partial"

  /// The release that the link leads to; `nil` where there is no link yet.
  private func currentRelease() throws -> Release? {
    switch FileSystem.kind(of: path) {
    case nil: return nil
    case .folder where try FileSystem.entries(of: path).isEmpty: return nil
    case .folder:
      throw TargetRefused(
        message: "\(path) is a folder that Dateline did not make; a link has to be there, to be switched in one step",
        help: "move it away, as with: mv \(path) \(path).old")
    case .symbolicLink:
      let destination = FileSystem.destination(ofLink: path) ?? ""
      if destination.hasPrefix(name + ".releases/"),
        let release = Release(destination.dropFirst(name.count + ".releases/".count))
      {
        return release
      }
      throw TargetRefused(
        message: "\(path) is a link to \(destination), which Dateline did not make",
        help: "write another path, or remove the link")
    case .file, .other:
      throw TargetRefused(message: "\(path) is no folder", help: "write another path, or move the file away")
    }
  }

  private func make(_ site: Publication, _ changes: Changes) throws -> Release {
    var newest = 0
    for (name, kind) in try FileSystem.entries(of: releases) where kind == .folder {
      if let release = Release(name) { newest = max(newest, release.number) }
      // What a publish that was killed left.
      if name.hasSuffix(Self.unfinished), Release(name.dropLast(Self.unfinished.count)) != nil {
        try FileSystem.removeTree(releases + "/" + name)
      }
    }
    guard let release = Release("\(newest + 1)") else { throw TargetBusy(path: path) }
    let folder = release.folder(in: releases) + Self.unfinished
    try FileSystem.makeFolder(folder)
    let former = changes.revision.map { "\(releases)/\($0)" }
    let uploaded = Set(changes.uploaded)
    var folders: Set<String> = []
    for file in site.files {
      try Self.makeFolders(above: file.path, in: folder, &folders)
      let source = uploaded.contains(file.path) ? nil : former.map { $0 + "/" + file.path }
      if let source, FileSystem.makeHardLink(folder + "/" + file.path, to: source) { continue }
      try FileSystem.write(try FileSystem.read(site.output + "/" + file.path), to: folder + "/" + file.path)
    }
    if let former { try carryOver(former, to: folder, changes, &folders) }
    try FileSystem.write(changes.manifest.bytes, to: folder + "/" + TargetManifest.name)
    try FileSystem.move(folder, to: release.folder(in: releases))
    return release
  }

  /// Takes along what others put into the release before.
  private func carryOver(_ former: String, to folder: String, _ changes: Changes, _ folders: inout Set<String>) throws {
    let known = changes.formerManifest.entries.merging(changes.manifest.entries) { _, new in new }
    let knownFolders = Set(known.keys.flatMap { $0.foldersAbove })
    try Self.walk(former) { path, kind in
      guard known[path] == nil, path != TargetManifest.name else { return }
      let (source, target) = (former + "/" + path, folder + "/" + path)
      switch kind {
      case .folder: if !knownFolders.contains(path) { try FileSystem.makeFolder(target) }
      case .file:
        try Self.makeFolders(above: path, in: folder, &folders)
        if FileSystem.makeHardLink(target, to: source) { return }
        try FileSystem.write(try FileSystem.read(source), to: target)
      case .symbolicLink:
        try Self.makeFolders(above: path, in: folder, &folders)
        try FileSystem.makeLink(target, to: FileSystem.destination(ofLink: source) ?? "")
      case .other:
        throw TargetRefused(message: "\(source) is neither a file nor a folder nor a link", help: "remove it")
      }
    }
  }

  private func switchLink(to release: Release) throws {
    let link = releases + "/link"
    try FileSystem.removeFile(link)
    try FileSystem.makeLink(link, to: "\(name).releases/\(release.number)")
    // An empty folder gives way; one that is not empty any more makes the move fail.
    if FileSystem.kind(of: path) == .folder { FileSystem.removeFolderIfEmpty(path) }
    try FileSystem.move(link, to: path)
  }

  /// Removes the oldest of the releases that Dateline made; the one readers get is the newest or stays.
  private func prune() throws {
    let current = try currentRelease()
    let made = try FileSystem.entries(of: releases).compactMap { entry in
      entry.kind == .folder ? Release(entry.name) : nil
    }.filter { FileSystem.kind(of: $0.folder(in: releases) + "/" + TargetManifest.name) == .file }
    for release in made.sorted().dropLast(keep) where release != current {
      // Under a name that the next publish clears away, should this one be killed.
      let folder = release.folder(in: releases)
      try FileSystem.move(folder, to: folder + Self.unfinished)
      try FileSystem.removeTree(folder + Self.unfinished)
    }
  }

  private static func makeFolders(above path: String, in folder: String, _ made: inout Set<String>) throws {
    guard let parent = path.foldersAbove.last, made.insert(parent).inserted else { return }
    try FileSystem.makeFolder(folder + "/" + parent)
  }

  private static func walk(
    _ folder: String, below prefix: String = "", _ body: (String, FileSystem.Kind) throws -> Void
  ) throws {
    for (name, kind) in try FileSystem.entries(of: folder) {
      try body(prefix + name, kind)
      if kind == .folder { try walk(folder + "/" + name, below: prefix + name + "/", body) }
    }
  }
}

/// Another publish is at work at the same place.
struct TargetBusy: Error, CustomStringConvertible {
  let path: String
  var description: String { "another publish is at work at \(path)" }
}
