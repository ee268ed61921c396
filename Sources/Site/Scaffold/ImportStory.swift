public import Diagnostics
public import EDTF
public import Importing
import Positions
import YAML

/// `dateline import`: makes a story out of a file of another program, or adds to one.
public struct ImportStory: Sendable {
  /// What kind of file it is.
  public enum Format: String, Sendable, CaseIterable {
    /// A timeline of TimelineJS: its JSON, or its spreadsheet as CSV.
    case timelinejs
    /// A table of positions: `positions.csv` as a build writes it, or a spreadsheet made by hand.
    case csv
  }

  /// What the command says.
  public struct Request: Sendable {
    /// What kind of file it is.
    public var format: Format
    /// Where it is.
    public var file: String
    /// The story, by the name of its folder.
    public var story: String
    /// The folder that holds Content.
    public var folder = "."
    /// The headline of a new story; the file's own, or the id in words, if not said.
    public var title: String?
    /// Events before this day are over.
    public var today: Day
    /// How a date such as 03/04/2019 is read; by the file's other dates if not said.
    public var order: DayOrder?
    /// Whether nothing is written.
    public var isDryRun = false
    /// How many pieces of work are under way at once.
    public var jobs = 1

    /// Creates a request.
    public init(_ format: Format, file: String, story: String, today: Day) {
      self.format = format
      self.file = file
      self.story = story
      self.today = today
    }
  }

  /// What came of it.
  public struct Report: Sendable {
    /// What was made or added to; with a dry run, what the files would say.
    public let files: String
    /// What was found, and is worth a look.
    public let warnings: Diagnostics
    /// What else there is to say: how much was imported, what was assumed, what found no place, what comes next.
    public let remarks: [String]
  }

  let request: Request

  /// Creates the command; ``run()`` does the work.
  public init(_ request: Request) { self.request = request }

  /// Reads the file, and writes what came of it where all of it fits.
  ///
  /// Nothing is written unless the positions file, read with everything in it, says what it said before and has no mistake
  /// that it did not have.
  public func run() async throws(ScaffoldError) -> Report {
    guard Identifier.isValid(request.story) else { throw .command(NewStory.invalidID(request.story)) }
    let source = try read()
    let story = try await OpenStory.open(request.story, in: request.folder, jobs: request.jobs, mayBeNew: true)
    let imported = try make(source, into: story)
    if imported.isEmpty, imported.text.isEmpty || !story.isNew {
      return Report(
        files: "nothing to add", warnings: Diagnostics(), remarks: ImportRemarks(imported, request, story).lines)
    }
    let name = String(
      source.path[(source.path.lastIndex(of: "/").map { source.path.index(after: $0) } ?? source.path.startIndex)...])
    let draft =
      story.isNew
      ? PositionsDraft(imported, guide: ImportGuide(imported, of: request.format, file: name))
      : try PositionsDraft(imported, addedTo: story.source, root: story.reading.root)
    let warnings = try check(draft, story)
    let text = ImportedText(imported, request, story, file: name)
    try write(draft, text, story)
    return Report(
      files: files(draft, text, story), warnings: warnings, remarks: ImportRemarks(imported, request, story).lines)
  }

  private func read() throws(ScaffoldError) -> SourceText {
    guard FileSystem.kind(of: request.file) != nil else { throw .command("there is no file \(request.file)") }
    guard !FileSystem.isFolder(request.file) else { throw .command("\(request.file) is a folder, not a file") }
    let bytes = try ScaffoldError.onMachine { () throws(FileSystemError) in try FileSystem.read(request.file) }
    return SourceText(path: request.file, bytes: bytes)
  }

  private func make(_ source: SourceText, into story: OpenStory) throws(ScaffoldError) -> ImportedStory {
    var diagnostics = Diagnostics()
    let known = KnownStory(
      story.reading.story, sharedSides: story.shared?.sides.map(\.side) ?? [],
      actors: story.shared?.actors.map(\.actor) ?? [], sources: story.shared?.sources ?? [])
    let imported: ImportedStory? =
      switch request.format {
      case .timelinejs:
        TimelineImport(into: known, today: request.today, linksEvents: !story.hasExplainer)
          .read(source, diagnostics: &diagnostics)
      case .csv: SpreadsheetImport(into: known, order: request.order).read(source, diagnostics: &diagnostics)
      }
    guard let imported else { throw .content(diagnostics) }
    return imported
  }

  /// Reads the positions file as a build would.
  private func check(_ draft: PositionsDraft, _ story: OpenStory) throws(ScaffoldError) -> Diagnostics {
    let after: OpenStory.Reading
    do {
      after = try story.read(draft.bytes)
    } catch .content(let diagnostics) {
      throw .content(draft.traced(diagnostics, in: story.source.path))
    }
    let findings = draft.traced(after.findings.beyond(story.reading.findings), in: story.source.path)
    if findings.hasErrors { throw .content(findings) }
    guard after.root.isExtension(of: story.reading.root) else {
      var diagnostics = Diagnostics()
      diagnostics.error(
        "list-not-understood", "\(story.source.path) is written in a way that nothing can be added to it safely",
        at: story.source.location(0..<0), help: "nothing was written; import into a new story, and move what you need")
      throw .content(diagnostics)
    }
    return findings
  }

  private func write(_ draft: PositionsDraft, _ text: ImportedText?, _ story: OpenStory) throws(ScaffoldError) {
    var files: [(path: String, text: String)] = text.map { [($0.path, $0.file)] } ?? []
    if story.isNew { files.append((story.source.path, String(decoding: draft.bytes, as: UTF8.self))) }
    let new = NewFiles(folder: request.folder, files: files)
    try new.check()
    if request.isDryRun { return }
    try new.make()
    guard !story.isNew else { return }
    let now = try ScaffoldError.onMachine { () throws(FileSystemError) in try FileSystem.read(story.diskPath) }
    guard now == story.source.bytes else {
      throw .command("\(story.source.path) was changed meanwhile; nothing was added to it")
    }
    try ScaffoldError.onMachine { () throws(FileSystemError) in
      try FileSystem.replace(story.diskPath, with: draft.bytes)
    }
  }

  private func files(_ draft: PositionsDraft, _ text: ImportedText?, _ story: OpenStory) -> String {
    let place = request.folder == "." ? "" : request.folder + "/"
    if request.isDryRun {
      var parts = [
        "# \(place)\(story.source.path)\(story.isNew ? "" : ", added")\n" + draft.added.joined(separator: "\n")
      ]
      if let text { parts.append("# \(place)\(text.path)\n" + text.file) }
      return parts.joined(separator: "\n\n")
    }
    var lines = text.map { ["made \(place)\($0.path)"] } ?? []
    lines.append("\(story.isNew ? "made" : "added to") \(place)\(story.source.path)")
    return lines.joined(separator: "\n")
  }
}
