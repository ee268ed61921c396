import Diagnostics
import EDTF

/// What is written down of a build that was made, as `.dateline/record` inside Output: by it the next one sees that there
/// is nothing to do.
///
/// It says of which inputs, to which outputs, and what there was to tell. It is believed only while all of that is as it
/// was, down to the last file; of whatever differs in the least, everything is made again.
struct BuildRecord {
  private static let name = "record"
  private static let format = "Dateline build 1"

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
    writer.add(inputs.digest)
    writer.add(try await outputs(in: claim).digest)
    writer.add(summary)
    var sources = RecordedSources(folder: folder)
    guard writer.add(findings, from: &sources) else { return }
    try claim.own.make(name + ".new", holding: writer.bytes)
    try claim.own.move(name + ".new", to: claim.own, name, replacing: true)
  }

  /// How the last build ended, if one with these inputs would end the same way.
  static func read(
    of inputs: BuildInputs, folder: String, in claim: OutputClaim
  ) async throws(FileSystemError) -> (BuildSummary, Diagnostics)? {
    guard let bytes = try claim.own.bytes(of: name), let written = try claim.own.stamp(of: name) else { return nil }
    var reader = RecordReader(bytes)
    guard reader.text() == format, reader.text() == inputs.digest else { return nil }
    let outputs = try await outputs(in: claim)
    // What was changed in the moment of writing may have been changed after it.
    guard reader.text() == outputs.digest, outputs.newest < written.changed, let summary = reader.summary() else {
      return nil
    }
    var sources = RecordedSources(folder: folder)
    return reader.findings(from: &sources).map { (summary, $0) }
  }

  /// The stamps of all files of the build's own, the list of them included.
  private static func outputs(in claim: OutputClaim) async throws(FileSystemError) -> Stamps {
    let manifest = try claim.own.bytes(of: "manifest") ?? []
    let paths = OutputManifest.paths(in: manifest)
    let root = claim.root
    let results = await parallelMap(paths, jobs: claim.jobs, with: { FolderCursor(root) }) { folders, path in
      Result { () throws(FileSystemError) -> FileSystem.Stamp? in
        guard case .folder(let folder) = try folders.place(of: path.file) else { return nil }
        return try folder.stamp(of: FolderCursor.name(of: path.file))
      }
    }
    var stamps = Stamps()
    stamps.add("manifest", try claim.own.stamp(of: "manifest"))
    for (path, result) in zip(paths, results) { stamps.add(path.file, try result.get()) }
    return stamps
  }
}
