import Diagnostics
import Site

/// `dateline schema`: what a file may hold, for the editor it is typed in.
struct SchemaCommand: Command {
  static let name = "schema"
  static let summary = "print the JSON Schema of a file, for editors"
  static let help = """
    Prints the JSON Schema of a file, by which editors complete and check what is typed.

    Usage: dateline schema [positions|shared|site]
           dateline schema --write [DIR]

      The file is a story's positions.yaml if not said otherwise, the one all stories share, or site.yaml.

          --write   put all of them into DIR/.dateline/schema/, where the first line of the files that
                    `dateline new` makes leads editors with a YAML language server
          --help    this text

    In a file of your own, that line is: # yaml-language-server: $schema=../../.dateline/schema/positions.json

    Example: dateline schema > positions.schema.json

    """

  private enum Task {
    case print(FileSchema)
    case write(folder: String)
  }

  private let task: Task

  init(_ arguments: inout Arguments) throws(UsageError) {
    if arguments.flag("--write") {
      task = .write(folder: try arguments.positional(most: 1).first ?? ".")
    } else {
      let word = try arguments.positional(most: 1).first ?? FileSchema.positions.rawValue
      let known = FileSchema.allCases.map(\.rawValue)
      guard let schema = FileSchema(rawValue: word) else {
        throw UsageError(
          "there is no schema of “\(word)”; "
            + (nearestName(to: word, among: known).map { "did you mean “\($0)”?" }
              ?? "there are \(known.joined(separator: ", "))"))
      }
      task = .print(schema)
    }
  }

  func run() throws -> ExitStatus {
    switch task {
    case .print(let schema): try Terminal.print(String(decoding: schema.json.dropLast(), as: UTF8.self))
    case .write(let folder):
      guard BuildOptions.holdsContent(folder) else { throw UsageError(noContentIn: folder) }
      let written = try FileSchema.write(into: folder)
      try Terminal.print(
        written.isEmpty ? "the schemas are up to date" : written.map { "wrote \($0)" }.joined(separator: "\n"))
    }
    return .done
  }
}
