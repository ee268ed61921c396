import Diagnostics
import Synchronization

/// One file of a site that is being worked on: rendered when it is first asked for, and then kept.
///
/// States of the site share it as long as it is up to date, so that it is rendered once for all of them.
final class LivePage: Sendable {
  /// What rendering came to.
  struct Rendering: Sendable {
    /// `nil` where an error kept it from being made.
    let content: SiteFile.Content?
    let findings: Diagnostics
  }

  /// What a page links to, and what may be linked to in it; `nil` of what is no page.
  private struct Outlined: Sendable { let outline: PageOutline? }

  private struct State: Sendable {
    /// Makes the page, until that has been done.
    var render: (@Sendable () -> Rendering)?
    var rendering: Rendering?
    /// What was last made at this address without an error, until it is made again.
    var fallback: SiteFile.Content?
    /// What the rendered page links to, once somebody wanted to know.
    var outline: Outlined?
  }

  /// Everything it is made from.
  let inputs: [PageInput]
  private let state: Mutex<State>

  /// - Parameters:
  ///   - previous: what stood at the address before.
  ///   - render: makes the page: pure, and so free to run more than once.
  init(of inputs: [PageInput], after previous: LivePage?, render: @escaping @Sendable () -> Rendering) {
    self.inputs = inputs
    state = Mutex(State(render: render, fallback: previous?.best))
  }

  /// What rendering came to; `nil` before anybody asked for the page.
  var rendering: Rendering? { state.withLock(\.rendering) }

  /// The page as it was rendered or, where it has not been or cannot be, as it last was.
  var best: SiteFile.Content? { state.withLock { $0.rendering?.content ?? $0.fallback } }

  /// Renders the page, if that has not been done.
  ///
  /// The lock is not held meanwhile, so that nobody who only looks has to wait.
  @discardableResult
  func rendered() -> Rendering {
    let (render, known) = state.withLock { ($0.render, $0.rendering) }
    if let known { return known }
    let made = render?() ?? Rendering(content: nil, findings: Diagnostics())
    return state.withLock { state in
      if let other = state.rendering { return other }
      state = State(rendering: made, fallback: made.content == nil ? state.fallback : nil)
      return made
    }
  }

  /// What the page links to, and what may be linked to in it; `nil` of what is no page.
  func outline(at path: OutputPath, in site: SiteAddress) -> PageOutline? {
    if let known = state.withLock(\.outline) { return known.outline }
    guard case .bytes(let bytes, _) = best else { return nil }
    let outline = PageOutline(of: .bytes(bytes), at: path, in: site)
    state.withLock { state in
      if state.rendering != nil { state.outline = Outlined(outline: outline) }
    }
    return outline
  }
}
