import Diagnostics
import EDTF

/// What is written down of a build that was made, as `.dateline/record` inside Output: by it the next one sees that there
/// is nothing to do.
///
/// It says of which inputs, to which outputs, and what there was to tell. It is believed only while all of that is as it
/// was, down to the last file; of whatever differs in the least, everything is made again.
struct BuildRecord {
  private static let name = "record"
  private static let format = "Dateline build 2"

  /// Writes down a build that has just been made.
  ///
  /// Nothing is written where the findings cannot be told again, or the inputs may change unseen.
  static func write(
    _ summary: BuildSummary, _ findings: Diagnostics, of inputs: BuildInputs, folder: String, in claim: OutputClaim
  ) async throws(FileSystemError) {
    try claim.own.removeFile(name)
    guard inputs.areSettled else { return }
    var writer = RecordWriter()
    writer.add(format)
    for digest in inputs.digests { writer.add(digest) }
    writer.add(try await outputs(in: claim).digest)
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
    /// It has to be made, for this reason.
    case outOfDate(String)
  }

  /// Whether a build with these inputs would end as the last one did.
  static func read(
    of inputs: BuildInputs, folder: String, in claim: OutputClaim
  ) async throws(FileSystemError) -> Answer {
    guard let bytes = try claim.own.bytes(of: name), let written = try claim.own.stamp(of: name) else {
      return .outOfDate("the last build left no record of itself, as where files had changed just before it")
    }
    let unreadable = Answer.outOfDate("the record of the last build is none of this dateline's")
    var reader = RecordReader(bytes)
    guard reader.text() == format else { return unreadable }
    var digests: [String] = []
    for _ in inputs.digests {
      guard let digest = reader.text() else { return unreadable }
      digests.append(digest)
    }
    if let difference = inputs.difference(from: digests, since: written.changed) { return .outOfDate(difference) }
    let outputs = try await outputs(in: claim)
    // What was changed in the moment of writing may have been changed after it.
    guard reader.text() == outputs.digest, outputs.newest < written.changed else {
      return .outOfDate("the site in \(claim.root.path) has changed since the last build")
    }
    var sources = RecordedSources(folder: folder)
    guard let summary = reader.summary(), let findings = reader.findings(from: &sources) else { return unreadable }
    return .upToDate(summary, findings)
  }

  /// The stamps of all files of the build's own, the list of them included.
  private static func outputs(in claim: OutputClaim) async throws(FileSystemError) -> Stamps {
    let manifest = try claim.own.bytes(of: "manifest") ?? []
    let paths = OutputManifest.paths(in: manifest)
    var stamps = Stamps()
    stamps.add("manifest", try claim.own.stamp(of: "manifest"))
    let files = paths.map(\.file)
    let stamped = zip(files, try await claim.root.stamps(of: files, jobs: claim.jobs))
    for (path, stamp) in stamped { stamps.add(path, stamp) }
    return stamps
  }
}
