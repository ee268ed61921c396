import EDTF
import Positions

/// Puts the changes of a story into words.
struct FeedEntries: Sendable {
  let edition: StoryEdition
  let routes: Routes
  let words: InterfaceWords
  let authority: TagAuthority
  let authors: [String]

  private var story: Story { edition.story }
  private var wording: StatementWording { StatementWording(edition: edition, routes: routes, words: words) }

  /// What is particular to an entry; the rest is the same for all of a story.
  private struct Draft {
    var kind: FeedEntry.Kind
    var id: String
    var title: String
    var url: String
    var source: String?
    var passages: Passages
    var issue: Int?
    var side: Int?
    var positions: [String] = []
  }

  /// The entry of a change.
  func entry(of change: Change) -> FeedEntry {
    let draft =
      switch change.kind {
      case .statement(let index): statement(index)
      case .retraction(let index): retraction(index)
      case .shift(let index): shift(edition.analysis.shifts[index])
      case .outcome(let index): outcome(story.expectations[index])
      case .correction(let index): correction(index)
      }
    var categories = [FeedEntry.Category(term: draft.kind.rawValue, label: words[draft.kind.word])]
    if let issue = draft.issue {
      categories.append(.init(term: story.issues[issue].id, label: story.issues[issue].label))
    }
    if let side = draft.side { categories.append(.init(term: story.sides[side].id, label: story.sides[side].label)) }
    categories.append(.init(term: story.id, label: edition.explainer.title))
    return FeedEntry(
      kind: draft.kind, id: authority.id(story.id, draft.kind.rawValue, draft.id), title: draft.title,
      url: routes.whole(draft.url), source: draft.source, passages: draft.passages, published: change.day,
      updated: change.updated, categories: categories, story: (story.id, edition.explainer.title), lang: words.tag,
      authors: authors, positions: draft.positions)
  }

  private func statement(_ index: Int) -> Draft {
    let statement = story.statements[index]
    var passages = Passages(in: words)
    wording.add(statement, to: &passages)
    wording.addRetraction(of: statement, to: &passages)
    wording.addSource(statement.source, to: &passages)
    return draft(
      .statement, of: index, id: statement.id,
      title: wording.subject(statement) + words[.colon] + wording.stance(statement), passages)
  }

  private func retraction(_ index: Int) -> Draft {
    let statement = story.statements[index]
    var passages = Passages(in: words)
    wording.addRetraction(of: statement, to: &passages)
    wording.add(statement, to: &passages)
    wording.addSource(statement.retracted?.source ?? statement.source, to: &passages)
    var draft = draft(
      .retraction, of: index, id: statement.id,
      title: wording.subject(statement) + words[.colon] + words[.retracted], passages)
    if let source = statement.retracted?.source { draft.source = wording.original(source) }
    return draft
  }

  private func shift(_ shift: Shift) -> Draft {
    let (from, to) = (story.statements[shift.from], story.statements[shift.to])
    var passages = Passages(in: words)
    for (word, statement) in [(WordKey.before, from), (.after, to)] {
      passages.add(
        words[word] + " " + wording.stance(statement) + words[.comma] + wording.date(statement.date))
    }
    wording.add(to, to: &passages)
    wording.addSource(to.source, to: &passages)
    var draft = draft(
      .shift, of: shift.to, id: from.id + "/" + to.id,
      title: wording.subject(to) + words[.colon] + shift.label(in: words), passages)
    draft.positions = [from.id, to.id]
    return draft
  }

  /// An entry that rests on a statement.
  private func draft(
    _ kind: FeedEntry.Kind, of index: Int, id: String, title: String, _ passages: Passages
  ) -> Draft {
    let statement = story.statements[index]
    return Draft(
      kind: kind, id: id, title: title, url: routes.position(statement.id, of: story.id),
      source: wording.original(of: index), passages: passages, issue: statement.issue,
      side: story.actors[statement.who].side, positions: [statement.id])
  }

  private func outcome(_ expectation: Expectation) -> Draft {
    var passages = Passages(in: words)
    if let outcome = expectation.outcome {
      let label = words[outcome.value.word] + words[.comma] + wording.date(outcome.date)
      passages.add(outcome.reason.map { label + words[.colon] + $0 } ?? label)
    }
    if let likelihood = expectation.likelihood {
      let range = words.percentages(likelihood.low, likelihood.high)
      let said = words.filled(.says, ["voice": voice(expectation.saidBy)])
      // A percentage is its own range, and is not said twice.
      let isPercentage = likelihood.word.first?.isNumber ?? false
      passages.add(said + words[.colon] + (isPercentage ? range : "\(likelihood.word) (\(range))"))
    }
    let source = expectation.outcome?.source
    wording.addSource(source, to: &passages)
    return Draft(
      kind: .outcome, id: expectation.id,
      title: (expectation.outcome.map { words[$0.value.word] + words[.colon] } ?? "") + expectation.proposition,
      url: routes.expectation(expectation.id, of: story.id), source: source.flatMap { wording.original($0) },
      passages: passages, issue: expectation.issue)
  }

  private func voice(_ voice: Expectation.Voice) -> String {
    switch voice {
    case .newsroom: words[.newsroom]
    case .actor(let actor): story.actors[actor].name
    }
  }

  private func correction(_ index: Int) -> Draft {
    let correction = story.corrections[index]
    let kind = words[correction.kind.word]
    let target = target(of: correction)
    var passages = Passages(in: words)
    passages.add(correction.was.map { words.filled(.itSaid, ["text": $0]) })
    passages.add(correction.now.map { words.filled(.itSays, ["text": $0]) })
    passages.add(correction.note)
    passages.add(
      kind.prefix(1).uppercased() + kind.dropFirst() + words[.comma] + wording.date(correction.date))
    return Draft(
      kind: .correction, id: id(ofCorrection: index),
      title: kind.prefix(1).uppercased() + kind.dropFirst() + words[.colon] + target.name, url: target.url,
      passages: passages, issue: target.statement?.issue, positions: target.statement.map { [$0.id] } ?? [])
  }

  /// A correction has no id in the file, so that its own words make one: its place in the list is none, for lists are
  /// sorted anew. Only of corrections that are alike in everything is the second one numbered.
  private func id(ofCorrection index: Int) -> String {
    let own = story.corrections[index]
    let said = [own.date.text, own.kind.rawValue, own.was ?? "", own.now ?? "", own.note ?? ""]
    let fingerprint = SHA256.hexadecimal(of: Array(said.joined(separator: "\u{0}").utf8)).prefix(12)
    let twins = story.corrections[..<index].count { other in
      other.date.text == own.date.text && other.target == own.target && other.kind == own.kind
        && other.was == own.was && other.now == own.now && other.note == own.note
    }
    return (own.target.map { $0 + "/" } ?? "") + fingerprint + (twins == 0 ? "" : "-\(twins + 1)")
  }

  /// What a correction concerns, as readers know it: the whole story where it names nothing, or something that has no
  /// place of its own.
  private func target(of correction: Correction) -> (name: String, url: String, statement: Statement?) {
    let whole = (edition.explainer.title, routes.story(story.id), Statement?.none)
    guard let id = correction.target else { return whole }
    if let index = edition.statementIndex[id] {
      let statement = story.statements[index]
      let name = wording.subject(statement) + words[.comma] + wording.date(statement.date)
      return (name, routes.position(id, of: story.id), statement)
    }
    if let expectation = story.expectations.first(where: { $0.id == id }) {
      return (expectation.proposition, routes.expectation(id, of: story.id), nil)
    }
    if let event = story.events.first(where: { $0.id == id }) {
      return (event.title, routes.event(id, of: story.id), nil)
    }
    if let issue = story.issues.first(where: { $0.id == id }) {
      return (issue.question, routes.issue(id, of: story.id), nil)
    }
    return whole
  }
}

extension FeedEntry.Kind {
  var word: WordKey {
    switch self {
    case .statement: .changeStatement
    case .retraction: .changeRetraction
    case .shift: .changeShift
    case .outcome: .changeOutcome
    case .correction: .changeCorrection
    }
  }
}
