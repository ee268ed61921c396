import CNettle

/// The name git gives to what a file holds: the SHA-1 of `blob`, the size, a zero byte and the bytes (gitformat-loose).
package enum GitBlob {
  /// The name in 40 hexadecimal digits.
  package static func id(of bytes: [UInt8]) -> String {
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    for part in [Array("blob \(bytes.count)\0".utf8), bytes] {
      part.withUnsafeBufferPointer { nettle_sha1_update(&context, $0.count, $0.baseAddress) }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
    digest.withUnsafeMutableBufferPointer { nettle_sha1_digest(&context, $0.count, $0.baseAddress) }
    return SHA256.hexadecimal(digest)
  }
}
