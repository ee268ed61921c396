/// A file of the theme under a name that changes with its content, so that browsers may keep it for ever.
struct Asset: Sendable {
  /// Below Templates: `assets/style.css`.
  let path: String
  /// Below Output: `assets/style.0123456789ab.css`.
  let output: OutputPath
  let bytes: [UInt8]

  /// - Parameter bytes: what the theme holds; of a stylesheet, readers get no comment and no needless space.
  init(path: String, bytes: [UInt8]) {
    let bytes = path.hasSuffix(".css") ? CSSMinifier.minified(bytes) : bytes
    self.path = path
    self.bytes = bytes
    let fingerprint = SHA256.hexadecimal(of: bytes).prefix(12)
    let slash = path.lastIndex(of: "/")
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      output = OutputPath(trusted: path[..<dot] + "." + fingerprint + path[dot...])
    } else {
      output = OutputPath(trusted: path + "." + fingerprint)
    }
  }

  /// How a template names it: `{{assets.style-css}}` for `assets/style.css`, the folder left out and the full stops,
  /// which separate names in Mustache, made hyphens.
  var key: String {
    let name = path.hasPrefix("assets/") ? path.dropFirst("assets/".count) : path[...]
    return String(name.map { $0 == "." ? "-" : $0 })
  }
}
