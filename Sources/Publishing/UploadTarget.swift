import Site

/// A place a site can be published to, and the program it takes to get there; one file a kind.
protocol UploadTarget: Sendable {
  /// Where it is, after its name in site.yaml: “branch gh-pages of git@host:me/site.git”.
  var description: String { get }

  /// What stands there now. Writes nothing, neither here nor there.
  ///
  /// - Throws: ``CommandFailure``, `FileSystemError`, ``TargetRefused``.
  func survey(_ site: Publication) throws -> Survey

  /// Makes the target hold the site, whose files are in Output by now.
  ///
  /// - Throws: ``PublishFailure``, which says what readers get now; ``TargetMoved``.
  func upload(_ site: Publication, _ changes: Changes, _ run: UploadRun) throws
}

/// What an upload needs to know besides.
struct UploadRun: Sendable {
  /// What an editor types to try again: `dateline publish --to web`.
  let retry: String
  /// Whether what others did there meanwhile gives way.
  let isForced: Bool
  /// The lock on Output.
  let lock: FileSystem.Lock

  /// A failure of a step that is to be tried again.
  func failure(of step: String, _ cause: any Error, state: String) -> PublishFailure {
    PublishFailure(
      step: step, cause: cause, state: state,
      advice: "once that is mended, run `\(retry)` again: it completes what is missing")
  }
}
