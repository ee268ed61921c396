import CommonMark
import Diagnostics
import Positions

extension StoryEdition {
  /// What the texts of the story link to, as `actor:vale`: its explainer, and what is known and unknown.
  func mentions(options: Document.Options) -> Set<String> {
    var mentions: Set<String> = []
    func add(_ document: Document) {
      for link in document.links {
        if let own = LinkTarget.ownScheme(of: link.destination) { mentions.insert("\(own.scheme):\(own.id)") }
      }
    }
    if let document = explainer.document { add(document) }
    for remark in whole.known + whole.unknown {
      // What is wrong with it has been told.
      var found = Diagnostics()
      add(Document(parsing: SourceText(path: "", remark.markdown), options: options, diagnostics: &found))
    }
    return mentions
  }
}
