import Synchronization

/// The files of a new site on their way into Output: each is compared with what stands there as soon as it is made, and
/// written aside where it differs, so that it need not stay in memory.
///
/// Nothing that readers see is changed before ``commit()``.
final class Staging: Sendable {
  /// What a commit did.
  struct Result: Equatable {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  /// Something in the way of a file that the build did not make.
  struct Clash: Equatable {
    /// The path of it below Output.
    let path: String
    let kind: FileSystem.Kind
  }

  private struct State {
    var count = 0
    var unchanged = 0
    var changes: [Journal.Change] = []
    var clashes: [Clash] = []
  }

  let claim: OutputClaim
  /// The files that builds made so far.
  let owned: OutputManifest
  private let planned: OutputManifest
  let staged: FileSystem.Folder
  let kept: FileSystem.Folder
  private let state = Mutex(State())

  /// - Parameter paths: every file the site will have.
  init(_ paths: some Sequence<OutputPath>, in claim: OutputClaim) throws(FileSystemError) {
    self.claim = claim
    owned = try claim.manifest()
    planned = OutputManifest(paths: paths)
    staged = try claim.own.folder(making: "staged")
    kept = try claim.own.folder(making: "kept")
  }

  /// What stands in the way of the files staged so far, by path.
  var clashes: [Clash] {
    state.withLock(\.clashes).sorted { $0.path.precedesByBytes($1.path) }
  }

  /// A number no other file has.
  func nextNumber() -> Int {
    state.withLock { state in
      defer { state.count += 1 }
      return state.count
    }
  }

  /// The files that will come in place of others.
  var replaced: [OutputPath] { state.withLock { $0.changes.compactMap { $0.kind == .replace ? $0.path : nil } } }

  /// Takes in that so many files of an earlier build stay as they are.
  func noteUnchanged(_ count: Int = 1) { state.withLock { $0.unchanged += count } }

  func note(_ change: Journal.Change) { state.withLock { $0.changes.append(change) } }

  func note(_ clash: Clash) { state.withLock { $0.clashes.append(clash) } }

  /// Makes Output hold the files that were staged, and none of the build's earlier ones beside them.
  ///
  /// - Throws: what the machine would not do; Output is then as it was.
  func commit() async throws(FileSystemError) -> Result {
    do {
      return try await commitChanges()
    } catch {
      // Whatever went wrong in the commit itself has been seen to there.
      guard error.aftermath == nil else { throw error }
      throw await error.after(
        undoing: { () throws(FileSystemError) in try claim.withdraw() }, in: claim.root.path)
    }
  }

  private func commitChanges() async throws(FileSystemError) -> Result {
    let changes = try state.withLock(\.changes) + removals()
    guard !changes.isEmpty || planned != owned else {
      try claim.removeAside()
      return Result(unchanged: state.withLock(\.unchanged))
    }
    try staged.make("manifest", named: claim.own.path(of: "manifest"), holding: planned.bytes)
    try await Commit(Journal(changes), in: claim).run()
    let removed = changes.count { $0.kind == .remove }
    return Result(
      written: changes.count - removed, unchanged: state.withLock(\.unchanged), removed: removed)
  }

  /// The files of earlier builds that this one does not make.
  private func removals() throws(FileSystemError) -> [Journal.Change] {
    var removals: [Journal.Change] = []
    var folders = FolderCursor(claim.root)
    for path in owned.paths.subtracting(planned.paths).sorted() {
      // What is a folder or a link by now, somebody else made.
      guard case .folder(let folder) = try folders.place(of: path.file),
        try folder.kind(of: FolderCursor.name(of: path.file)) == .file
      else { continue }
      removals.append(Journal.Change(kind: .remove, number: nextNumber(), path: path))
    }
    return removals
  }
}
