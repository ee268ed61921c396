import Diagnostics
import EDTF
import Mustache
import Positions

/// What is different between two states of a site: of everything that pages are made from, what has changed.
struct SiteDifference: Sendable {
  private(set) var changed: Set<PageInput> = []

  init(from old: PublishedSite, to new: PublishedSite) {
    compareSurroundings(old, new)
    compareTemplates(old.parsed.theme, new.parsed.theme)
    comparePages(old, new)
    compareStories(old, new)
    compareCopies(old.copies, new.copies)
    if !changed.isEmpty { changed.insert(.everything) }
  }

  /// Whether every file of Content stands where it stood.
  var hasSameAddresses: Bool { !changed.contains(.addresses) }

  private mutating func compareSurroundings(_ old: PublishedSite, _ new: PublishedSite) {
    if old.parsed.configurationFile !== new.parsed.configurationFile || old.edition.today != new.edition.today
      || !old.parsed.theme.hasSameWords(as: new.parsed.theme) || old.hasFeed != new.hasFeed
    {
      changed.insert(.site)
    }
    if !old.assets.elementsEqual(new.assets, by: { $0.path == $1.path && $0.output == $1.output }) {
      changed.insert(.assets)
    }
  }

  private mutating func compareTemplates(_ old: ParsedTheme, _ new: ParsedTheme) {
    let (before, after) = (Self.byName(old.files.templates), Self.byName(new.files.templates))
    let names = Set(before.keys).union(after.keys)
    let different = names.filter { before[$0] !== after[$0] }
    guard !different.isEmpty else { return }
    changed.insert(.templates)
    for name in names
    where !Self.reached(from: name, in: old.templates).isDisjoint(with: different)
      || !Self.reached(from: name, in: new.templates).isDisjoint(with: different)
    {
      changed.insert(.template(name))
    }
  }

  private static func byName(_ templates: [(name: String, source: SourceText)]) -> [String: SourceText] {
    Dictionary(templates.map { ($0.name, $0.source) }, uniquingKeysWith: { first, _ in first })
  }

  /// A template and all it brings in; where it takes a name from its data, that may be any.
  private static func reached(from name: String, in library: TemplateLibrary) -> Set<String> {
    var reached: Set<String> = [name]
    var next = [name]
    while let name = next.popLast() {
      for mention in library.mentions(in: name) {
        switch mention.kind {
        case .template:
          for partial in mention.path where reached.insert(partial).inserted { next.append(partial) }
        case .dynamicName: for any in library.names where reached.insert(any).inserted { next.append(any) }
        case .variable, .section, .inverted: break
        }
      }
    }
    return reached
  }

  private mutating func comparePages(_ old: PublishedSite, _ new: PublishedSite) {
    if old.front?.file !== new.front?.file {
      for front in [old.front, new.front].compactMap({ $0 }) { changed.insert(.text(front.file.path)) }
      if (old.front == nil) != (new.front == nil) { changed.insert(.addresses) }
    }
    let (removed, added) = trimmed(old.pages, new.pages) { $0.file === $1.file }
    guard !removed.isEmpty || !added.isEmpty else { return }
    let before = Dictionary(removed.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    for page in added {
      changed.insert(.text(page.file.path))
      guard let other = before[page.file.path], page.entry == other.entry else {
        changed.insert(.entry(page.file.path))
        continue
      }
    }
    if changed.contains(where: { if case .entry = $0 { true } else { false } })
      || !removed.elementsEqual(added, by: { $0.file.path == $1.file.path })
    {
      changed.insert(.entries)
    }
    if !removed.elementsEqual(added, by: { $0.file.path == $1.file.path }) { changed.insert(.addresses) }
  }

  private mutating func compareStories(_ old: PublishedSite, _ new: PublishedSite) {
    for story in new.stories {
      guard let before = old.resolved[story.id], let after = new.resolved[story.id],
        before.inputs.isSame(as: after.inputs)
      else {
        changed.insert(.story(story.id))
        continue
      }
    }
    let isSameList = old.stories.elementsEqual(new.stories) { $0.id == $1.id }
    if !isSameList { changed.formUnion([.stories, .addresses]) }
    let different = zip(old.stories, new.stories).filter { changed.contains(.story($1.id)) }
    guard !different.isEmpty else { return }
    changed.insert(.stories)
    if different.contains(where: { $0.places != $1.places }) { changed.insert(.addresses) }
  }

  private mutating func compareCopies(_ old: [SourceTree.File], _ new: [SourceTree.File]) {
    let (removed, added) = trimmed(old, new) { $0.isSame(as: $1) }
    for file in removed + added { changed.insert(.copy(file.diskPath)) }
    if !removed.elementsEqual(added, by: { $0.path == $1.path }) { changed.insert(.addresses) }
  }
}

extension StoryEdition {
  /// Which of its files have pages.
  fileprivate var places: Set<String> {
    Set(story.sources.filter(hasArticlePage).map(\.id) + [explainer.file?.path].compactMap { $0 })
  }
}
