import Diagnostics
import YAML

extension PositionsFile {
  /// How many levels a scale may have.
  static let levelCount = 2...7

  /// Scales that have a name.
  static func scales(_ fields: inout Fields) -> [ScaleEntry] {
    fields.nodesByID("scales").map { id, node in
      let count = fields.diagnostics.all.count
      let levels = levels(node, of: id, &fields)
      return ScaleEntry(id: id, levels: levels, isWhole: fields.diagnostics.all.count == count)
    }
  }

  /// Issues, with the scales written inside them.
  static func issues(_ fields: inout Fields) -> [IssueEntry] {
    fields.recordsByID("issues", atMost: 1000, describing: "the issue") { id, fields in
      let question = fields.string("question", .required)?.value
      let label = fields.string("label")?.value
      let scale = fields.node("scale", .required)
      var name: Located<String>?
      var levels: [Level] = []
      let count = fields.diagnostics.all.count
      if let scale {
        if let scalar = scale.scalar {
          name = Located(scalar.text, at: scale.location)
        } else {
          levels = self.levels(scale, of: id, &fields)
        }
      }
      return IssueEntry(
        issue: Issue(
          id: id.value, question: question ?? id.value, label: label ?? question ?? id.value, scale: levels,
          location: id.location),
        scale: name, isScaleWhole: fields.diagnostics.all.count == count)
    }
  }

  /// The levels of a scale: a list of maps of one entry, id and label.
  private static func levels(_ node: YAML.Node, of owner: Located<String>, _ fields: inout Fields) -> [Level] {
    guard let items = node.sequence else {
      fields.error(
        "wrong-type", "the scale of “\(owner.value)” should be a list, but is \(node.description)",
        at: node.isNull ? owner.location : node.location,
        help: "write one line for each level, from one pole to the other: “- id: Label”")
      return []
    }
    var levels: [Level] = []
    var places: [String: SourceLocation] = [:]
    for item in items {
      guard let entry = item.mapping?.first, item.mapping?.count == 1, let label = entry.value.scalar,
        !entry.value.isNull
      else {
        fields.error(
          "wrong-type", "a level should be an id and a label, but is \(item.description)", at: item.location,
          help: "write it as “- id: Label”")
        continue
      }
      let id = entry.key
      fields.checkID(id)
      if Statement.Stance.offScale(id.value) != nil {
        fields.error(
          "reserved-id", "no level can have the id “\(id.value)”", at: id.location,
          help: "choose another id; “\(id.value)” is there on every scale, off its steps")
      } else if let first = places[id.value] {
        fields.error(
          "duplicate-id", "the level “\(id.value)” is there twice", at: id.location,
          notes: [.init("first here", at: first)], help: "give one of the two another id")
      } else {
        places[id.value] = id.location
      }
      levels.append(Level(id: id.value, label: label.text))
    }
    if levels.count == items.count, !levelCount.contains(levels.count) {
      fields.error(
        "scale-size",
        "the scale of “\(owner.value)” has \(levels.count == 1 ? "only 1 level" : "\(levels.count) levels")",
        at: items.isEmpty ? owner.location : node.location,
        help: "a scale has \(levelCount.lowerBound) to \(levelCount.upperBound) levels, from one pole to the other")
    }
    return levels
  }
}

extension Statement.Stance {
  /// The words that stand off every scale.
  static let offScaleWords = ["unclear", "declined", "mixed"]

  /// The stance that a word off the scale names.
  static func offScale(_ word: String) -> Self? {
    switch word {
    case "unclear": .unclear
    case "declined": .declined
    case "mixed": .mixed
    default: nil
    }
  }
}
