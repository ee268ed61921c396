import Diagnostics
import EDTF

/// What is written down of a build that was made, as `.dateline/record` inside Output: by it the next one sees that there
/// is nothing to do, or which files it may leave as they are.
///
/// It says of which inputs, to which outputs, and what there was to tell. It is believed only while every output is as it
/// was, down to the last file; and of the inputs, only texts and stories may be others (``BuildMemory``).
struct BuildRecord {
  private static let name = "record"
  private static let format = "Dateline build 3"

  /// Writes down a build that has just been made.
  ///
  /// Nothing is written where the findings cannot be told again, or what every page is made from may change unseen.
  static func write(
    _ summary: BuildSummary, _ findings: Diagnostics, _ memory: BuildMemory, of inputs: BuildInputs, folder: String,
    in claim: OutputClaim
  ) async throws(FileSystemError) {
    try claim.own.removeFile(name)
    guard inputs.areSettled else { return }
    var writer = RecordWriter()
    writer.add(format)
    for digest in inputs.digests { writer.add(digest) }
    // Of a file that was kept, what stood there when it was decided to: if somebody has changed it since, that will show.
    writer.add(try await outputs(in: claim, known: memory.files.map(\.stamp)).all.digest)
    writer.add(memory)
    writer.add(summary)
    var sources = RecordedSources(folder: folder)
    guard writer.add(findings, from: &sources) else { return }
    try claim.own.make(name + ".new", holding: writer.bytes)
    try claim.own.move(name + ".new", to: claim.own, name, replacing: true)
  }

  /// What the record says of a build to come.
  enum Answer {
    /// It would end as the last one did.
    case upToDate(BuildSummary, Diagnostics)
    /// It has to be made, for this reason; not all of it, perhaps, where there is a memory.
    case outOfDate(String, BuildMemory?)
  }

  /// Whether a build with these inputs would end as the last one did.
  static func read(
    of inputs: BuildInputs, folder: String, in claim: OutputClaim
  ) async throws(FileSystemError) -> Answer {
    guard let bytes = try claim.own.bytes(of: name), let written = try claim.own.stamp(of: name) else {
      let reason =
        "the last build left no record of itself, as where the program or a template had changed just before it"
      return .outOfDate(reason, nil)
    }
    let unreadable = Answer.outOfDate("the record of the last build is none of this dateline's", nil)
    var reader = RecordReader(bytes)
    guard reader.text() == format else { return unreadable }
    var digests: [String] = []
    for _ in inputs.digests {
      guard let digest = reader.text() else { return unreadable }
      digests.append(digest)
    }
    let difference = inputs.difference(from: digests, since: written.changed)
    if let difference, !inputs.haveSameSurroundings(as: digests) { return .outOfDate(difference, nil) }
    let outputs = try await outputs(in: claim)
    // What was changed in the moment of writing may have been changed after it.
    guard reader.text() == outputs.all.digest, outputs.all.newest < written.changed else {
      return .outOfDate("the site in \(claim.root.path) has changed since the last build", nil)
    }
    guard var memory = reader.memory(), memory.files.count == outputs.each.count else { return unreadable }
    for index in memory.files.indices { memory.files[index].stamp = outputs.each[index] }
    if let difference { return .outOfDate(difference, memory) }
    var sources = RecordedSources(folder: folder)
    guard let summary = reader.summary(), let findings = reader.findings(from: &sources) else { return unreadable }
    return .upToDate(summary, findings)
  }

  /// The stamps of all files of the build's own, the list of them included; and those of the site's files, by path.
  ///
  /// - Parameter known: stamps that need not be taken again, by path, each `nil` that has to be.
  private static func outputs(
    in claim: OutputClaim, known: [FileSystem.Stamp?] = []
  ) async throws(FileSystemError) -> (all: Stamps, each: [FileSystem.Stamp?]) {
    let files = OutputManifest.paths(in: try claim.own.bytes(of: "manifest") ?? []).map(\.file)
    var each = known.count == files.count ? known : files.map { _ in nil }
    let unknown = each.indices.filter { each[$0] == nil }
    let taken = try await claim.root.stamps(of: unknown.map { files[$0] }, jobs: claim.jobs)
    for (index, stamp) in zip(unknown, taken) { each[index] = stamp }
    var all = Stamps()
    all.add("manifest", try claim.own.stamp(of: "manifest"))
    for (path, stamp) in zip(files, each) { all.add(path, stamp) }
    return (all, each)
  }
}
