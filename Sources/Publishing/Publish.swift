public import Diagnostics
public import Site

/// A whole publish: checks and builds the site, finds out what differs at a target, and uploads that.
///
/// Output stays locked until the last byte is uploaded, so that two publishes of a site never run into each other, and no
/// build changes what is being uploaded. It is written only when nothing keeps the site from being published.
public struct Publish: Sendable {
  /// What is asked for.
  public struct Request: Sendable {
    /// What to build, and where.
    public var options: BuildOptions
    /// The target's name in site.yaml; `nil` where it names one only.
    public var target: String?
    /// Whether nothing is to be written, neither here nor there.
    public var isRehearsal = false
    /// Whether more pages may be removed than the target allows.
    public var allowsRemovals = false
    /// Whether what others put at the target gives way.
    public var isForced = false

    /// Creates a request for what is built by these options.
    public init(_ options: BuildOptions) { self.options = options }
  }

  /// How a publish ended.
  public enum Outcome: Sendable {
    /// The target holds the site, or would; with what was done, or would be.
    case done(target: String, Changes)
    /// Something is wrong with the content, or with what the publish would do; nothing was changed at the target.
    case refused(Diagnostics)
    /// Which target is meant cannot be told, or there is none.
    case noTarget(String)
    /// The folder holds no Content.
    case noContent
    /// Another build or publish is at work in the same Output.
    case busy(output: String)
  }

  let request: Request

  /// Creates a publish; ``run(showing:)`` does the work.
  public init(_ request: Request) { self.request = request }

  /// How often a target that somebody else changes meanwhile is looked at again.
  private static let mostAttempts = 3

  /// Publishes.
  ///
  /// - Parameter show: is given warnings, and what will be done before it is done.
  /// - Throws: ``PublishFailure`` where a step failed; `FileSystemError`.
  public func run(showing show: @Sendable (Diagnostics, Announcement?) throws -> Void) async throws -> Outcome {
    var options = request.options
    var diagnostics = Diagnostics()
    guard let targets = try PublishTarget.all(in: options.folder, diagnostics: &diagnostics) else { return .noContent }
    var chosen: PublishTarget?
    if !diagnostics.hasErrors {
      switch choose(among: targets) {
      case .success(let target): chosen = target
      case .failure(let error): return .noTarget(error.message)
      }
    }
    options.baseURL = options.baseURL ?? chosen?.baseURL
    let site: Publication
    let warnings: Diagnostics
    switch request.isRehearsal
      ? try await Publication.rehearse(options) : try await Publication.make(options)
    {
    case .made(let made, let found): (site, warnings) = (made, found)
    case .refused(let errors): return .refused(errors)
    case .noContent: return .noContent
    case .busy(let output): return .busy(output: output)
    }
    // Errors in site.yaml are among those of the build.
    guard let chosen else { return .refused(diagnostics) }
    do {
      try show(warnings, nil)
      let outcome = try await publish(site, to: chosen, show: show)
      if case .refused = outcome { try site.withdraw() }
      return outcome
    } catch {
      // What stands aside is of no use any more; the failure that matters is the one told.
      try? site.withdraw()
      guard let refusal = error as? TargetRefused else { throw error }
      return .refused(self.diagnostics(of: refusal, chosen))
    }
  }

  private func publish(
    _ site: Publication, to target: PublishTarget, show: (Diagnostics, Announcement?) throws -> Void
  ) async throws -> Outcome {
    let upload = try uploadTarget(target)
    var attempts = 0
    var isCommitted = false
    while true {
      let changes = try survey(upload, site)
      try show(Diagnostics(), Announcement(target, upload, changes, isRehearsal: request.isRehearsal))
      let refusals = refusals(of: changes, target)
      if refusals.hasErrors { return .refused(refusals) }
      guard let lock = site.lock else { return .done(target: target.name, changes) }
      if !isCommitted { try await site.commit() }
      isCommitted = true
      if changes.isEmpty { return .done(target: target.name, changes) }
      let run = UploadRun(retry: "dateline publish --to \(target.name)", isForced: request.isForced, lock: lock)
      do {
        try withExtendedLifetime(site) { try upload.upload(site, changes, run) }
        return .done(target: target.name, changes)
      } catch let error as TargetMoved {
        attempts += 1
        guard attempts < Self.mostAttempts else {
          throw run.failure(of: "publishing", error, state: "somebody else's work is up, and this site is not")
        }
      }
    }
  }

  private func survey(_ upload: any UploadTarget, _ site: Publication) throws -> Changes {
    do {
      return Changes(from: try upload.survey(site), to: site)
    } catch let error as TargetRefused {
      throw error
    } catch {
      throw PublishFailure(
        step: "looking at what is there", cause: error, state: "nothing was changed, neither here nor there",
        advice: "is \(upload.description) the right place, and may you read and write there?")
    }
  }

  private func choose(among targets: [PublishTarget]) -> Result<PublishTarget, Unchosen> {
    let names = targets.map(\.name)
    guard let first = targets.first else {
      return .failure(
        Unchosen(
          "site.yaml names no place to publish to; write one there, such as "
            + "“publish: {pages: {kind: git, branch: gh-pages}}”"))
    }
    guard let wanted = request.target else {
      if targets.count == 1 { return .success(first) }
      return .failure(Unchosen("publish where? --to takes one of \(names.joined(separator: ", "))"))
    }
    if let target = targets.first(where: { $0.name == wanted }) { return .success(target) }
    let nearest = nearestName(to: wanted, among: names).map { "did you mean “\($0)”?" }
    return .failure(
      Unchosen("site.yaml names no target “\(wanted)”; \(nearest ?? "it names \(names.joined(separator: ", "))")"))
  }

  private func uploadTarget(_ target: PublishTarget) throws(FileSystemError) -> any UploadTarget {
    let folder = request.options.folder
    return switch target.destination {
    case .directory(let path, let keep): DirectoryTarget(path, keep: keep, folder: folder)
    case .git(let remote, let branch): try GitTarget(remote: remote, branch: branch, folder: folder)
    case .rsync(let address): RsyncTarget(to: address, folder: folder)
    case .rclone(let address): RcloneTarget(to: address, folder: folder)
    }
  }
}

/// Why no target is chosen.
private struct Unchosen: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
