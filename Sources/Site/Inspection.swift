public import Diagnostics
import Mustache

/// What the template of one page is given, for people who write templates.
public struct Inspection: Sendable {
  /// How an inspection ended.
  public enum Outcome: Sendable {
    /// The template's name, and its data as JSON.
    case found(template: String, json: [UInt8])
    /// No template makes a page at that address; the nearest address where one does.
    case noPage(nearest: String?)
    /// The content is wrong.
    case refused(Diagnostics)
    /// The folder holds no Content.
    case noContent
  }

  private let options: BuildOptions

  /// Creates an inspection; ``run(_:)`` does the work.
  public init(_ options: BuildOptions) { self.options = options }

  /// Finds out what a page's template is given. Nothing is written.
  ///
  /// - Parameter address: as it stands in a browser's address bar, host and base path included or not:
  ///   `/hanoi-2019/timeline/`.
  /// - Throws: ``FileSystemError`` where the machine would not do what was asked.
  public func run(_ address: String) async throws(FileSystemError) -> Outcome {
    var diagnostics = Diagnostics()
    guard let (site, plan) = try await Corridor(options: options).plan(&diagnostics) else { return .noContent }
    if diagnostics.hasErrors { return .refused(diagnostics) }
    let renderer = await Renderer(site, plan: plan, jobs: options.jobs)
    let wanted = Self.file(at: address, site: site.address)
    guard let page = plan.pages.first(where: { $0.path.file == wanted }),
      let model = renderer.model(of: page, diagnostics: &diagnostics)
    else {
      let nearest = nearestName(to: wanted, among: plan.pages.lazy.map(\.path.file).filter { $0.hasSuffix(".html") })
      return .noPage(nearest: nearest.map { "/" + OutputPath(trusted: $0).address })
    }
    if diagnostics.hasErrors { return .refused(diagnostics) }
    return .found(template: model.template, json: Value.object(renderer.data(of: model, at: page.path)).json)
  }

  /// The file below Output that an address leads to.
  private static func file(at address: String, site: SiteAddress) -> String {
    var path = address[...]
    if let origin = site.origin, path.hasPrefix(origin) { path = path.dropFirst(origin.count) }
    path = path.prefix { $0 != "?" && $0 != "#" }
    if site.root != "/", (path + "/").hasPrefix(site.root) { path = path.dropFirst(site.root.count) }
    let parts = path.split(separator: "/").map(OutputPath.decoded)
    let joined = parts.joined(separator: "/")
    if parts.last?.contains(".") == true { return joined }
    return joined.isEmpty ? "index.html" : joined + "/index.html"
  }
}
