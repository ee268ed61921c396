import Diagnostics
import Mustache
import Positions

/// What the templates of the components are given.
struct ComponentViews: Sendable {
  let views: StoryViews
  let site: PublishedSite
  let links: ContentLinks

  var edition: StoryEdition { views.edition }
  var story: Story { edition.story }
  var analysis: StoryAnalysis { edition.analysis }
  var routes: Routes { views.routes }
  var words: InterfaceWords { views.words }

  /// How many entries of a series an explainer shows where nobody says; the rest is a link away.
  static let usualLimit = 40
  /// The same of a timeline, which has a page of its own.
  static let timelineLimit = 12

  /// What `components/<name>.mustache` is given.
  ///
  /// - Parameter number: how many components of the same kind stand on the page before this one. Only the first gives
  ///   its entries ids, for an id may stand on a page once.
  func view(
    of component: Component, _ options: ComponentOptions, number: Int, isSection: Bool, diagnostics: inout Diagnostics
  ) -> Object {
    var options = options
    if isSection { options.limit = component == .timeline ? Self.timelineLimit : Self.usualLimit }
    switch component {
    case .timeline: return timeline(options, number: number)
    case .stanceChart: return stanceChart(options, number: number)
    case .whereTheyStand: return whereTheyStand(options)
    case .shifts: return shifts(options)
    case .expectations: return expectations(options, number: number)
    case .quote: return ["position": .optional(options.statement.map { views.briefs[$0] })]
    case .keyDates: return keyDates(options)
    case .knownUnknown: return knownUnknown(diagnostics: &diagnostics)
    case .people: return people(options, number: number)
    case .sources: return sources(number: number)
    }
  }
}
