import Site

/// What stands at a target before a publish.
struct Survey: Sendable {
  /// What Dateline knows it put there; `nil` where it left no manifest, as before the first publish.
  var manifest: TargetManifest?
  /// Whether there is a manifest that cannot be read.
  var manifestIsDamaged = false
  /// What the target stands at, where it has a name for that: a commit, a release.
  var revision: String?
  /// Every file there, Dateline's and others', the manifest left out. What a file holds is told by a fingerprint, and
  /// `nil` where that is not known.
  var present: [String: String?] = [:]
  /// The fingerprint each file of the site will have at this target.
  var wanted: [(path: String, fingerprint: String)]

  /// A survey of a target that can only tell which files are there and how long they are.
  ///
  /// A file is taken to hold what the manifest says if it is as long as the manifest says.
  init(of site: Publication, manifest bytes: [UInt8]?, sizes: [String: Int]) {
    manifest = bytes.flatMap { TargetManifest(parsing: $0) }
    manifestIsDamaged = bytes != nil && manifest == nil
    for (path, size) in sizes where path != TargetManifest.name {
      let entry = manifest?.entries[path]
      present[path] = .some(entry?.size == size ? entry?.digest : nil)
    }
    wanted = site.files.map { ($0.path, $0.digest) }
  }

  /// A survey of a target whose files' fingerprints are known.
  init(manifest bytes: [UInt8]?, present: [String: String?], wanted: [(path: String, fingerprint: String)]) {
    manifest = bytes.flatMap { TargetManifest(parsing: $0) }
    manifestIsDamaged = bytes != nil && manifest == nil
    self.present = present
    self.wanted = wanted
    self.present[TargetManifest.name] = nil
  }
}
