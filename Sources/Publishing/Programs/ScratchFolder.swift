import Site

/// A folder for what is needed for a moment, gone with the value that made it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws(FileSystemError) { path = try FileSystem.makeTemporaryFolder(named: "dateline") }

  // What is left behind in the system's temporary folder harms nobody.
  deinit { try? FileSystem.removeTree(path) }
}
