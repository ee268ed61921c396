/// Output, taken by one build: nobody else writes into it while this value lives.
final class OutputClaim: Sendable {
  /// The build's own folder in Output.
  static let folderName = ".dateline"

  let root: FileSystem.Folder
  /// The build's own folder.
  let own: FileSystem.Folder
  let jobs: Int
  let lock: FileSystem.Lock

  /// - Returns: `nil` where somebody else holds the folder.
  init?(_ root: FileSystem.Folder, jobs: Int) throws(FileSystemError) {
    own = try root.folder(making: Self.folderName)
    guard let lock = try own.lock("lock") else { return nil }
    self.root = root
    self.jobs = jobs
    self.lock = lock
  }

  /// The files that builds made so far.
  func manifest() throws(FileSystemError) -> OutputManifest {
    OutputManifest(parsing: try own.bytes(of: "manifest") ?? [])
  }

  /// Completes or undoes what a build left that was interrupted.
  func finishInterrupted() async throws(FileSystemError) {
    if let journal = try journal("undo") {
      try await Commit(journal, in: self).undo()
    } else if let journal = try journal("journal") {
      try await Commit(journal, in: self, isResumed: true).run()
    }
    try removeAside()
  }

  private func journal(_ name: String) throws(FileSystemError) -> Journal? {
    guard let bytes = try own.bytes(of: name) else { return nil }
    guard let journal = Journal(parsing: bytes) else {
      throw FileSystemError.damaged(own.path(of: name))
    }
    return journal
  }

  /// Removes what stands aside.
  func removeAside() throws(FileSystemError) {
    for name in ["staged", "kept"] {
      guard let folder = try own.folder(name) else { continue }
      for entry in try folder.entries() { try folder.removeFile(entry.name) }
      try own.removeFolderIfEmpty(name)
    }
    try own.removeFile("journal.new")
  }

  /// Gives up a folder that nothing was written into: where no build ever did, nothing shows that this one tried.
  func withdraw() throws(FileSystemError) {
    try removeAside()
    guard try own.kind(of: "manifest") == nil else { return }
    try own.removeFile("lock")
    try root.removeFolderIfEmpty(Self.folderName)
    FileSystem.removeFolderIfEmpty(root.path)
  }
}
