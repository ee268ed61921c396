import Site

/// The line that says how far a long build is. It fits any terminal, for a line that wraps cannot be drawn over.
struct ProgressLine: Sendable {
  /// A build that takes no longer than this has nothing to tell.
  static let patience = Duration.milliseconds(500)

  private var room: BuildRoom?
  private var count: (done: Int, all: Int)?

  mutating func take(_ event: BuildEvent) {
    switch event {
    case .entered(let room): (self.room, count) = (room, nil)
    case .advanced(let done, let all): count = (done, all)
    case .left: (room, count) = (nil, nil)
    case .reason: break
    }
  }

  /// What is to be seen so long after the build began; `nil` for nothing.
  func text(after time: Duration) -> String? {
    guard let room, time >= Self.patience else { return nil }
    return Self.words(for: room) + (count.map { ": \($0.done) of \($0.all)" } ?? "")
  }

  private static func words(for room: BuildRoom) -> String {
    switch room {
    case .load: "reading files"
    case .parse: "reading texts"
    case .resolve: "looking for quotes"
    case .plan: "planning pages"
    case .render: "making pages"
    case .check: "checking links"
    case .commit: "moving files"
    }
  }
}
