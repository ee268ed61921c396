#if canImport(Darwin)
  import Foundation
#endif

/// All that decides what a build makes: the program, what it is asked for, the day, and every file it reads.
struct BuildInputs: Sendable {
  /// What is told apart, so that a build can say what is different.
  enum Part: CaseIterable {
    case program, request, day, content, templates
    /// What in Content every page may be made from, and every story.
    case settings
  }

  /// By part: the same for the same inputs, and for no others; empty, and the same as no other, for a part that is not
  /// settled.
  ///
  /// Some file systems count time in steps of two seconds: of a file that was changed just now, a change to come may leave
  /// the stamp as it is.
  let digests: [String]
  /// Files changed before this moment are settled, in nanoseconds of Unix time.
  let settledAt: Int64
  /// The file of each part that was changed last, and when, in nanoseconds of Unix time.
  private let newest: [(name: String, changed: Int64)]

  /// The longest step in which a file system counts time, in nanoseconds.
  static let longestStep: Int64 = 2_000_000_000

  /// Takes the stamps, before any of the files is read: what changes in between is then a change.
  ///
  /// - Parameter step: the step in which time is counted where the files are, in nanoseconds.
  init(_ options: BuildOptions, step: Int64 = longestStep) async throws(FileSystemError) {
    let settledAt = FileSystem.now - step
    var parts: [Stamps] = []
    for part in Part.allCases { parts.append(try await Self.stamps(of: part, options)) }
    self.settledAt = settledAt
    digests = parts.map { $0.newest < settledAt ? $0.digest : "" }
    newest = parts.map { ($0.newestName, $0.newest) }
  }

  /// Whether any change from now on will show, of everything but single texts and stories.
  var areSettled: Bool { !surroundings(in: digests).contains("") }

  /// Whether all but single texts and stories is what it was in an earlier build.
  func haveSameSurroundings(as digests: [String]) -> Bool {
    areSettled && surroundings(in: digests) == surroundings(in: self.digests)
  }

  private func surroundings(in digests: [String]) -> [String] {
    zip(Part.allCases, digests).compactMap { $0 == .content ? nil : $1 }
  }

  private static func stamps(of part: Part, _ options: BuildOptions) async throws(FileSystemError) -> Stamps {
    var stamps = Stamps()
    switch part {
    case .program: stamps.add(program, FileSystem.stamp(of: program))
    case .request:
      stamps.add(options.folder)
      stamps.add(options.baseURL ?? "")
      stamps.add("\(options.includesDrafts) \(options.includesFuture)")
    case .day: stamps.add("\(options.edition.today) \(options.edition.isPinned)")
    case .content: try await add(FileSystem.Folder(options.contentFolder), jobs: options.jobs, to: &stamps)
    case .settings:
      for name in ["site.yaml", "positions.yaml"] {
        stamps.add(name, FileSystem.stamp(of: options.contentFolder + "/" + name))
      }
    case .templates:
      stamps.add("\(FileSystem.isFolder(options.templatesFolder))")
      guard FileSystem.isFolder(options.templatesFolder) else { break }
      try await add(FileSystem.Folder(options.templatesFolder), jobs: options.jobs, to: &stamps)
    }
    return stamps
  }

  /// What is different from the inputs of an earlier build, in words; `nil` where nothing is.
  ///
  /// - Parameters:
  ///   - digests: those of that build.
  ///   - moment: when it was, in nanoseconds of Unix time.
  func difference(from digests: [String], since moment: Int64) -> String? {
    guard let index = digests.indices.first(where: { self.digests[$0] != digests[$0] || digests[$0].isEmpty }) else {
      return nil
    }
    let file = newest[index]
    let last = file.changed > moment ? ", \(file.name) last" : ""
    switch Part.allCases[index] {
    case .program: return "the last build was made by another dateline"
    case .request: return "the last build had other options"
    case .day: return "the last build was made for another day"
    case .content, .settings:
      return digests[index].isEmpty
        ? "Content had changed just before the last build" : "Content has changed since the last build" + last
    case .templates: return "Templates has changed since the last build" + last
    }
  }

  /// Adds what is in a folder, as the folder lists it: another order is taken for a change, which does no harm.
  private static func add(
    _ folder: FileSystem.Folder, jobs: Int, to stamps: inout Stamps
  ) async throws(FileSystemError) {
    var paths: [String] = []
    try list(folder, below: "", into: &paths)
    let name = FolderCursor.name(of: folder.path) + "/"
    for (path, stamp) in zip(paths, try await folder.stamps(of: paths, jobs: jobs)) { stamps.add(name + path, stamp) }
  }

  /// Lists what is in a folder and those in it; a folder's own path has a slash at its end.
  private static func list(
    _ folder: FileSystem.Folder, below path: String, into paths: inout [String]
  ) throws(FileSystemError) {
    for (name, kind) in try folder.entries() where !SourceTree.passesOver(name) {
      if kind == .folder, let inner = try folder.folder(name) {
        paths.append(path + name + "/")
        try list(inner, below: path + name + "/", into: &paths)
      } else {
        paths.append(path + name)
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
