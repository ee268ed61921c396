import CNettle

/// SHA-256 (FIPS 180-4), by Nettle.
package enum SHA256 {
  /// The digest in 64 hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String { hexadecimal(digest(of: bytes)) }

  /// The digest, 32 bytes.
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    digest.withUnsafeMutableBufferPointer { nettle_sha256_digest(&context, $0.count, $0.baseAddress) }
    return digest
  }

  /// A digest, of any length, in hexadecimal digits.
  static func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
