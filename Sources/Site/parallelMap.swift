/// Transforms every element, several at a time, and keeps their order: how many run at once never shows in the result.
///
/// - Parameter jobs: how many pieces of work are under way at once; 1 works through them in turn.
func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  await parallelMap(elements, jobs: jobs, with: {}, { _, element in transform(element) })
}

/// Transforms every element, several at a time, with something at hand that is used for one element after another: a
/// buffer, an open folder.
///
/// - Parameters:
///   - makeState: makes what is at hand; each piece of the work, which is a run of neighbours, has its own.
///   - tell: is told now and then how many are done.
func parallelMap<Element: Sendable, State, Result: Sendable>(
  _ elements: [Element], jobs: Int, with makeState: @escaping @Sendable () -> State,
  telling tell: ((_ done: Int) -> Void)? = nil,
  _ transform: @escaping @Sendable (inout State, Element) -> Result
) async -> [Result] {
  @Sendable func work(on range: Range<Int>) -> [Result] {
    var state = makeState()
    return elements[range].map { transform(&state, $0) }
  }
  guard elements.count > 1, jobs > 1 || tell != nil else { return work(on: elements.indices) }
  // Enough pieces that a slow one at the end leaves nobody idle for long, few enough that handing them out costs little.
  let size = max(1, elements.count / (jobs * 16))
  let starts = Array(stride(from: 0, to: elements.count, by: size))
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    var next = 0
    func addTask() {
      guard next < starts.count else { return }
      let piece = next
      let range = starts[piece]..<min(starts[piece] + size, elements.count)
      next += 1
      group.addTask { (piece, work(on: range)) }
    }
    for _ in 0..<jobs { addTask() }
    var pieces = [[Result]](repeating: [], count: starts.count)
    var done = 0
    while let (piece, results) = await group.next() {
      pieces[piece] = results
      done += results.count
      tell?(done)
      addTask()
    }
    return pieces.flatMap { $0 }
  }
}
