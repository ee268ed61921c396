import Diagnostics
import EDTF
import Escaping
import Site

/// What browsers are told whenever something has changed: all they need to know, so that none is missed.
struct StateMessage {
  /// Counts the states of the site.
  let number: Int
  /// Everything that is wrong.
  let errors: Diagnostics
  /// The day of the edition that is shown where no other is asked for.
  let today: Day
  /// The address of the page whose own text has changed, if browsers are to go there.
  let follow: String?
  let options: PreviewOptions

  /// More errors than these fill no screen.
  private static let mostErrors = 20

  /// One line of JSON.
  var json: String {
    var out = ByteWriter()
    out.raw(string: "{\"number\":\(number),\"errors\":[")
    var writer = ConsoleWriter(color: false)
    for (index, error) in errors.sorted().prefix(Self.mostErrors).enumerated() {
      if index > 0 { out.raw(",") }
      out.jsonString(writer.text(for: error))
    }
    let count = errors.sorted().count
    out.raw(string: "],\"more\":\(max(0, count - Self.mostErrors)),\"today\":\"\(today)\",\"drafts\":")
    out.raw(string: "\(options.site.includesDrafts),\"future\":\(options.site.includesFuture),\"follow\":")
    if let follow { out.jsonString(follow) } else { out.raw("null") }
    out.raw("}")
    return out.string
  }
}
