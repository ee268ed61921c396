import Diagnostics
import EDTF
import YAML

extension PositionsFile {
  /// Sides: a label, or a label with a shorter one.
  static func sides(_ fields: inout Fields) -> [SideEntry] {
    fields.nodesByID("sides").compactMap { id, node in
      if let label = node.scalar, !node.isNull {
        return SideEntry(side: Side(id: id.value, label: label.text, short: label.text), location: id.location)
      }
      return fields.record(at: node, describing: "the side “\(id.value)”") { fields in
        let label = fields.string("label", .required)?.value
        let short = fields.string("short")?.value
        // A side that lacks its label is there all the same for those that name it.
        return SideEntry(
          side: Side(id: id.value, label: label ?? id.value, short: short ?? label ?? id.value), location: id.location)
      }
    }
  }

  /// Actors, with their roles.
  static func actors(_ fields: inout Fields) -> [ActorEntry] {
    fields.recordsByID("actors", describing: "the actor") { id, fields in
      if id.value == "newsroom" {
        fields.error(
          "reserved-id", "no actor can have the id “newsroom”", at: id.location,
          help: "choose another id; “newsroom” stands for the site's own editors")
      }
      let name = fields.string("name", .required)?.value
      let side = fields.string("side")
      let kind = fields.choice("kind", of: Actor.Kind.self)?.value
      let roles = fields.records("roles", describing: "a role") { role(&$0) }
      return ActorEntry(
        actor: Actor(
          id: id.value, name: name ?? id.value, side: nil, kind: kind ?? .person, roles: roles, location: id.location),
        side: side, isOfUnreadKind: kind == nil && (fields.hasValue("kind") || fields.isMeant("kind")))
    }
  }

  private static func role(_ fields: inout Fields) -> Actor.Role? {
    let title = fields.string("title", .required)?.value
    let start = fields.date("start")
    let end = fields.date("end")
    if let start, let end, let first = start.value.earliest, let last = end.value.latest, first > last {
      fields.error(
        "ends-before-start", "the role ends before it starts", at: end.location,
        notes: [.init("it starts here", at: start.location)], help: "exchange the two dates, or correct one")
    }
    return title.map { Actor.Role(title: $0, start: start?.value, end: end?.value) }
  }
}
