public import Diagnostics
public import YAML

extension Story {
  /// Brings a positions file together with what it names: every id is looked up, every default filled in, every rule
  /// between two things checked.
  ///
  /// - Parameters:
  ///   - id: the story's, the name of its folder.
  ///   - file: its positions file.
  ///   - shared: `Content/positions.yaml`, if there is one. Only what the story refers to becomes part of it.
  ///   - articles: the story's stored articles, from their front matter.
  ///   - unreadArticles: the ids of stored articles that errors kept from being read.
  ///   - likelihoods: what words of likelihood mean on this site; `nil` where an error kept that from being read.
  ///   - diagnostics: where findings go.
  /// - Returns: The story as far as it holds together: what an error concerns is left out, so that the rest can be
  ///   looked at for further errors.
  public static func resolve(
    id: String, file: PositionsFile, shared: PositionsFile? = nil, articles: [Source] = [],
    unreadArticles: [Located<String>] = [], likelihoods: LikelihoodScale? = .icd203, diagnostics: inout Diagnostics
  ) -> Story {
    var resolver = Resolver(storyID: id, likelihoods: likelihoods)
    resolver.noteUnread(file.unreadKinds.union(shared?.unreadKinds ?? []))
    resolver.addThings(file: file, shared: shared, articles: articles)
    resolver.addUnreadArticles(unreadArticles)
    resolver.addStatements(file.positions)
    resolver.addExpectations(file.expectations)
    resolver.addCorrections(file.corrections)
    resolver.noteOmissions(from: file)
    diagnostics.append(contentsOf: resolver.findings)
    return resolver.story
  }
}
