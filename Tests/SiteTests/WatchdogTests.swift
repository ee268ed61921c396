import Foundation
import Synchronization
import Testing

@testable import Site

@Suite("Watchdog") struct WatchdogTests {
  @Test("a piece of work that takes too long is named, whatever else is under way")
  func overrun() async {
    let named = Mutex<[String]>([])
    await Watchdog.guarding(patience: 3, interval: 0.02, orElse: { name in named.withLock { $0.append(name) } }) {
      _ = await parallelMap(["Content/a.md", "Content/b.md"], jobs: 2) { path in
        Watchdog.watching(path) { Thread.sleep(forTimeInterval: path == "Content/b.md" ? 1 : 0) }
      }
    }
    #expect(named.withLock { $0 } == ["Content/b.md"])
  }

  @Test("many short pieces of work are not one long one, and nobody has to watch")
  func quick() async {
    let named = Mutex<[String]>([])
    await Watchdog.guarding(patience: 20, interval: 0.01, orElse: { name in named.withLock { $0.append(name) } }) {
      for number in 0..<50 { Watchdog.watching("\(number)") { Thread.sleep(forTimeInterval: 0.01) } }
    }
    #expect(named.withLock { $0 } == [])
    #expect(Watchdog.watching("alone") { 1 } == 1)
  }

  @Test("what takes long is told, and when it is over; whoever guards all of it loses sight of nothing")
  func noticed() async {
    let told = Mutex<[String?]>([])
    let named = Mutex<[String]>([])
    await Watchdog.guarding(patience: 10, interval: 0.02, orElse: { name in named.withLock { $0.append(name) } }) {
      await Watchdog.noticing(patience: 3, interval: 0.02, { name in told.withLock { $0.append(name) } }) {
        let guardian = Watchdog.guardian
        // As a server does work that it began in a thread of its own.
        await Task.detached {
          await guardian?.alsoGuarding {
            Watchdog.watching("Content/b.md") { Thread.sleep(forTimeInterval: 0.6) }
            try? await Task.sleep(for: .milliseconds(200))
          }
        }.value
      }
    }
    let looks = told.withLock { $0 }
    #expect(looks.first == .some(nil))
    #expect(looks.contains("Content/b.md"))
    #expect(looks.last == .some(nil))
    #expect(named.withLock { $0 } == ["Content/b.md"])
  }
}
