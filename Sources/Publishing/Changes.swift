import Site

/// What a publish will do to a target, by paths sorted by their bytes.
public struct Changes: Sendable {
  /// Files that are not there yet.
  public private(set) var added: [String] = []
  /// Files that are there and hold something else, or what is not known.
  public private(set) var changed: [String] = []
  /// Files that Dateline put there and the site no longer has.
  public private(set) var removed: [String] = []
  /// How many files hold what they should.
  public private(set) var unchanged = 0
  /// Files that Dateline did not put there, where the site has other files of the same names.
  public private(set) var inTheWay: [String] = []
  /// Files that Dateline did not put there, where the site needs a folder, or in a folder where it needs a file.
  public private(set) var blocking: [String] = []
  /// How many other files there are that Dateline did not put there; they stay.
  public private(set) var foreign = 0
  /// How many pages Dateline put there that are still there.
  public private(set) var pagesThere = 0
  /// Whether Dateline has never published there, as far as can be told.
  public let isFirst: Bool
  /// Whether what Dateline left there to know its files by cannot be read.
  public let manifestIsDamaged: Bool
  /// Folders that hold nothing once the removed files are gone, the folders inside them left out.
  private(set) var emptied: [String] = []
  /// What the target stood at: a commit, a release.
  let revision: String?
  /// What Dateline will have put there when all is done.
  let manifest: TargetManifest
  /// What it had put there before.
  let formerManifest: TargetManifest

  /// Compares a target with a site.
  init(from survey: Survey, to site: Publication) {
    isFirst = survey.manifest == nil
    manifestIsDamaged = survey.manifestIsDamaged
    revision = survey.revision
    manifest = TargetManifest(site)
    formerManifest = survey.manifest ?? TargetManifest()
    let owned = formerManifest.entries
    for (path, fingerprint) in survey.wanted {
      guard let present = survey.present[path] else {
        added.append(path)
        continue
      }
      if present == fingerprint {
        unchanged += 1
      } else {
        changed.append(path)
        if owned[path] == nil { inTheWay.append(path) }
      }
    }
    for path in survey.present.keys where owned[path] != nil {
      if path.isPage { pagesThere += 1 }
      if manifest.entries[path] == nil { removed.append(path) }
    }
    let others = survey.present.keys.filter { owned[$0] == nil }
    let folders = Set(survey.wanted.flatMap { $0.path.foldersAbove })
    for path in others where manifest.entries[path] == nil {
      // A file where the site has a folder, or a folder where it has a file.
      if folders.contains(path) || path.foldersAbove.contains(where: { manifest.entries[$0] != nil }) {
        blocking.append(path)
      } else {
        foreign += 1
      }
    }
    removed.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    blocking.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let kept = folders.union(others.flatMap { $0.foldersAbove })
    emptied = Set(removed.compactMap { $0.foldersAbove.first { !kept.contains($0) } })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the target holds what it should, and Dateline's knowledge of it too.
  public var isEmpty: Bool { uploaded.isEmpty && removed.isEmpty && manifest == formerManifest }

  /// What has to be uploaded.
  var uploaded: [String] { added + changed }

  /// How many pages will be gone.
  public var pagesRemoved: Int { removed.count { $0.isPage } }

  /// What has to go before anything is uploaded: a file where the site has a folder now, or the other way round.
  var removedFirst: [String] {
    let folders = Set(uploaded.flatMap { $0.foldersAbove })
    let files = Set(uploaded)
    return removed.filter { folders.contains($0) || $0.foldersAbove.contains { files.contains($0) } }
  }

  /// The manifest while the upload is under way.
  var manifestUnderWay: TargetManifest {
    var entries = formerManifest.entries.merging(manifest.entries) { _, new in new }
    for path in uploaded { entries[path] = TargetManifest.Entry(digest: nil, size: 0) }
    return TargetManifest(entries: entries)
  }
}

extension String {
  /// Whether a file of the site is a page.
  var isPage: Bool { utf8.suffix(5).elementsEqual(".html".utf8) }

  /// The folders a path leads through, from the outermost: `a/b/c.html` leads through `a` and `a/b`.
  var foldersAbove: [String] {
    utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { String(self[..<$0]) }
  }
}
