import Diagnostics

/// Looks for arguments that no block takes: a mistyped block's name would otherwise lose its content silently.
struct UnknownBlocks {
  private let program: Program
  private let sitesByTemplate: [[CallSite]]
  private let blocksByTemplate: [[Key]]

  static func report(in program: Program, to diagnostics: inout Diagnostics) {
    let search = UnknownBlocks(program)
    var known: [Int: Set<Key>?] = [:]
    var count = 0
    for site in program.calls where !site.arguments.isEmpty {
      guard case .template(let parent) = site.target else { continue }
      let blocks = known[parent] ?? search.blocks(under: parent)
      known[parent] = blocks
      guard let blocks else { continue }
      for argument in program.arguments[site.arguments] where !blocks.contains(argument.block) {
        guard count < Limits.errors else { return }
        count += 1
        let name = argument.block.name
        let nearest = nearestName(to: name, among: blocks.map(\.name).sorted())
        diagnostics.warning(
          "unknown-block", "no block “\(name)” in “\(program.templates[parent].name)”",
          at: program.templates[site.template].source.location(argument.tag),
          help: nearest.map { "did you mean “\($0)”?" })
      }
    }
  }

  private init(_ program: Program) {
    self.program = program
    var sites = [[CallSite]](repeating: [], count: program.templates.count)
    for site in program.calls { sites[site.template].append(site) }
    var blocks = [[Key]](repeating: [], count: program.templates.count)
    for block in program.blocks { blocks[block.template].append(block.name) }
    sitesByTemplate = sites
    blocksByTemplate = blocks
  }

  /// The blocks of a template and of all it brings in; `nil` where that is not known before it is rendered.
  private func blocks(under template: Int) -> Set<Key>? {
    var blocks: Set<Key> = []
    var seen: Set<Int> = [template]
    var rest = [template]
    while let template = rest.popLast() {
      guard program.templates[template].entry != nil else { return nil }
      blocks.formUnion(blocksByTemplate[template])
      for site in sitesByTemplate[template] {
        switch site.target {
        case .template(let next): if seen.insert(next).inserted { rest.append(next) }
        case .dynamic: return nil
        case .nothing: break
        }
      }
    }
    return blocks
  }
}
