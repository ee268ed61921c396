import Synchronization

/// Server-sent events to every browser that listens (WHATWG HTML, 9.2).
///
/// Who listens is told the newest event at once and every later one as it comes.
final class EventStream: Sendable {
  private struct State: Sendable {
    var newest: [UInt8] = []
    var listeners: [ObjectIdentifier: Listener] = [:]
  }

  private let state = Mutex(State())

  /// How many browsers listen.
  var count: Int { state.withLock { $0.listeners.count } }

  /// Sends an event to all who listen, and to those who come before the next.
  ///
  /// - Parameter data: one line.
  func send(_ data: String) {
    let event = Array("data: \(data)\n\n".utf8)
    let listeners = state.withLock { state in
      state.newest = event
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.append(event) }
  }

  /// Sends something that means nothing: only so is it noticed who has gone.
  func sendHeartbeat() {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.append(Array(":\n\n".utf8)) }
  }

  /// Adds one who listens, and tells it the newest event.
  func add(_ listener: Listener) {
    state.withLock { state in
      state.listeners[ObjectIdentifier(listener)] = listener
      // A browser whose connection breaks tries again after this many milliseconds.
      listener.append(Array("retry: 500\n".utf8) + state.newest)
    }
  }

  func remove(_ listener: Listener) { state.withLock { $0.listeners[ObjectIdentifier(listener)] = nil } }

  /// One browser: what it has still to be sent, and how it is woken when there is something.
  final class Listener: Sendable {
    private struct Outbox: Sendable {
      var pending: [UInt8] = []
      var isClosed = false
      var wake: (@Sendable () -> Void)?
    }

    private let outbox = Mutex(Outbox())
    /// One who takes nothing for so long that this much waits, in bytes, is given up.
    private static let limit = 4 << 20

    fileprivate func append(_ bytes: [UInt8]) {
      outbox.withLock { outbox in
        if outbox.pending.count + bytes.count > Self.limit { outbox.isClosed = true }
        if !outbox.isClosed { outbox.pending += bytes }
        outbox.wake?()
        outbox.wake = nil
      }
    }

    /// Takes the next bytes; where there are none, falls asleep until there are.
    ///
    /// - Parameters:
    ///   - sleep: called where there is nothing to send, before anybody can wake it; it returns how that is done.
    /// - Returns: `nil` where the browser is given up.
    func take(atMost count: Int, sleep: () -> @Sendable () -> Void) -> [UInt8]? {
      outbox.withLock { outbox in
        if outbox.isClosed { return nil }
        if outbox.pending.isEmpty {
          outbox.wake = sleep()
          return []
        }
        let taken = Array(outbox.pending.prefix(count))
        outbox.pending.removeFirst(taken.count)
        return taken
      }
    }
  }
}
