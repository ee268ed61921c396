import Diagnostics

/// Why a template could not be rendered to its end.
struct RenderFailure {
  enum Reason {
    /// Partials, parents and blocks inside each other beyond the bound.
    case recursion
    /// More output or more steps than the bounds allow.
    case endless
  }

  let reason: Reason
  private var template: Int?
  private var tag = 0..<0

  init(_ reason: Reason) { self.reason = reason }

  init(_ reason: Reason, at site: CallSite) {
    self.reason = reason
    template = site.template
    tag = site.tag
  }

  init(_ reason: Reason, at site: BlockSite) {
    self.reason = reason
    template = site.template
    tag = site.tag
  }

  func diagnostic(rendering name: String, program: Program) -> Diagnostic {
    let location = template.map { program.templates[$0].source.location(tag) }
    switch reason {
    case .recursion:
      return Diagnostic(
        .error, "template-recursion", "templates bring each other in more than \(Limits.calls) deep", at: location,
        notes: [.init("while rendering “\(name)”")],
        help: "stop them with a section that becomes empty")
    case .endless:
      return Diagnostic(
        .error, "template-endless", "template “\(name)” does not come to an end", at: location,
        help: "look for sections and partials that repeat each other")
    }
  }
}
