import Site

/// A folder elsewhere that files are put into and taken from one by one: it cannot be switched as a whole.
protocol RemoteFolder: Sendable {
  /// Puts files of Output there.
  func put(_ paths: [String], from output: String, lock: FileSystem.Lock) throws
  /// Puts one small file there, of that name and these bytes.
  func put(_ name: String, holding bytes: [UInt8], lock: FileSystem.Lock) throws
  /// Removes files that are there, and the folders that are empty without them.
  ///
  /// - Parameter emptied: the outermost of those folders.
  func remove(_ paths: [String], emptied: [String], lock: FileSystem.Lock) throws
}

/// Uploads in an order in which readers never miss what a page needs: first what pages use, then pages and feeds, and
/// only then is removed what no page uses any more.
///
/// The manifest goes there before everything, naming what is about to change, and after everything.
struct StagedUpload {
  let folder: any RemoteFolder
  let site: Publication
  let changes: Changes
  let run: UploadRun

  func carryOut() throws {
    let (pages, assets) = Self.split(changes.uploaded)
    let first = changes.removedFirst
    let last = changes.removed.filter { !Set(first).contains($0) }
    let isSettled = changes.uploaded.isEmpty && changes.removed.isEmpty
    var state = changes.isFirst ? "nothing of the site is up yet" : "the old site is up, whole and unchanged"

    if !isSettled {
      try step("writing \(TargetManifest.name)", state) {
        try folder.put(TargetManifest.name, holding: changes.manifestUnderWay.bytes, lock: run.lock)
      }
    }
    if !first.isEmpty {
      state = "the old site is up; some of the files that stand in the way of the new one may be gone"
      try step("removing \(first.count.files) from where the new ones go", state) {
        try folder.remove(first, emptied: changes.emptied, lock: run.lock)
      }
    }
    if !assets.isEmpty {
      state = changes.isFirst ? "no page is up yet" : "the old pages are up; pictures and styles may be old or new"
      try step("uploading \(assets.count.files) that pages use", state) {
        try folder.put(assets, from: site.output, lock: run.lock)
      }
    }
    if !pages.isEmpty {
      state = "all that pages use is up; of \(pages.count) new and changed pages and feeds some may be up, some not"
      try step("uploading \(pages.count) pages and feeds", state) {
        try folder.put(pages, from: site.output, lock: run.lock)
      }
    }
    if !last.isEmpty {
      state = "the new site is up, whole; of \(last.count.files) to be removed some may still be there"
      try step("removing \(last.count.files)", state) {
        try folder.remove(last, emptied: changes.emptied, lock: run.lock)
      }
    }
    try step("writing \(TargetManifest.name)", "the new site is up, whole; only what tells so next time is not") {
      try folder.put(TargetManifest.name, holding: changes.manifest.bytes, lock: run.lock)
    }
  }

  private func step(_ name: String, _ state: String, _ body: () throws -> Void) throws {
    do { try body() } catch { throw run.failure(of: name, error, state: state) }
  }

  /// Pages and feeds lead readers to files; the others lead nowhere.
  private static func split(_ paths: [String]) -> (pages: [String], assets: [String]) {
    let leading = [".html", ".xml", ".json", ".ics", ".txt"]
    var result: (pages: [String], assets: [String]) = ([], [])
    for path in paths {
      if leading.contains(where: { path.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
        result.pages.append(path)
      } else {
        result.assets.append(path)
      }
    }
    return result
  }
}

extension Int {
  /// “1 file”, “3 files”.
  var files: String { "\(self) \(self == 1 ? "file" : "files")" }
}
