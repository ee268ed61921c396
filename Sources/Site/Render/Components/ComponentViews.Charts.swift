import Charts
import Mustache
import Positions

// Stance charts, and the tables beside them.

extension ComponentViews {
  func stanceChart(_ options: ComponentOptions, number: Int) -> Object {
    let issues = story.issues.indices.filter { options.issues?.contains($0) ?? true }
    let isWhole = number == 0 && options.showsAllOfIssues
    return [
      "charts": .objects(
        issues.map { issue in
          let make = { chart(ofIssue: issue, options, number: number) }
          return isWhole ? views.chart(ofIssue: issue, making: make) : make()
        })
    ]
  }

  private func chart(ofIssue issue: Int, _ options: ComponentOptions, number: Int) -> Object {
    let words = words.charts
    let table = StanceTable(story, analysis, issue: issue, words: words) { statement in
      options.shows(story.statements[statement], of: story)
    }
    let prefix = "chart-\(number)-\(story.issues[issue].id)"
    func svg(_ drawing: Drawing) -> Value {
      .html(StanceChart(table, drawing: drawing, prefix: "\(prefix)-\(drawing.rawValue)", words: words).svg)
    }
    return [
      "issue": .object(views.issues[issue]), "wide": svg(.wide), "narrow": svg(.narrow),
      "rows": .objects(table.rows.map { row($0, of: table) }),
    ]
  }

  private func row(_ row: StanceTable.Row, of table: StanceTable) -> Object {
    [
      "id": .text(row.position), "url": .text(routes.position(row.position, of: story.id)),
      "date": .date(row.date, in: words),
      "who": .text(row.who), "role": .optional(row.role), "stance": .text(row.stance), "excerpt": .text(row.excerpt),
      "shift": .optional(row.shift.map { table.shifts[$0].words }), "is_contested": .bool(row.isContested),
      "is_inferred": .bool(row.isInferred),
      "is_retracted": .bool(row.isRetracted),
    ]
  }
}
