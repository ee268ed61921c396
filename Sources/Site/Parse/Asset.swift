import CNettle

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

/// SHA-256 (FIPS 180-4), by Nettle.
enum SHA256 {
  /// The digest in 64 hexadecimal digits.
  static func hexadecimal(of bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    digest.withUnsafeMutableBufferPointer { nettle_sha256_digest(&context, $0.count, $0.baseAddress) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
