import Foundation
import PackagePlugin

/// Puts files into the binary: the repository's Templates/, so that a folder with nothing but Content/ builds, and what
/// a preview puts into browsers.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder =
      target.name == "Theme"
      ? context.package.directoryURL.appending(path: "Templates", directoryHint: .isDirectory)
      : target.directoryURL.appending(path: "Browser/Scripts", directoryHint: .isDirectory)
    let files = (try FileManager.default.subpathsOfDirectory(atPath: folder.path)).sorted()
      .map { folder.appending(path: $0) }
      .filter { !$0.hasDirectoryPath }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name).embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.lastPathComponent)/",
        executable: try context.tool(named: "embed-files").url,
        arguments: [folder.path, output.path],
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
