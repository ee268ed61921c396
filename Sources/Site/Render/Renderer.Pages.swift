import Diagnostics

extension Renderer {
  /// Renders every page of the plan, several at a time, and hands each on as soon as it is made, so that none need stay
  /// in memory.
  ///
  /// - Parameters:
  ///   - options: how many are worked on at once, and who is told how far it is.
  ///   - makeState: makes what `handOn` has at hand; each run of neighbouring pages has its own.
  ///   - handOn: is given a page and what it holds, and whether anything was found wrong in making it.
  /// - Returns: what `handOn` returned, in the plan's order.
  func pages<State, Result: Sendable>(
    for options: BuildOptions, diagnostics: inout Diagnostics, with makeState: @escaping @Sendable () -> State,
    _ handOn: @escaping @Sendable (inout State, Page, OutputFolder.Content, _ hasErrors: Bool) -> Result
  ) async -> [Result] {
    options.tell?(.entered(.render))
    let count = plan.pages.count
    let advance = options.tell.map { tell in { (done: Int) in tell(.advanced(done: done, of: count)) } }
    let results = await parallelMap(plan.pages, jobs: options.jobs, with: makeState, telling: advance) { state, page in
      var found = Diagnostics()
      let content = Watchdog.watching(page.origin) { self.content(of: page, diagnostics: &found) }
      return (result: handOn(&state, page, content, found.hasErrors), found: found)
    }
    options.tell?(.left(.render, counted(count, "file")))
    for result in results { diagnostics.append(contentsOf: result.found) }
    return results.map(\.result)
  }
}
