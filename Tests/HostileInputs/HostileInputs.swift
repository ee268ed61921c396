import Diagnostics
import EDTF
import Foundation
import Site
import TestSupport

/// Prints how long hostile sites take to build, as a table.
///
///     swift run -c release hostile-inputs [BYTES [SECONDS]]
///
/// Each is built with one job, its largest file of about a megabyte if not said otherwise; the time is the processor's, so
/// that what else a machine does shows less. The exit status is 1 where one takes more than so many seconds.
@main enum HostileInputs {
  static func main() async {
    let words = CommandLine.arguments.dropFirst()
    let size = words.first.flatMap { Int($0) } ?? 1_000_000
    let most = words.dropFirst().first.flatMap { Double($0) } ?? .infinity
    var tooSlow: [String] = []
    print("| input | bytes | seconds | bytes written | what came of it |\n|:--|--:|--:|--:|:--|")
    for input in HostileInput.all {
      let files = input.files(size: size)
      let start = processorTime()
      let built = await Rehearsal(of: files, on: Day(ordinal: 22_400))
      let seconds = processorTime() - start
      let refusal = built.diagnostics.all.first { $0.severity == .error }
      let written = refusal == nil ? built.files.reduce(0) { $0 + $1.bytes.count } : 0
      let outcome = refusal.map { "refused: \($0.message)" } ?? "built"
      print(
        "| \(input.name) | \(files.last?.bytes.count ?? 0) | \(String(format: "%.2f", seconds)) | \(written) |",
        "\(outcome.replacing("|", with: "\\|")) |")
      if seconds > most { tooSlow.append(input.name) }
    }
    guard tooSlow.isEmpty else {
      FileHandle.standardError.write(Data("too slow: \(tooSlow.joined(separator: "; "))\n".utf8))
      exit(1)
    }
  }

  /// The processor time this process has used, in seconds.
  private static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
