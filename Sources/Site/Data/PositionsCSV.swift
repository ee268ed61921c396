import EDTF
import Escaping
import Importing
import Positions
import Quotes

/// `positions.csv`: one row a position (RFC 4180). The file's fields come first, then what the things are that they name,
/// then what is computed; all but the last is what `dateline import csv` makes the same story of.
struct PositionsCSV {
  let edition: StoryEdition

  private static let fields = PositionsColumn.allCases.filter { $0.kind == .position }

  /// The file.
  var bytes: [UInt8] {
    var out = ByteWriter()
    out.csvRecord(PositionsColumn.allCases.map(\.rawValue))
    let things = Things(edition.story)
    for index in edition.story.statements.indices { write(index, things, to: &out) }
    return out.bytes
  }

  private func write(_ index: Int, _ things: Things, to out: inout ByteWriter) {
    let story = edition.story
    let statement = story.statements[index]
    let context = edition.publishableContext(of: statement)
    for (number, column) in Self.fields.enumerated() {
      if number > 0 { out.raw(",") }
      switch column {
      case .prefix: out.csvField(context?.prefix ?? "")
      case .suffix: out.csvField(context?.suffix ?? "")
      default: out.csvField(statement.cell(column, in: story))
      }
    }
    out.raw(things.actors[statement.who])
    let principal = statement.onBehalfOf.map { story.actors[$0] }
    out.csvFields([principal?.name ?? "", principal?.kind.rawValue ?? ""])
    out.csvFields([statement.reportedBy.map { story.actors[$0].name } ?? ""])
    out.raw(things.issues[statement.issue])
    out.raw(things.sources[statement.source])
    out.raw(statement.event.map { things.events[$0] } ?? things.noEvent)
    out.csvFields(computed(index))
    out.raw("\r\n")
  }

  private func computed(_ index: Int) -> [String] {
    let story = edition.story
    let statement = story.statements[index]
    let level = statement.stance.level
    var check = ["", "", "", "", ""]
    switch edition.check(of: statement) {
    case nil: break
    case .notChecked: check[0] = "not-checked"
    case .found(let match, let article):
      let tolerances = match.tolerances.map(\.rawValue).joined(separator: " ")
      check = [match.result.rawValue, tolerances, article, String(match.start), String(match.end)]
    }
    return [
      level.map { story.issues[statement.issue].scale[$0].label } ?? "", statement.date.earliest?.description ?? "",
      statement.date.latest?.description ?? "", story.actors[statement.who].role(on: statement.date)?.title ?? "",
      level.map(String.init) ?? "", edition.laneID(of: index), edition.fragmentURLs[index] ?? "",
    ] + check
  }

  /// The cells about the things that positions name, written once for each thing.
  private struct Things {
    let actors: [[UInt8]]
    let issues: [[UInt8]]
    let sources: [[UInt8]]
    let events: [[UInt8]]
    let noEvent = Self.cells(["", "", "", "", ""])

    init(_ story: Story) {
      actors = story.actors.map { actor in
        let side = actor.side.map { story.sides[$0] }
        let roles = actor.roles.map { [$0.title, $0.start?.text ?? "", $0.end?.text ?? ""] }
        return Self.cells([
          actor.name, actor.kind.rawValue, CellList.cell(roles), side?.id ?? "", side?.label ?? "", side?.short ?? "",
        ])
      }
      issues = story.issues.map { issue in
        Self.cells([issue.question, issue.label, CellList.cell(issue.scale.map { [$0.id, $0.label] })])
      }
      sources = story.sources.map { source in
        Self.cells([
          source.title ?? "", source.publisher ?? "", source.url ?? "", source.published?.text ?? "", source.kind ?? "",
          source.byline ?? "", source.lang ?? "", source.accessed?.text ?? "",
        ])
      }
      events = story.events.map { event in
        Self.cells([event.title, event.date.text, event.place ?? "", event.status.rawValue, event.note ?? ""])
      }
    }

    private static func cells(_ cells: [String]) -> [UInt8] {
      var out = ByteWriter()
      out.csvFields(cells)
      return out.bytes
    }
  }
}

extension ByteWriter {
  /// Writes fields of a record that has begun.
  fileprivate mutating func csvFields(_ fields: [String]) {
    for field in fields {
      raw(",")
      csvField(field)
    }
  }
}
