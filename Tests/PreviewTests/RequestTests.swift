import Testing

@testable import Preview

@Suite struct RequestTests {
  @Test("a range is the part of a thing that was asked for, as far as it has it")
  func parts() {
    #expect(ByteRange("bytes=0-499", size: 1000) == .part(0..<500))
    #expect(ByteRange("bytes=500-", size: 1000) == .part(500..<1000))
    #expect(ByteRange("bytes=-200", size: 1000) == .part(800..<1000))
    #expect(ByteRange("bytes=-2000", size: 1000) == .part(0..<1000))
    #expect(ByteRange("bytes=900-9999999999999999999999", size: 1000) == .part(900..<1000))
    #expect(ByteRange("Bytes=0-0", size: 1) == .part(0..<1))
  }

  @Test("a range that begins past the end cannot be had")
  func unsatisfiable() {
    #expect(ByteRange("bytes=1000-", size: 1000) == .unsatisfiable)
    #expect(ByteRange("bytes=-0", size: 1000) == .unsatisfiable)
    #expect(ByteRange("bytes=0-0", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=99999999999999999999-", size: 1000) == .unsatisfiable)
  }

  @Test(
    "what is no range of bytes asks for the whole",
    arguments: [
      nil, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=1-2,4-5", "lines=1-2", "bytes= 1-2",
      "bytes=1-2-3", "bytes=+1-2", "bytes=0x1-2",
    ])
  func whole(_ field: String?) { #expect(ByteRange(field, size: 1000) == .whole) }

  @Test(
    "this machine's own names are answered, with a port and without",
    arguments: ["localhost", "LOCALHOST:4000", "127.0.0.1", "127.0.0.1:4000", "[::1]", "[::1]:4000"])
  func loopback(_ host: String) { #expect(HostRule.loopback.allows(host)) }

  @Test(
    "other names are not, however they are dressed",
    arguments: [
      nil, "", "evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example", "localhost:",
      "localhost:4000:80", "127.0.0.1:evil", "::1", "[::1", "[::1]x", "localhost@evil.example", " localhost", "0.0.0.0",
    ])
  func others(_ host: String?) {
    #expect(!HostRule.loopback.allows(host))
    #expect(HostRule.any.allows(host))
  }

  @Test("the port in Host is the one a browser's address bar has")
  func ports() {
    #expect(HostRule.port(in: "127.0.0.1:4000") == "4000")
    #expect(HostRule.port(in: "[::1]:4001") == "4001")
    #expect(HostRule.port(in: "localhost") == "")
    #expect(HostRule.port(in: nil) == "")
  }

  @Test("a cookie is found among others, and by its whole name")
  func cookies() {
    let request = Request(
      method: "GET", target: "/a%20b/?x=/y?z", fields: ["cookie": "not-day=1; day=2019-02-22;other=3; empty="])
    #expect(request.cookie("day") == "2019-02-22")
    #expect(request.cookie("other") == "3")
    #expect(request.cookie("empty") == nil)
    #expect(request.cookie("missing") == nil)
    #expect(request.path == "/a%20b/")
    #expect(request.query == "?x=/y?z")
  }

  @Test("a file's kind follows from the ending of its name alone")
  func mediaTypes() {
    #expect(MediaType.of("a/b/index.html") == "text/html; charset=utf-8")
    #expect(MediaType.of("photo.JPG") == "image/jpeg")
    #expect(MediaType.of("calendar.ics") == "text/calendar; charset=utf-8")
    #expect(MediaType.of("talk.mp3") == "audio/mpeg")
    #expect(MediaType.of("v1.2/README") == "application/octet-stream")
    #expect(MediaType.of("what.is-this") == "application/octet-stream")
  }

  @Test("the script stands before the end of the last body, or at the end")
  func injection() {
    func injected(_ page: String) -> String {
      String(decoding: BrowserFiles.injected(into: Array(page.utf8), fingerprint: "f"), as: UTF8.self)
    }
    let script = "<script src=\"/.dateline/preview.js\" data-version=\"f\"></script>"
    let body = "<body><pre>&lt;/body></pre>"
    #expect(injected(body + "</body></html>\n") == body + script + "</body></html>\n")
    #expect(injected("<body>a</body>b</body>") == "<body>a</body>b\(script)</body>")
    #expect(injected("a") == "a\(script)")
    #expect(injected("") == script)
  }
}
