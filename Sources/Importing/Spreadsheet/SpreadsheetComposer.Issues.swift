import Diagnostics
import Positions
import YAML

/// What rows tell about the scale of a question that is new.
struct ScaleDraft {
  /// The cell that names the question first.
  let cell: Located<String>?
  let row: PositionsTable.Row
  /// The levels a cell lists, from one pole to the other.
  let listed: [[String]]
  /// The answers rows give, by order of the rows.
  var answers: [(id: String, label: String, cell: Located<String>)] = []
  var ids = IDMaker(taken: ["unclear", "declined", "mixed"])
}

// Issues, and the levels their scales are made of.
extension SpreadsheetComposer {
  /// What a question is called that the table does not name.
  private static let unnamed = "positions"
  private static let offScale: Set<String> = ["unclear", "declined", "mixed"]

  /// The id of the question a row answers.
  mutating func issue(_ row: PositionsTable.Row) -> String {
    let cell = row[.issue]
    if cell == nil { hasUnnamedIssue = true }
    let text = cell?.value ?? Self.unnamed
    if let id = issues.id(of: text) { return id }
    let ownID = Identifier.isValid(text) || table.isOwn ? text : nil
    let id = issues.add(id: ownID, name: text, or: "issue")
    scales[id] = ScaleDraft(
      cell: cell, row: row, listed: row.text(.issueScale).map { CellList.things(in: $0) } ?? [])
    return id
  }

  /// The level a row's answer is, or the word off the scale.
  mutating func stance(_ row: PositionsTable.Row, on issue: String) -> String {
    guard let cell = row[.stance] else { return "unclear" }
    if table.isOwn { return cell.value }
    let word = cell.value.lowercased()
    if Self.offScale.contains(word) { return word }
    if let known = request.known.story.issues.first(where: { $0.id == issue }) {
      return known.scale.first { $0.id == cell.value || $0.label.lowercased() == word }?.id ?? cell.value
    }
    guard var draft = scales[issue] else { return cell.value }
    if let level = draft.listed.first(where: { $0.contains { $0.lowercased() == word } })?.first { return level }
    if !draft.listed.isEmpty { return cell.value }
    if let answer = draft.answers.first(where: { $0.label.lowercased() == word || $0.id == word }) { return answer.id }
    let id = draft.ids.id(for: cell.value, or: "answer-\(draft.answers.count + 1)")
    draft.answers.append((id, cell.value, cell))
    scales[issue] = draft
    return id
  }

  /// Writes the questions that are new, now that all answers are known.
  mutating func finishScales() {
    for (id, draft) in scales.sorted(by: { $0.value.row.number < $1.value.row.number }) {
      let row = draft.row
      let location = draft.cell?.location ?? row.location
      var record = StoryRecord()
      let question = row.text(.issueQuestion) ?? draft.cell?.value ?? "What did they say?"
      record.add("question", prose: question, at: row[.issueQuestion]?.location ?? location)
      if let label = row[.issueLabel], label.value != question {
        record.add("label", prose: label.value, at: label.location)
      }
      record.add("scale", levels(of: id, draft).map(\.record), at: row[.issueScale]?.location ?? location)
      story.entries[.issues, default: []].append(.init(id: id, record: record, location: location))
    }
  }

  private mutating func levels(of issue: String, _ draft: ScaleDraft) -> [(record: StoryRecord, id: String)] {
    func level(_ id: String, _ label: String, at location: SourceLocation?) -> (record: StoryRecord, id: String) {
      var record = StoryRecord()
      record.add(id, label, at: location)
      return (record, id)
    }
    if !draft.listed.isEmpty {
      let location = draft.row[.issueScale]?.location
      return draft.listed.map { level($0[0], $0.count > 1 ? $0[1] : $0[0], at: location) }
    }
    let answers = draft.answers
    if answers.count > 7 {
      error(
        "scale-size", "there are \(answers.count) different answers to “\(issue)”", at: answers[7].cell.location,
        help: "a scale has 2 to 7 levels, from one pole to the other: use the same words for the same answer, or list "
          + "the levels in a column “issue_scale”: “refuse | Rules it out ; accept | Accepts it”")
    }
    var levels = answers.map { level($0.id, $0.label, at: $0.cell.location) }
    if answers.count > 1 {
      story.assumptions.append(
        "The scale of “\(issue)” has its levels in the order of the rows; put them in order from one pole to the other."
      )
    } else {
      story.assumptions.append(
        "The table has \(answers.isEmpty ? "no answer" : "one answer") to “\(issue)”, and a scale at least two; the rest "
          + "is filled in with “no” and “yes” for you to change.")
    }
    for (id, label) in [("no", "No"), ("yes", "Yes")] where levels.count < 2 && !levels.contains(where: { $0.id == id })
    {
      levels.append(level(id, label, at: nil))
    }
    return levels
  }
}
