import Site

/// A path of this machine as it is from everywhere.
///
/// - Parameter folder: what it is relative to, itself relative to the folder the command runs in.
func absolute(_ path: String, in folder: String) -> String {
  if path.hasPrefix("/") { return path }
  let base = folder.hasPrefix("/") ? folder : FileSystem.currentFolder + (folder == "." ? "" : "/" + folder)
  return base + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
}
