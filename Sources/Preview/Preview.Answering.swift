import Diagnostics
import EDTF
import Site
import Synchronization

// What browsers are answered.
extension Preview {
  /// How many other days are at hand at once.
  private static let mostDays = 3

  /// Answers a request.
  ///
  /// - Parameter guardian: who guards what is made for the answer.
  func answer(_ request: Request, under guardian: Watchdog?) -> HTTPServer.Answer {
    let answer = answer(request)
    guard let guardian, case .later(let make) = answer else { return answer }
    return .later { await guardian.alsoGuarding(make) }
  }

  private func answer(_ request: Request) -> HTTPServer.Answer {
    let rule: HostRule = options.host == nil ? .loopback : .any
    guard rule.allows(request.fields["host"]) else {
      return .now(
        .plain(403, "This preview answers to this machine only: open \(address), or start it with --host."))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var refusal = Response.plain(405, "A preview can be looked at, and nothing else.")
      refusal.fields.append(("Allow", "GET, HEAD"))
      return .now(refusal)
    }
    if let own = BrowserFiles.response(to: request, events: events) { return .now(own) }
    let cookie = request.cookie("dateline-as-of-" + HostRule.port(in: request.fields["host"]))
    if let cookie, let day = Day(String(cookie)) { return answer(request, asOf: day) }
    return answer(request, from: state.withLock(\.snapshot))
  }

  private func answer(_ request: Request, asOf day: Day) -> HTTPServer.Answer {
    let (known, number) = state.withLock { ($0.otherDays[day], $0.number) }
    if let known { return answer(request, from: known) }
    return .later { [self] in
      let snapshot = await live.snapshot(asOf: day)
      state.withLock { state in
        guard state.number == number, let snapshot else { return }
        // Each takes memory; the ones that were asked for last are soon there again.
        if state.otherDays.count >= Self.mostDays { state.otherDays = [:] }
        state.otherDays[day] = snapshot
      }
      switch answer(request, from: snapshot) {
      case .now(let response): return response
      case .later(let make): return await make()
      }
    }
  }

  private func answer(_ request: Request, from snapshot: SiteSnapshot?) -> HTTPServer.Answer {
    guard let snapshot else {
      return .now(BrowserFiles.nothingToShow(errors: state.withLock { $0.findings.errors }))
    }
    return SiteAnswer(snapshot, request).answer { [self] in
      takeErrors(in: snapshot)
      return state.withLock { $0.findings.errors }
    }
  }
}
