#if canImport(Darwin)
  import Foundation
#endif

/// All that decides what a build makes: the program, what it is asked for, the day, and every file it reads.
struct BuildInputs: Sendable {
  /// The same for the same inputs, and for no others.
  let digest: String
  /// Whether every change of a file from now on will show in its stamp.
  ///
  /// Some file systems count time in steps of two seconds: of a file that was changed just now, a change to come may
  /// leave the stamp as it is.
  let areSettled: Bool

  /// The longest step in which a file system counts time, in nanoseconds.
  static let longestStep: Int64 = 2_000_000_000

  /// Takes the stamps, before any of the files is read: what changes in between is then a change.
  ///
  /// - Parameter step: the step in which time is counted where the files are, in nanoseconds.
  init(_ options: BuildOptions, step: Int64 = longestStep) throws(FileSystemError) {
    var stamps = Stamps()
    stamps.add(Self.program, FileSystem.stamp(of: Self.program))
    stamps.add(options.folder)
    stamps.add(options.baseURL ?? "")
    stamps.add("\(options.edition.today) \(options.edition.isPinned)")
    stamps.add("\(options.includesDrafts) \(options.includesFuture)")
    for name in ["Content", "Templates"] {
      let path = options.folder + "/" + name
      stamps.add(name)
      if FileSystem.isFolder(path) { try Self.add(FileSystem.Folder(path), below: "", to: &stamps) }
    }
    digest = stamps.digest
    areSettled = stamps.newest < FileSystem.now - step
  }

  /// Adds what is in a folder, as the folder lists it: another order is taken for a change, which does no harm.
  private static func add(
    _ folder: FileSystem.Folder, below path: String, to stamps: inout Stamps
  ) throws(FileSystemError) {
    for (name, kind) in try folder.entries() where !SourceTree.passesOver(name) {
      if kind == .folder, let inner = try folder.folder(name) {
        stamps.add(path + name + "/")
        try add(inner, below: path + name + "/", to: &stamps)
      } else {
        stamps.add(path + name, try folder.stamp(of: name))
      }
    }
  }

  /// The file that is running.
  private static var program: String {
    #if canImport(Darwin)
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #else
      "/proc/self/exe"
    #endif
  }
}
