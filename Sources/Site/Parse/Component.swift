import Diagnostics
import YAML

/// A part of an explainer that is made from the story's data: a fenced block with its name, or a section after the text.
enum Component: String, Sendable, CaseIterable {
  case expectations
  case whereTheyStand = "where-they-stand"
  case shifts
  case stanceChart = "stance-chart"
  case timeline
  case knownUnknown = "known-unknown"
  case people
  case sources
  case keyDates = "key-dates"
  case quote

  /// The sections of an explainer, in their usual order (PRODUCT section 4).
  static let sections: [Component] = [
    .expectations, .whereTheyStand, .shifts, .stanceChart, .timeline, .knownUnknown, .people, .sources,
  ]

  /// Reads a component's name, or reports that there is none of that name.
  init?(named name: Located<String>, isSection: Bool, fields: inout Fields) {
    let known = Self.allCases.filter { !isSection || $0 != .quote }.map(\.rawValue)
    guard known.contains(name.value), let component = Component(rawValue: name.value) else {
      fields.error(
        "unknown-component", "no section “\(name.value)”", at: name.location,
        help: nearestName(to: name.value, among: known).map { "did you mean “\($0)”?" }
          ?? "the sections are \(known.joined(separator: ", "))")
      return nil
    }
    self = component
  }
}
