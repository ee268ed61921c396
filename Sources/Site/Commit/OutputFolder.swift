/// The folder a site is written into: the only place of the house that writes.
///
/// **The promise.** Output holds the old site or the new one, whatever happens: content that is wrong, a full disk, a
/// folder that may not be written to, a build that is killed, and, as far as `fsync` promises, a power cut. Every file is
/// whole at every moment. What is interrupted between the two is completed or undone by the next command that claims the
/// folder, before it does anything else. Files that a build did not make are never written to, and no write leaves
/// Output by a symbolic link.
///
/// **How.** The build keeps a folder of its own, `Output/.dateline`, on the same file system as a rule:
///
///     lock        held while somebody writes
///     manifest    the files a build made
///     staged/     new files, under numbers
///     kept/       the old files they are to replace, under the same numbers: second names, no copies
///     journal     what is to happen to which file
///
/// 1. ``Staging``: each page is compared as soon as it is rendered, and written to `staged` where it differs. Readers see
///    nothing of it, and to undo it is to empty two folders, so it can begin before everything has been checked.
/// 2. The journal is sealed: written aside, brought to the disk after all that it speaks of, and given its name. Up to
///    then the site is the old one; from then on it is the new one.
/// 3. ``Commit``: files are moved into place, then the manifest; the journal goes last. Each step may be done twice.
///    Where one fails, all are undone, from `kept`, with the journal renamed to `undo`.
///
/// The files stand aside in `.dateline`, not beside their targets, for there a stray one would be public, would be
/// uploaded by whatever copies the folder, and would have to be looked for everywhere.
struct OutputFolder {
  /// What a file is to hold.
  enum Content: Sendable {
    /// Bytes made by the build.
    case bytes([UInt8])
    /// The bytes of a file elsewhere on the disk.
    case copy(of: String)
  }

  /// How it ended to claim the folder.
  enum Answer {
    case claimed(OutputClaim)
    /// Another build is writing into it.
    case busy
    /// No build has written into it so far.
    case unused
  }

  private let path: String
  private let jobs: Int

  init(_ path: String, jobs: Int) {
    self.path = path
    self.jobs = jobs
  }

  /// Takes the folder for one build, and finishes what an interrupted one left.
  ///
  /// Somebody who builds twice at once wants both done: the second waits a while for the first, whose work is mostly a
  /// matter of seconds, and says so.
  ///
  /// - Parameters:
  ///   - makes: whether the folder is made where there is none; if not, and no build ever wrote there, it is ``unused``.
  ///   - patience: how long another build is waited for.
  ///   - onWait: called once before the wait.
  func claim(
    making makes: Bool, patience: Duration = .seconds(10), onWait: @Sendable () -> Void = {}
  ) async throws(FileSystemError) -> Answer {
    let end = ContinuousClock.now + patience
    var hasWaited = false
    while true {
      if makes {
        try make()
      } else if !FileSystem.isFolder(path + "/" + OutputClaim.folderName) {
        return .unused
      }
      if let claim = try OutputClaim(FileSystem.Folder(path), jobs: jobs) {
        try await claim.finishInterrupted()
        return .claimed(claim)
      }
      guard ContinuousClock.now < end else { return .busy }
      if !hasWaited { onWait() }
      hasWaited = true
      try? await Task.sleep(for: .milliseconds(50))
    }
  }

  private func make() throws(FileSystemError) {
    guard !FileSystem.isFolder(path) else { return }
    switch FileSystem.kind(of: path) {
    case nil: try FileSystem.makeFolder(path)
    case .symbolicLink: throw FileSystemError.danglingLink(path)
    case .file, .folder, .other: throw FileSystemError.notAFolder(path)
    }
  }
}
