import Diagnostics

extension Renderer {
  /// Renders every page of the plan, several at a time, and hands each on as soon as it is made, so that none need stay
  /// in memory.
  ///
  /// - Parameters:
  ///   - makeState: makes what `handOn` has at hand; each run of neighbouring pages has its own.
  ///   - handOn: is given a page and what it holds, and whether anything was found wrong in making it.
  /// - Returns: what `handOn` returned, in the plan's order.
  func pages<State, Result: Sendable>(
    jobs: Int, diagnostics: inout Diagnostics, with makeState: @escaping @Sendable () -> State,
    _ handOn: @escaping @Sendable (inout State, Page, OutputFolder.Content, _ hasErrors: Bool) -> Result
  ) async -> [Result] {
    let results = await parallelMap(plan.pages, jobs: jobs, with: makeState) { state, page in
      var found = Diagnostics()
      let content = Watchdog.watching(page.origin) { self.content(of: page, diagnostics: &found) }
      return (result: handOn(&state, page, content, found.hasErrors), found: found)
    }
    for result in results { diagnostics.append(contentsOf: result.found) }
    return results.map(\.result)
  }
}
