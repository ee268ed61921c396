import Diagnostics

extension Renderer {
  /// Renders pages of the plan, several at a time, and hands each on as soon as it is made, so that none need stay in
  /// memory.
  ///
  /// - Parameters:
  ///   - pages: which; all of them if not said.
  ///   - options: how many are worked on at once, and who is told how far it is.
  ///   - makeState: makes what `handOn` has at hand; each run of neighbouring pages has its own.
  ///   - handOn: is given a page and what it holds, and what was found in making it.
  /// - Returns: what `handOn` returned, in the order of the pages.
  func pages<State, Result: Sendable>(
    _ pages: [Page]? = nil, for options: BuildOptions, diagnostics: inout Diagnostics,
    with makeState: @escaping @Sendable () -> State,
    _ handOn: @escaping @Sendable (inout State, Page, OutputFolder.Content, _ found: Diagnostics) -> Result
  ) async -> [Result] {
    options.tell?(.entered(.render))
    let pages = pages ?? plan.pages
    let count = pages.count
    let advance = options.tell.map { tell in { (done: Int) in tell(.advanced(done: done, of: count)) } }
    let results = await parallelMap(pages, jobs: options.jobs, with: makeState, telling: advance) { state, page in
      var found = Diagnostics()
      let content = Watchdog.watching(page.origin) { self.content(of: page, diagnostics: &found) }
      return (result: handOn(&state, page, content, found), found: found)
    }
    options.tell?(.left(.render, counted(count, "file")))
    for result in results { diagnostics.append(contentsOf: result.found) }
    return results.map(\.result)
  }
}
