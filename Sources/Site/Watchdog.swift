import Foundation
private import Synchronization

/// The last resort against a file that takes for ever: it is named, and the process can end.
///
/// A call into a C library cannot be cancelled. Every input is bounded before it gets so far; this is for what the bounds
/// do not know. It watches the reading of files and the making of pages, when the site is still as it was.
public final class Watchdog: Sendable {
  /// How many seconds a file may take: a hundred times what the largest does.
  public static let patience = 60

  @TaskLocal private static var current: Watchdog?

  private struct State {
    var isOver = false
    var next = 0
    /// What is being worked on, and how often it was seen.
    var pieces: [Int: (name: String, looks: Int)] = [:]
  }

  private let state = Mutex(State())
  /// Who watches over the same work, and may have another patience.
  private let outer: Watchdog?

  private init(below outer: Watchdog?) { self.outer = outer }

  /// Does work while a thread of its own looks, once a second, at what is being worked on.
  ///
  /// Looks are counted, not the time between them, so that a machine that slept in between does no harm.
  ///
  /// - Parameters:
  ///   - patience: how often one piece of work may be seen.
  ///   - interval: the seconds between two looks.
  ///   - giveUp: called once, with the name of a piece of work that was seen more often.
  public static func guarding<Value: Sendable>(
    patience: Int = patience, interval: Double = 1, orElse giveUp: @escaping @Sendable (String) -> Void,
    _ work: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    try await looking(every: interval, patience) { name in
      if let name { giveUp(name) }
      return name == nil
    } at: {
      try await work()
    }
  }

  /// Does work, and tells after each look which piece of it takes long.
  ///
  /// - Parameters:
  ///   - patience: how often a piece of work may be seen before it takes long.
  ///   - interval: the seconds between two looks.
  ///   - tell: called with `nil` where none takes long.
  public static func noticing<Value: Sendable>(
    patience: Int, interval: Double = 1, _ tell: @escaping @Sendable (String?) -> Void,
    _ work: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    try await looking(every: interval, patience) { name in
      tell(name)
      return true
    } at: {
      try await work()
    }
  }

  /// - Parameter goesOn: called after each look, with what was seen too often; returns whether there is to be another.
  private static func looking<Value: Sendable>(
    every interval: Double, _ patience: Int, _ goesOn: @escaping @Sendable (String?) -> Bool,
    at work: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    let dog = Watchdog(below: current)
    defer { dog.state.withLock { $0.isOver = true } }
    Thread.detachNewThread {
      while !dog.state.withLock(\.isOver) {
        Thread.sleep(forTimeInterval: interval)
        if !goesOn(dog.look(patience)) { return }
      }
    }
    return try await $current.withValue(dog) { try await work() }
  }

  /// Who guards this task.
  public static var guardian: Watchdog? { current }

  /// Does work that was begun elsewhere, under the same eyes as the task that this is the guardian of.
  public func alsoGuarding<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value {
    await Self.$current.withValue(self) { await work() }
  }

  /// Does a piece of work under the eyes of whoever guards this task.
  static func watching<Value>(_ name: String, _ work: () -> Value) -> Value {
    guard let dog = current else { return work() }
    return dog.watching(name, work)
  }

  private func watching<Value>(_ name: String, _ work: () -> Value) -> Value {
    let piece = state.withLock { state in
      state.next += 1
      state.pieces[state.next] = (name, 0)
      return state.next
    }
    defer { state.withLock { $0.pieces[piece] = nil } }
    return outer.map { $0.watching(name, work) } ?? work()
  }

  /// Counts a look at each piece of work; the one that was seen too often, the first by name of several.
  private func look(_ patience: Int) -> String? {
    state.withLock { state in
      for piece in state.pieces.keys { state.pieces[piece]?.looks += 1 }
      return state.pieces.values.filter { $0.looks > patience }.map(\.name).min()
    }
  }
}
