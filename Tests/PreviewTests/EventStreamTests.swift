import Synchronization
import Testing

@testable import Preview

@Suite struct EventStreamTests {
  private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  @Test("who comes late is told the newest event, and every later one")
  func newest() {
    let stream = EventStream()
    stream.send("1")
    stream.send("2")
    let listener = EventStream.Listener()
    stream.add(listener)
    stream.send("3")
    #expect(text(listener.take(atMost: 1000) { {} }) == "retry: 500\ndata: 2\n\ndata: 3\n\n")
  }

  @Test("who has nothing to take sleeps, and is woken once")
  func waking() {
    let stream = EventStream()
    let listener = EventStream.Listener()
    stream.add(listener)
    _ = listener.take(atMost: 1000) { {} }
    let woken = Counter()
    #expect(text(listener.take(atMost: 1000) { { woken.add() } }) == "")
    stream.send("1")
    stream.sendHeartbeat()
    #expect(woken.count == 1)
    #expect(text(listener.take(atMost: 8) { {} }) == "data: 1\n")
    #expect(text(listener.take(atMost: 8) { {} }) == "\n:\n\n")
  }

  @Test("who never takes anything is given up")
  func givingUp() {
    let stream = EventStream()
    let listener = EventStream.Listener()
    stream.add(listener)
    let event = String(repeating: "x", count: 1 << 20)
    for _ in 0..<5 { stream.send(event) }
    #expect(listener.take(atMost: 1) { {} } == nil)
  }

  @Test("who has gone is forgotten")
  func going() {
    let stream = EventStream()
    let listeners = (0..<10).map { _ in EventStream.Listener() }
    listeners.forEach(stream.add)
    #expect(stream.count == 10)
    listeners.forEach(stream.remove)
    #expect(stream.count == 0)
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func add() { value.withLock { $0 += 1 } }
}
