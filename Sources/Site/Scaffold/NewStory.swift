import Diagnostics
import YAML

/// `dateline new story`: an explainer and its positions file.
public struct NewStory: Sendable {
  private let files: NewFiles

  /// - Parameters:
  ///   - id: the story's folder below Content, which is its address too.
  ///   - folder: the folder that holds Content.
  ///   - title: the headline.
  /// - Throws: where the id is none.
  public init(_ id: String, in folder: String, title: String) throws(ScaffoldError) {
    guard Identifier.isValid(id) else { throw .command(Self.invalidID(id)) }
    guard FileSystem.isFolder(folder + "/Content") else {
      throw .command("there is no folder Content in \(folder); `dateline new site` makes one")
    }
    files = NewFiles(
      folder: folder,
      files: [
        ("Content/\(id)/index.md", Self.explainer(title: title)), ("Content/\(id)/positions.yaml", Self.positions),
      ])
  }

  /// What is wrong with an id.
  static func invalidID(_ id: String) -> String {
    let valid = Identifier.nearest(to: id)
    return "“\(id)” cannot be the id of a story: an id has small letters, digits and hyphens"
      + (valid.isEmpty ? "" : "; “\(valid)” would do")
  }

  /// Makes the files.
  ///
  /// - Returns: what was made, one path a line.
  public func make() throws(ScaffoldError) -> String {
    try files.make()
    return files.list + (try files.schemas())
  }

  private static func explainer(title: String) -> String {
    """
    ---
    title: \(YAMLText.scalar(title, in: .block))
    # deck: What is at stake, in a sentence or two.
    # event: talks              # an id under “events” in positions.yaml
    # date: 2024-02-18          # first published
    # authors: [A name]
    # tags: [A tag]
    # draft: true               # held back until the line is gone
    # Below: Markdown. [Vale](actor:vale) links to a person, [first](position:ID) to a position and its source. All else
    # on the page, from what to expect to the sources, comes from positions.yaml by itself.
    ---

    """
  }

  private static let positions = """
    \(FileSchema.positions.comment(depth: 2))
    # Who held which position on which question, when, in what words, according to which source.
    # An id (north, vale, inspections) is yours to choose: small letters, digits and hyphens.

    sides:
      # north: {label: The North, short: North}

    actors:
      # vale:
      #   name: Ines Vale
      #   side: north
      #   roles:
      #     - {title: harbour envoy, start: 2023-06, end: 2024-01-31}
      #     - {title: foreign minister, start: 2024-02-01}
      # northern-official: {name: a northern official, side: north, kind: anonymous}

    issues:
      # inspections:
      #   question: Will the harbour be opened to inspectors?
      #   label: Inspections
      #   scale:                  # from one pole to the other, 2 to 7 levels
      #     - refuse: Rules it out
      #     - after: Only after the other side moves
      #     - first: Willing to go first

    events:
      # talks: {title: Second talks, date: 2024-02-27/2024-02-28, place: Lantern Island, status: scheduled}

    # `dateline new article` stores a source; `dateline new position` finds a quote in it and adds it here.
    positions:
      # - who: vale
      #   issue: inspections
      #   stance: refuse
      #   date: 2024-01-14        # may be left out where it is the day the source was published
      #   quote: No inspector will set foot on the quay
      #   source: courier-0114    # the stem of articles/courier-0114.md

    expectations:
      # - id: a-berth-is-named
      #   event: talks
      #   proposition: The joint text names at least one berth open to inspectors.
      #   said_by: newsroom
      #   likelihood: likely      # or a percentage
      #   date: 2024-02-18
      #   criteria: Named in the published joint text.
      #   resolves_by: 2024-03-02

    known:
      # - Both sides confirmed the dates. [](source:courier-0114)
    unknown:
      # - Who pays for the inspectors.

    """
}
