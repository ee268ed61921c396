import Synchronization

/// Tells that something in some folders may be different: a hint, never more.
///
/// What is different is for whoever looks. On Linux the kernel tells (inotify); where that fails, and elsewhere, the
/// clock does.
final class FolderWatch: Sendable {
  private let isHinted = Mutex(false)
  /// Whether the kernel tells of everything.
  private let isTold = Mutex(false)
  private let hints: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  /// Where hints come by the clock alone.
  private static let interval = Duration.milliseconds(250)
  /// Where the kernel tells, which on some network disks it does of this machine's own changes only.
  private static let longInterval = Duration.seconds(5)
  /// Who saves does several things to a folder at once, and who changes a branch to many: until nothing has happened
  /// for this long, there is nothing to look at,
  private static let quiet = Duration.milliseconds(4)
  /// but nobody waits for longer than this.
  private static let longestWait = Duration.milliseconds(40)

  /// - Parameter folders: watched with all folders below them, those that come later too; one that is not there is
  ///   waited for.
  init(_ folders: [String]) {
    (hints, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    #if os(Linux)
      let isTold = Inotify.watch(folders) { [self] isComplete in
        self.isTold.withLock { $0 = isComplete }
        hint()
      }
      self.isTold.withLock { $0 = isTold }
    #endif
    Task(priority: .utility) { [self] in
      while !Task.isCancelled {
        try? await Task.sleep(for: self.isTold.withLock { $0 } ? Self.longInterval : Self.interval)
        hint()
      }
    }
  }

  private func hint() {
    isHinted.withLock { $0 = true }
    continuation.yield()
  }

  private func takeHint() -> Bool {
    isHinted.withLock { isHinted in
      defer { isHinted = false }
      return isHinted
    }
  }

  /// Calls `look` whenever something may be different, until the task is cancelled.
  func forEachHint(_ look: () async -> Void) async {
    let clock = ContinuousClock()
    for await _ in hints {
      guard takeHint() else { continue }
      let deadline = clock.now + Self.longestWait
      repeat { try? await Task.sleep(for: Self.quiet) } while takeHint() && clock.now < deadline
      await look()
    }
  }
}
