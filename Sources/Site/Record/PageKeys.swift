import Diagnostics
import Positions

/// Gives pages their keys.
///
/// What a page is made from, ``Page/inputs(in:plan:)`` says, for previews as well. Here each of these things is known by
/// the stamps of the files it comes from, or by what is read in them where it is only a part.
struct PageKeys: Sendable {
  private let site: PublishedSite
  private let plan: Plan
  /// The stamps of the files that are read, by their paths as messages show them; of those that are copied, by where the
  /// operating system finds them.
  private let stamps: [String: FileSystem.Stamp]
  /// What lists say of plain pages, by the paths of their files, and of all of them.
  private let entries: [String: [UInt8]]
  private let allEntries: [UInt8]

  /// - Parameter moment: a file that changed after it, in nanoseconds of Unix time, may change again without its stamp
  ///   telling: what is made from it has no key.
  init(_ site: PublishedSite, plan: Plan, settledAt moment: Int64) {
    self.site = site
    self.plan = plan
    var stamps: [String: FileSystem.Stamp] = [:]
    stamps.reserveCapacity(site.parsed.files.count)
    for file in site.parsed.files {
      guard let stamp = file.stamp, max(stamp.changed, stamp.modified) < moment else { continue }
      stamps[file.text?.path ?? file.diskPath] = stamp
    }
    self.stamps = stamps
    var entries: [String: [UInt8]] = [:]
    entries.reserveCapacity(site.pages.count)
    var all = Material()
    for page in site.pages {
      var one = Material()
      for text in page.entry { one.add(text) }
      all.add(one.bytes)
      entries[page.file.path] = one.bytes
    }
    self.entries = entries
    allEntries = SHA256.digest(of: all.bytes)
  }

  /// The keys of all pages of the plan, in its order; `nil` for a page that has to be made whatever is the same.
  func all(jobs: Int) async -> [PageKey?] { await parallelMap(plan.pages, jobs: jobs) { key(of: $0) } }

  private func key(of page: Page) -> PageKey? {
    var material = Material()
    for input in page.inputs(in: site, plan: plan) where !add(input, to: &material) { return nil }
    return PageKey(bytes: SHA256.digest(of: material.bytes))
  }

  /// - Returns: `false` for what cannot be told to be the same another time.
  private func add(_ input: PageInput, to material: inout Material) -> Bool {
    switch input {
    // The same in all builds whose keys are compared; of addresses see ``BuildMemory``.
    case .site, .template, .templates, .assets, .addresses: return true
    case .text(let path), .copy(let path):
      guard let stamp = stamps[path] else { return false }
      material.add(path)
      material.add(stamp)
      return true
    case .entry(let path):
      guard let entry = entries[path] else { return false }
      material.add(entry)
      return true
    case .entries:
      material.add(allEntries)
      return true
    case .story(let id): return add(story: id, to: &material)
    case .stories: return site.stories.allSatisfy { add(story: $0.id, to: &material) }
    case .planned(let text):
      material.add(text)
      return true
    case .everything: return false
    }
  }

  private func add(story id: String, to material: inout Material) -> Bool {
    guard let inputs = site.resolved[id]?.inputs else { return false }
    material.add(id)
    material.add(inputs.hasImage ? "has its image" : "")
    material.add(String(inputs.files.count))
    for file in inputs.files {
      guard let stamp = stamps[file.path] else { return false }
      material.add(file.path)
      material.add(stamp)
    }
    return true
  }
}

/// What a digest is taken of: every part with its length before it, so that no two lists of parts are the same bytes.
private struct Material {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String?) {
    guard let text else { return add(count: -1) }
    add(count: text.utf8.count)
    bytes += text.utf8
  }

  mutating func add(_ part: [UInt8]) {
    add(count: part.count)
    bytes += part
  }

  mutating func add(_ stamp: FileSystem.Stamp) { stamp.append(to: &bytes) }

  private mutating func add(count: Int) { withUnsafeBytes(of: Int64(count)) { bytes += $0 } }
}
