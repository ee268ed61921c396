import Foundation
import PackagePlugin

/// Puts the repository's Templates/ into the binary, so that a folder with nothing but Content/ builds.
@main struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Templates", directoryHint: .isDirectory)
    let files = (try FileManager.default.subpathsOfDirectory(atPath: folder.path)).sorted()
      .map { folder.appending(path: $0) }
      .filter { !$0.hasDirectoryPath }
    let output = context.pluginWorkDirectoryURL.appending(path: "Theme.embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding Templates/",
        executable: try context.tool(named: "embed-theme").url,
        arguments: [folder.path, output.path],
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
