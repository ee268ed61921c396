import Foundation
import Site
import Synchronization

/// Tells at the terminal how a build goes: in a line that is drawn over and over while it takes long, and with `--verbose`
/// room by room.
final class BuildLog: Sendable {
  private struct State {
    var line = ProgressLine()
    /// When the room was entered that the build is in.
    var entered = ContinuousClock.now
    var isOver = false
  }

  private let verbosity: Verbosity
  private let draws: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(_ verbosity: Verbosity) {
    self.verbosity = verbosity
    draws = verbosity != .quiet && Terminal.drawsProgress
  }

  /// What is to become of a build's events; `nil` where nobody would see anything of them.
  var listener: (@Sendable (BuildEvent) -> Void)? {
    guard verbosity == .verbose || draws else { return nil }
    return { self.take($0) }
  }

  /// Says something about the work that is no finding.
  func note(_ text: String) { if verbosity != .quiet { Terminal.note(text) } }

  /// Does work while how far it is can be seen.
  func during<Value>(_ work: () async throws -> Value) async rethrows -> Value {
    // A thread of its own, for a room may keep all those that tasks have.
    if draws { Thread.detachNewThread { while self.draw() { Thread.sleep(forTimeInterval: 0.1) } } }
    defer { end() }
    return try await work()
  }

  private func take(_ event: BuildEvent) {
    let now = ContinuousClock.now
    let entered = state.withLock { state in
      state.line.take(event)
      if case .entered = event { state.entered = now }
      // At once, not at the next tick: once a room is left, others may write where the line stood.
      if draws { Terminal.show(status: state.line.text(after: now - start)) }
      return state.entered
    }
    guard verbosity == .verbose else { return }
    switch event {
    case .left(let room, let what): Terminal.note("\(room.rawValue): \(what); \((now - entered).inMilliseconds)")
    case .reason(let reason): Terminal.note(reason)
    case .entered, .advanced: break
    }
  }

  /// - Returns: whether there may be anything more to draw.
  private func draw() -> Bool {
    state.withLock { state in
      if !state.isOver { Terminal.show(status: state.line.text(after: .now - start)) }
      return !state.isOver
    }
  }

  private func end() {
    state.withLock { $0.isOver = true }
    if draws { Terminal.show(status: nil) }
  }
}
