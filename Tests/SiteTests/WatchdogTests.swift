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
}
