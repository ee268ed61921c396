import Diagnostics
import YAML

extension Timeline {
  /// The columns of TimelineJS's spreadsheets: those of version 3, and those that version 1 had instead.
  private enum Column: String, CaseIterable {
    case year = "Year"
    case month = "Month"
    case day = "Day"
    case time = "Time"
    case endYear = "End Year"
    case endMonth = "End Month"
    case endDay = "End Day"
    case endTime = "End Time"
    case displayDate = "Display Date"
    case headline = "Headline"
    case text = "Text"
    case media = "Media"
    case credit = "Media Credit"
    case caption = "Media Caption"
    case thumbnail = "Media Thumbnail"
    case alt = "Alt Text"
    case link = "Link"
    case type = "Type"
    case group = "Group"
    case background = "Background"
    case startDate = "Start Date"
    case endDate = "End Date"
    case tag = "Tag"
  }

  /// Reads the spreadsheet of TimelineJS, saved as CSV.
  ///
  /// - Returns: `nil` where something is wrong with it, which has been reported.
  init?(spreadsheet table: CSVTable, diagnostics: inout Diagnostics) {
    var columns: [Column: Int] = [:]
    var strange: [Int] = []
    for (index, name) in table.header.enumerated() {
      let word = name.value.trimmed.lowercased()
      if let column = Column.allCases.first(where: { $0.rawValue.lowercased() == word }) {
        if columns[column] == nil { columns[column] = index } else { strange.append(index) }
      } else if !word.isEmpty {
        strange.append(index)
      }
    }
    guard columns[.year] != nil || columns[.startDate] != nil else {
      let first = table.header.first?.location
      diagnostics.error(
        "no-timeline", "no column is called “Year” or “Start Date”", at: first,
        help: "the first line keeps the names of TimelineJS's template; a table of positions is imported with "
          + "`dateline import csv`")
      return nil
    }
    self.init()
    var rows = DateCellReader(diagnostics: Diagnostics())
    for row in table.rows {
      func cell(_ column: Column) -> Located<String>? { columns[column].flatMap { row[$0].filled } }
      var slide = Slide(location: (cell(.headline) ?? row.first { $0.filled != nil } ?? row[0]).location)
      slide.headline = cell(.headline)
      slide.text = cell(.text)
      slide.displayDate = cell(.displayDate)
      slide.group = cell(.group) ?? cell(.tag)
      if let date = cell(.startDate) {
        slide.start = rows.moment(date)
      } else {
        slide.start = rows.moment(cell(.year), cell(.month), cell(.day), cell(.time))
      }
      if let date = cell(.endDate) {
        slide.end = rows.moment(date)
      } else {
        slide.end = rows.moment(cell(.endYear), cell(.endMonth), cell(.endDay), cell(.endTime))
      }
      let media = Media(
        url: cell(.media), caption: cell(.caption), credit: cell(.credit), thumbnail: cell(.thumbnail),
        alt: cell(.alt), link: cell(.link))
      if [media.url, media.caption, media.credit, media.thumbnail, media.alt, media.link].contains(where: { $0 != nil })
      {
        slide.media = media
      }
      if let background = cell(.background) { slide.others.append(("background", background.value)) }
      for index in strange {
        if let cell = row[index].filled { slide.others.append((table.header[index].value.trimmed, cell.value)) }
      }
      add(slide, of: cell(.type), &rows.diagnostics)
    }
    diagnostics.append(contentsOf: rows.diagnostics)
    if rows.diagnostics.hasErrors { return nil }
  }

  private mutating func add(_ slide: Slide, of type: Located<String>?, _ diagnostics: inout Diagnostics) {
    switch type?.value.lowercased() {
    case nil: events.append(slide)
    case "title":
      if title == nil { title = slide } else { events.append(slide) }
    case "era": eras.append(slide)
    case let word?:
      var slide = slide
      slide.others.append(("Type", word))
      events.append(slide)
    }
  }
}
