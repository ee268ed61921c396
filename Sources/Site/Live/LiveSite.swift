public import Diagnostics
public import EDTF

/// A site that is looked at again and again while its files change.
///
/// Each look takes in what is different and nothing else. The states it gives out are whole: one in which something is
/// wrong is told of, and never takes the place of one in which nothing is.
public actor LiveSite {
  /// What a look came to.
  public struct Look: Sendable {
    /// The newest state in which nothing was found wrong before its pages were rendered; `nil` where there was none yet.
    public let snapshot: SiteSnapshot?
    /// What was found before any page was rendered.
    public let findings: Diagnostics
    /// The files that are different since the look before, as messages show their paths; all are, in the first look.
    public let changedFiles: [String]
    /// The pages whose own text is among them, by their paths below the root.
    public let ownPages: [String]
  }

  private let options: BuildOptions
  private var trees: SourceTrees?
  private var parsed: ParsedSite?
  private var current: SiteSnapshot?
  private var today: Day?
  /// The site on other days, the one last asked for last.
  private var otherDays: [OtherDay] = []
  /// What was read in the last look in which nothing was wrong, and which of those looks it was.
  private var good: (parsed: ParsedSite, number: Int)?

  private struct OtherDay {
    let day: Day
    /// Which look it shows.
    let number: Int
    let snapshot: SiteSnapshot
  }

  /// How many other days are kept at once.
  private static let mostDays = 3

  /// Creates a site of which nothing has been looked at.
  public init(_ options: BuildOptions) { self.options = options }

  /// Looks at all files of the site.
  ///
  /// - Parameter today: the day of the edition, where nobody pinned one.
  /// - Returns: `nil` where nothing is different since the look before.
  /// - Throws: ``FileSystemError`` where a file cannot be read, perhaps because it went away that moment; what was known
  ///   stays.
  public func look(today: Day) async throws(FileSystemError) -> Look? {
    var options = options
    if !options.edition.isPinned { options.edition = Edition(today: today, isPinned: false) }
    var found = Diagnostics()
    let trees = try await Corridor(options: options).load(reusing: self.trees, &found)
    let changedFiles = trees.changes(since: self.trees)
    guard !changedFiles.isEmpty || self.trees == nil || self.today != options.edition.today else {
      self.trees = trees
      return nil
    }
    let parsed = await Corridor(options: options).parse(trees, reusing: self.parsed, &found)
    let snapshot = await SiteSnapshot(parsed, options: options, after: current, diagnostics: &found)
    self.trees = trees
    self.parsed = parsed
    self.today = options.edition.today
    if !found.hasErrors {
      current = snapshot
      good = (parsed, (good?.number ?? 0) + 1)
    }
    return Look(
      snapshot: current, findings: found, changedFiles: changedFiles, ownPages: snapshot.ownPages(of: changedFiles))
  }

  /// The site as of another day, in its newest state in which nothing was wrong.
  ///
  /// - Returns: `nil` where there was none.
  public func snapshot(asOf day: Day) async -> SiteSnapshot? {
    guard let good else { return nil }
    let old = otherDays.first { $0.day == day }
    if let old, old.number == good.number { return old.snapshot }
    var options = options
    options.edition = Edition(today: day, isPinned: true)
    var found = Diagnostics()
    let snapshot = await SiteSnapshot(good.parsed, options: options, after: old?.snapshot, diagnostics: &found)
    if found.hasErrors { return old?.snapshot }
    otherDays.removeAll { $0.day == day }
    otherDays.append(OtherDay(day: day, number: good.number, snapshot: snapshot))
    if otherDays.count > Self.mostDays { otherDays.removeFirst() }
    return snapshot
  }
}
