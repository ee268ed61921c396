import Diagnostics
import EDTF
import Positions

extension PositionFields {
  /// Refuses what is given and cannot be, in the words of a command.
  func refuseUnknown() throws(ScaffoldError) {
    let actors = story.actors.map(\.id)
    for key in ["who", "on_behalf_of", "reported_by"] {
      if let id = given[key], !actors.contains(id) { throw .unknown("actor", id, among: actors) }
    }
    let issues = story.reading.story.issues
    if let id = given["issue"], !issues.contains(where: { $0.id == id }) {
      throw .unknown("issue", id, among: issues.map(\.id))
    }
    let events = story.reading.story.events.map(\.id)
    if let id = given["event"], !events.contains(id) { throw .unknown("event", id, among: events) }
    if let stance = given["stance"], let issue = given["issue"] {
      let levels = stances(of: issue).map(\.id)
      if !levels.contains(stance) { throw Self.unknownStance(stance, on: issue, among: levels) }
    }
    if let date = given["date"], let problem = Self.problem(withDate: date) { throw .command(problem) }
    for (key, known) in [
      ("attribution", Statement.Attribution.allCases.map(\.rawValue)),
      ("certainty", Statement.Certainty.allCases.map(\.rawValue)),
    ] {
      if let value = given[key], !known.contains(value) { throw .unknown(key, value, among: known) }
    }
  }

  /// Fills in what can be known, and asks for the rest; where nobody is there to ask, what is missing is an error that
  /// lists what there is to choose from.
  mutating func fillIn() throws(ScaffoldError) {
    var missing: [(option: String, choices: [Conversation.Choice])] = []
    try fillInSpeaker(&missing)
    try fillInStance(&missing)
    try fillInDate(&missing)
    guard missing.isEmpty else {
      let lists = missing.filter { !$0.choices.isEmpty }.map { "\($0.option):\n" + Conversation.list($0.choices) }
      throw .command(
        (["a position needs \(missing.map(\.option).joined(separator: ", "))"] + lists).joined(separator: "\n"))
    }
    try fillInAnonymity()
  }

  private mutating func fillInSpeaker(
    _ missing: inout [(option: String, choices: [Conversation.Choice])]
  ) throws(ScaffoldError) {
    guard given["who"] == nil else { return }
    let guess = SpeakerGuess(of: passage, in: article, actors: story.actors)
    let choices = story.actors.map { Conversation.Choice(id: $0.id, label: $0.name) }
    guard !choices.isEmpty else {
      throw .command("\(story.source.path) has no actors yet; write the speaker under “actors” first")
    }
    if talk.isAttended {
      given["who"] = try talk.choose("who", among: choices, proposal: guess.actor)
    } else if let actor = guess.actor, guess.isCertain {
      talk.tell("who: \(actor), the only one named in the paragraph")
      given["who"] = actor
    } else {
      if let actor = guess.actor { talk.tell("The name nearest to the quote is that of “\(actor)”.") }
      missing.append(("--who", choices))
    }
  }

  private mutating func fillInStance(
    _ missing: inout [(option: String, choices: [Conversation.Choice])]
  ) throws(ScaffoldError) {
    let issues = story.reading.story.issues
    if given["issue"] == nil {
      let choices = issues.map { Conversation.Choice(id: $0.id, label: $0.question) }
      guard !choices.isEmpty else {
        throw .command("\(story.source.path) has no issues yet; write the question under “issues” first")
      }
      if talk.isAttended {
        given["issue"] = try talk.choose(
          "issue", among: choices, proposal: choices.count == 1 ? choices.first?.id : nil)
      } else {
        missing.append(("--issue", choices))
      }
    }
    let choices = given["issue"].map { stances(of: $0) } ?? []
    guard let stance = given["stance"] else {
      if talk.isAttended {
        given["stance"] = try talk.choose("stance", among: choices, proposal: nil)
      } else {
        missing.append(("--stance", choices))
      }
      return
    }
    // The issue was asked for after the stance was typed.
    if let issue = given["issue"], !choices.contains(where: { $0.id == stance }) {
      throw Self.unknownStance(stance, on: issue, among: choices.map(\.id))
    }
  }

  private static func unknownStance(_ stance: String, on issue: String, among known: [String]) -> ScaffoldError {
    let help =
      nearestName(to: stance, among: known).map { "did you mean “\($0)”?" }
      ?? "there is \(known.joined(separator: ", "))"
    return .command("“\(issue)” has no stance “\(stance)”; \(help)")
  }

  private func stances(of issue: String) -> [Conversation.Choice] {
    let levels = story.reading.story.issues.first { $0.id == issue }?.scale ?? []
    return levels.map { Conversation.Choice(id: $0.id, label: $0.label) }
      + [
        .init(id: "unclear", label: "off the scale: cannot be placed"),
        .init(id: "declined", label: "off the scale: would not say"),
        .init(id: "mixed", label: "off the scale: pulls both ways"),
      ]
  }

  /// The date goes without saying where it is the day the source was published.
  private mutating func fillInDate(
    _ missing: inout [(option: String, choices: [Conversation.Choice])]
  ) throws(ScaffoldError) {
    let published = article.source.published?.text
    if given["date"] == nil {
      if talk.isAttended {
        given["date"] = try talk.ask("date", proposal: published) { Self.problem(withDate: $0) }
      } else if published == nil {
        missing.append(("--date", []))
      }
    }
    if given["date"] == published { given["date"] = nil }
  }

  private static func problem(withDate text: String) -> String? {
    do {
      _ = try EDTFDate(parsing: text)
      return nil
    } catch {
      return "“\(text)” is no date: \(error.message)" + (error.help.map { "; \($0)" } ?? "")
    }
  }

  /// Who is anonymous speaks on background, and readers are told why.
  private mutating func fillInAnonymity() throws(ScaffoldError) {
    guard let actor = story.actors.first(where: { $0.id == given["who"] }), actor.kind == .anonymous else { return }
    given["attribution"] = given["attribution"] ?? Statement.Attribution.background.rawValue
    guard given["anonymity_reason"] == nil else { return }
    guard talk.isAttended else {
      talk.tell("Readers will ask why “\(actor.id)” is anonymous: --anonymity-reason says it.")
      return
    }
    let reason = try talk.ask("why is “\(actor.id)” anonymous?", proposal: "")
    given["anonymity_reason"] = reason.isEmpty ? nil : reason
  }
}
