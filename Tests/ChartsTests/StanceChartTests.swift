import EDTF
import Foundation
import TestSupport
import Testing

@testable import Charts
@testable import Positions

private let seeds = Array(UInt64(1)...240)

@Suite struct StanceChartTests {
  private let words = ChartWords()

  private func table(_ seed: UInt64) throws -> StanceTable {
    let (story, day) = try StoryBuilder.random(seed)
    return StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words)
  }

  @Test("Every mark in the picture has its row in the table, and every row its mark", arguments: seeds)
  func marksAreRows(seed: UInt64) throws {
    let (story, day) = try StoryBuilder.random(seed)
    let table = StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words)
    #expect(table.rows.map(\.position) == story.statements.map(\.id))
    for drawing in Drawing.allCases {
      let picture = try Picture(StanceChart(table, drawing: drawing, prefix: "c", words: words).svg)
      let marks = picture.positions.flatMap(\.self)
      #expect(marks.count == table.rows.count)
      #expect(Set(marks) == Set(table.rows.map(\.position)))
      let shifts = picture.elements.compactMap { $0.attributes["data-shift"] }
      #expect(
        Set(shifts)
          == Set(table.shifts.map { "\(table.rows[$0.from].position) \(table.rows[$0.to].position)" }))
      #expect(shifts.count == table.shifts.count)
    }
  }

  @Test(
    "Each mark of the wide picture says in its title what its row says; the narrow one has no titles", arguments: seeds)
  func titles(seed: UInt64) throws {
    let table = try table(seed)
    let titles = try Picture(StanceChart(table, drawing: .wide, prefix: "c", words: words).svg).titles
    let untold = table.rows.filter { row in
      let title = titles[row.position] ?? ""
      let facts = [row.who, row.role ?? "", row.dateInWords, row.stance] + (row.isRetracted ? [words.retracted] : [])
      return !facts.map(TextBlock.plain).allSatisfy { $0.isEmpty || title.contains($0) }
    }
    #expect(untold.isEmpty, "\(untold.map(\.position))")
    let narrow = StanceChart(table, drawing: .narrow, prefix: "c", words: words).svg
    #expect(!String(decoding: narrow, as: UTF8.self).contains("<title>"))
  }

  @Test("No two labels meet, and all that is written stands inside the picture", arguments: seeds)
  func labelsAreApart(seed: UInt64) throws {
    let table = try table(seed)
    for drawing in Drawing.allCases {
      let layout = StanceLayout(table, drawing, words)
      let frame = Box(x: 0, y: 0, width: layout.metrics.width, height: layout.height)
      let boxes = layout.labels.filter { !$0.block.lines.isEmpty }.map(\.box).sorted { $0.y < $1.y }
      for (index, box) in boxes.enumerated() {
        #expect(frame.contains(box), "\(drawing) \(box) in \(frame)")
        for other in boxes[(index + 1)...] {
          if other.y >= box.maxY { break }
          #expect(!box.overlaps(other), "\(drawing) \(box) \(other)")
        }
      }
      #expect(layout.labels.count { $0.kind == .lane } == table.lanes.count)
      #expect(layout.labels.count { $0.kind == .tick } >= layout.scale.segments.count)
    }
  }

  @Test("All that is drawn is a number, inside the picture, and no line of a lane lies on another's", arguments: seeds)
  func drawingIsInside(seed: UInt64) throws {
    let table = try table(seed)
    for drawing in Drawing.allCases {
      let layout = StanceLayout(table, drawing, words)
      for mark in layout.marks {
        let centre = mark.centre
        #expect(layout.plot.x...layout.plot.maxX ~= centre.x && layout.plot.y...layout.plot.maxY ~= centre.y)
        #expect(mark.whisker.map { layout.plot.x - 0.01...layout.plot.maxX + 0.01 ~= $0.x.lowerBound } ?? true)
        #expect(mark.whisker.map { $0.x.contains(centre.x) || abs($0.x.lowerBound - centre.x) < 20 } ?? true)
      }
      let stretches = layout.lines.flatMap { line in
        (line.stretches + (line.silence.map { [$0] } ?? [])).map { (line.lane, $0) }
      }.sorted { ($0.1.y, $0.1.x.lowerBound) < ($1.1.y, $1.1.x.lowerBound) }
      for (one, next) in zip(stretches, stretches.dropFirst()) where one.0 != next.0 && one.1.y == next.1.y {
        #expect(one.1.x.upperBound < next.1.x.lowerBound)
      }
    }
  }

  @Test(
    "Coordinates have one decimal at most, and nothing needs more than the page's own stylesheet", arguments: [1, 2, 3])
  func markupIsPlain(seed: UInt64) throws {
    let svg = StanceChart(try table(seed), drawing: .wide, prefix: "c", words: words).svg
    let text = String(decoding: svg, as: UTF8.self)
    #expect(!text.contains("nan") && !text.contains("inf\""))
    let picture = try Picture(svg)
    for element in picture.elements {
      #expect(!["script", "style", "a", "image", "use", "foreignObject"].contains(element.name))
      for (name, value) in element.attributes {
        #expect(name != "style" && !name.hasPrefix("on") && !name.hasSuffix("href"))
        guard ["x", "y", "d", "cx", "cy", "r", "width", "height"].contains(name) else { continue }
        let numbers = value.split { !"0123456789.-".contains($0) }
        #expect(numbers.allSatisfy { ($0.split(separator: ".").dropFirst().first?.count ?? 0) <= 1 }, "\(value)")
      }
    }
  }

  @Test("The same story gives the same bytes")
  func drawingIsDeterministic() throws {
    for seed in seeds.prefix(12) {
      let first = StanceChart(try table(seed), drawing: .narrow, prefix: "c", words: words).svg
      let second = StanceChart(try table(seed), drawing: .narrow, prefix: "c", words: words).svg
      #expect(first == second)
    }
  }

  @Test("Ids begin with the prefix, and the picture is named by its title and its description")
  func idsArePrefixed() throws {
    let picture = try Picture(StanceChart(try table(1), drawing: .wide, prefix: "tariff-wide", words: words).svg)
    let ids = picture.elements.compactMap { $0.attributes["id"] }
    #expect(ids == ["tariff-wide-title", "tariff-wide-desc"])
    #expect(picture.elements.first?.attributes["aria-labelledby"] == "tariff-wide-title tariff-wide-desc")
    #expect(picture.elements.first?.attributes["role"] == "img")
  }

  @Test("A question nobody has answered gives a small picture that says so", arguments: Drawing.allCases)
  func emptyIssue(drawing: Drawing) throws {
    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    try builder.event("Vote", "2031-01-01")
    let story = builder.story()
    for issue in [0, 7] {
      let analysis = StoryAnalysis(of: story, on: Day(ordinal: 0))
      let table = StanceTable(story, analysis, issue: issue, words: words)
      #expect(table.isEmpty)
      let svg = StanceChart(table, drawing: drawing, prefix: "c", words: words).svg
      #expect(try Picture(svg).positions.isEmpty)
      #expect(String(decoding: svg, as: UTF8.self).contains(words.empty))
    }
  }

  @Test("Names that are markup stay text")
  func namesAreEscaped() throws {
    var builder = StoryBuilder()
    builder.levels = ["</text><script>x</script>", "\"\u{301} onload=\"x"]
    let side = builder.side("<b>")
    let who = builder.actor("<svg onload=alert(1)>\u{0}\u{7}", side, roles: [])
    let other = builder.actor("\"'&", builder.side("]]>"), roles: [])
    try builder.statement(who, .level(0), "2031-01-01")
    try builder.statement(other, .level(1), "2031-01-02")
    try builder.event("</title><img src=x>", "2031-01-01")
    let story = builder.story(question: "</title><script>")
    let table = StanceTable(story, StoryAnalysis(of: story, on: Day(ordinal: 22_000)), issue: 0, words: words)
    for drawing in Drawing.allCases {
      let svg = StanceChart(table, drawing: drawing, prefix: "\"><x", words: words).svg
      let picture = try Picture(svg)
      let allowed: Set<String> = ["svg", "title", "desc", "g", "path", "circle", "rect", "text"]
      #expect(Set(picture.elements.map(\.name)).isSubset(of: allowed))
      if drawing == .wide { #expect(picture.titles["p-0"]?.hasPrefix("<svg onload=alert(1)> ") == true) }
    }
  }

  @Test("A vague date neither stretches the axis nor stands after the day of the chart; its whisker goes on")
  func vagueDates() throws {
    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    let exact = builder.actor("Bo", nil)
    let vague = builder.actor("Ann", nil)
    try builder.statement(exact, .level(0), "2031-02-01")
    try builder.statement(exact, .level(1), "2031-02-20")
    try builder.statement(vague, .level(1), "2031")
    let story = builder.story()
    let day = try #require(Day("2031-02-22"))
    let table = StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words)
    let layout = StanceLayout(table, .wide, words)
    #expect(layout.scale.segments[0].days.upperBound < Double(day.ordinal + 10))
    let mark = try #require(layout.marks.first { $0.whisker != nil })
    #expect(mark.centre.x <= layout.scale.x(Double(day.ordinal)))
    #expect(mark.whisker?.isOpenAtStart == true && mark.whisker?.isOpenAtEnd == true)
  }

  @Test("Two statements whose order cannot be told are joined by dots, not by a change of position")
  func contested() throws {
    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    let who = builder.actor("Bo", nil)
    try builder.statement(who, .level(0), "2031-02")
    try builder.statement(who, .level(1), "2031-02-20")
    let story = builder.story()
    let table = StanceTable(story, StoryAnalysis(of: story, on: Day(ordinal: 22_400)), issue: 0, words: words)
    #expect(table.rows.allSatisfy(\.isContested) && table.shifts.isEmpty)
    let layout = StanceLayout(table, .wide, words)
    #expect(layout.shifts.isEmpty && layout.lines.map(\.joins.count) == [1])
    let picture = try Picture(StanceChart(table, drawing: .wide, prefix: "c", words: words).svg)
    #expect(picture.titles["p-0"]?.contains(words.contested) == true)
  }

  @Test("Few events are named where they are; many are numbered and listed")
  func events() throws {
    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    let who = builder.actor("Bo", nil)
    try builder.statement(who, .level(0), "2031-02-01")
    try builder.event("First talks", "2031-02-03")
    try builder.event("Second talks", "2031-02-20")
    func layout() throws -> (StanceLayout, [String]) {
      let story = builder.story()
      let analysis = StoryAnalysis(of: story, on: Day(ordinal: 22_320))
      let layout = StanceLayout(StanceTable(story, analysis, issue: 0, words: words), .wide, words)
      return (layout, layout.labels.filter { $0.kind == .event }.flatMap { $0.block.lines.map(\.text) })
    }
    #expect(try layout().1 == ["First talks", "Second talks"])
    for day in 10..<40 { try builder.event("Session", "2031-02-\(day % 9 + 10)") }
    let (numbered, numbers) = try layout()
    #expect(numbers.first == "1" && !numbers.contains("First talks"))
    let list = numbered.labels.filter { $0.kind == .key }.map { $0.block.lines[0].text }
    #expect(list.contains("3 February 2031: First talks") && list.contains("24"))
    #expect(list.last == "and 8 more" && !list.contains("25"))
    #expect(numbered.events.count == 32)
  }

  @Test("Words from right to left stand where those from left to right would")
  func rightToLeft() throws {
    var words = words
    words.isRightToLeft = true
    let table = try table(2)
    let svg = String(
      decoding: StanceChart(table, drawing: .wide, prefix: "c", words: words).svg, as: UTF8.self)
    #expect(svg.contains(" direction=\"rtl\"") && svg.contains("level-label\" font-size=\"12.5\" text-anchor=\"end\""))
    #expect(
      StanceLayout(table, .wide, words).labels.map(\.box) == StanceLayout(table, .wide, self.words).labels.map(\.box))
  }

  @Test("Dates at the ends of time, and none at all, are drawn")
  func extremeDates() throws {
    var builder = StoryBuilder()
    builder.levels = ["No", "Yes"]
    let who = builder.actor("Geologist", nil)
    for (index, date) in ["Y-170000002", "Y999999999", "0000", "-0100", "../..", "2031-01-01", "XXXX"].enumerated() {
      if (try? EDTFDate(parsing: date)) != nil { try builder.statement(who, .level(index % 2), date) }
    }
    let story = builder.story()
    for day in [Day(ordinal: .min), Day(ordinal: 0), Day(ordinal: .max)] {
      let moved = StanceTable(story, StoryAnalysis(of: story, on: day), issue: 0, words: words)
      for drawing in Drawing.allCases {
        let picture = try Picture(StanceChart(moved, drawing: drawing, prefix: "c", words: words).svg)
        #expect(picture.positions.count == story.statements.count)
      }
    }
  }

  @Test("Twenty thousand statements on one question are drawn in seconds even without optimisation, none left out")
  func manyStatements() throws {
    var random = SplitMix(seed: 5)
    var builder = StoryBuilder()
    builder.levels = ["No", "Maybe", "Yes"]
    let sides = [builder.side("A"), builder.side("B")]
    let actors = (0..<40).map { builder.actor("Speaker \($0)", sides[$0 % 2]) }
    for _ in 0..<20_000 {
      let day = Day(ordinal: 18_000 + .random(in: 0..<3000, using: &random)).description
      try builder.statement(
        actors.randomElement(using: &random) ?? 0, .level(.random(in: 0..<3, using: &random)), day)
    }
    let story = builder.story()
    let analysis = StoryAnalysis(of: story, on: Day(ordinal: 21_000))
    let start = ContinuousClock.now
    let table = StanceTable(story, analysis, issue: 0, words: words)
    let svg = StanceChart(table, drawing: .wide, prefix: "c", words: words).svg
    let elapsed = ContinuousClock.now - start
    #expect(elapsed < .atMost(seconds: 20))
    #expect(Set(try Picture(svg).positions.flatMap(\.self)).count == 20_000)
    if ProcessInfo.processInfo.environment["CHARTS_TIMES"] != nil { print("20,000 statements:", elapsed, svg.count) }
  }
}
