import CNettle
import Site

/// The name git gives to what a file holds: a digest of `blob`, the size, a zero byte and the bytes (gitformat-loose).
enum BlobID {
  /// - Parameter isSHA256: whether the repository names by SHA-256, and not, as most do, by SHA-1.
  static func hexadecimal(of bytes: [UInt8], isSHA256: Bool) -> String {
    let header = Array("blob \(bytes.count)\0".utf8)
    if isSHA256 { return SHA256.hexadecimal(of: header + bytes) }
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    for part in [header, bytes] {
      part.withUnsafeBufferPointer { nettle_sha1_update(&context, $0.count, $0.baseAddress) }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
    digest.withUnsafeMutableBufferPointer { nettle_sha1_digest(&context, $0.count, $0.baseAddress) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
