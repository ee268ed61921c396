/// Takes Output from the old site to the new one, or back, as a sealed journal says (``OutputFolder``).
///
/// Every step may be taken twice, so that whoever finds the journal can begin again from the start.
struct Commit: Sendable {
  let journal: Journal
  let claim: OutputClaim
  /// Whether an earlier command may have taken some of the steps.
  private let isResumed: Bool
  let staged: FileSystem.Folder
  let kept: FileSystem.Folder

  init(_ journal: Journal, in claim: OutputClaim, isResumed: Bool = false) throws(FileSystemError) {
    self.journal = journal
    self.claim = claim
    self.isResumed = isResumed
    staged = try claim.own.folder(making: "staged")
    kept = try claim.own.folder(making: "kept")
  }

  /// Makes Output the new site; if that cannot be done, the old one again.
  ///
  /// - Throws: why it could not be done. If it could not be undone either, the next command tries again.
  func run() async throws(FileSystemError) {
    do throws(FileSystemError) {
      if !isResumed { try seal() }
      try await complete()
    } catch {
      throw await error.after(undoing: { () throws(FileSystemError) in try await undo() }, in: claim.root.path)
    }
  }

  /// Writes the journal down: what happens from here on, and whatever breaks, is the new site.
  private func seal() throws(FileSystemError) {
    try claim.own.make("journal.new", holding: journal.bytes)
    try syncAside()
    try claim.own.move("journal.new", to: claim.own, "journal", replacing: true)
    try claim.own.sync()
  }

  private func complete() async throws(FileSystemError) {
    // The manifest goes into place when all else is there, and is on the disk.
    if isResumed, try staged.kind(of: "manifest") == nil { return finish() }
    // A file that gives way to a folder of the same name has to go first, and a folder to a file.
    try await forEach(of: [.remove]) { folders, change throws(FileSystemError) in
      guard case .folder(let folder) = try folders.place(of: change.path.file) else { return }
      let name = FolderCursor.name(of: change.path.file)
      guard try folder.kind(of: name) == .file else { return }
      try folder.move(name, to: kept, change.name, replacing: true)
    }
    try removeEmptyFolders(above: [.remove])
    try await forEach(of: [.add, .replace]) { folders, change throws(FileSystemError) in
      if isResumed, try staged.kind(of: change.name) == nil { return }
      let folder = try folders.folder(making: change.path.file)
      try staged.move(
        change.name, to: folder, FolderCursor.name(of: change.path.file), replacing: change.kind == .replace)
    }
    // The journal must not be gone before what it speaks of has come to the disk.
    try syncSite()
    try staged.move("manifest", to: claim.own, "manifest", replacing: true)
    finish()
  }

  /// Clears away what the commit needed. The site is the new one: what cannot be removed now, the next command removes.
  private func finish() {
    try? claim.own.removeFile("journal")
    try? claim.removeAside()
  }

  /// Makes Output the old site again.
  func undo() async throws(FileSystemError) {
    if try claim.own.kind(of: "journal") != nil {
      // From here on there is no way forward, for what is moved back into place is gone from `kept`.
      try claim.own.move("journal", to: claim.own, "undo", replacing: true)
      try claim.own.sync()
    }
    if try claim.own.kind(of: "undo") != nil {
      try await moveBack()
      try syncSite()
      try claim.own.removeFile("undo")
    }
    try claim.removeAside()
  }

  private func moveBack() async throws(FileSystemError) {
    try await forEach(of: [.add, .replace]) { folders, change throws(FileSystemError) in
      let name = FolderCursor.name(of: change.path.file)
      if change.kind == .replace {
        try restore(change, in: &folders)
      } else if try staged.kind(of: change.name) == nil,
        case .folder(let folder) = try folders.place(of: change.path.file),
        try folder.kind(of: name) == .file
      {
        try folder.move(name, to: staged, change.name, replacing: false)
      }
    }
    try removeEmptyFolders(above: [.add])
    try await forEach(of: [.remove]) { folders, change throws(FileSystemError) in
      try restore(change, in: &folders)
    }
  }

  /// Puts the old file back where it was; where it is already, nothing is left of it in `kept`.
  private func restore(_ change: Journal.Change, in folders: inout FolderCursor) throws(FileSystemError) {
    guard try kept.kind(of: change.name) != nil else { return }
    let folder = try folders.folder(making: change.path.file)
    try kept.move(change.name, to: folder, FolderCursor.name(of: change.path.file), replacing: true)
  }

  private func removeEmptyFolders(above kinds: Set<Journal.Change.Kind>) throws(FileSystemError) {
    var folders = FolderCursor(claim.root)
    // Backwards: those inside a folder before it.
    for path in journal.folders(of: kinds).reversed() {
      guard case .folder(let parent) = try folders.place(of: path) else { continue }
      try parent.removeFolderIfEmpty(FolderCursor.name(of: path))
    }
  }

  /// Takes a step for each change of these kinds, several at a time.
  private func forEach(
    of kinds: Set<Journal.Change.Kind>,
    _ step: @escaping @Sendable (inout FolderCursor, Journal.Change) throws(FileSystemError) -> Void
  ) async throws(FileSystemError) {
    let root = claim.root
    let results = await parallelMap(
      journal.changes.filter { kinds.contains($0.kind) }, jobs: claim.jobs, with: { FolderCursor(root) }
    ) { folders, change -> Result<Void, FileSystemError> in
      do throws(FileSystemError) {
        return .success(try step(&folders, change))
      } catch {
        return .failure(error)
      }
    }
    for result in results { try result.get() }
  }
}
