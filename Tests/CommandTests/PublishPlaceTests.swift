import Foundation
import Testing

/// What is particular to a folder, and to an rsync daemon.
@Suite(.enabled(if: PublishedSite.programsAreThere, "Scripts/setup-tests installs them"))
struct PublishPlaceTests {
  @Test("unchanged files are the same file in each release, and never that of Output; a few releases are kept")
  func releases() async throws {
    let target = try await PublishedSite(.directory)
    var photos: Set<Int> = []
    for version in 1...5 {
      try target.site.write("# Version \(version)\n", to: "Content/about.md")
      #expect(try await target.publish().status == 0)
      photos.insert(try #require(try target.inodes()["photo.bin"]))
      if version == 1 { try target.site.write("mine", to: "srv/site.releases/mine/notes.txt") }
    }
    #expect(photos.count == 1)
    let built = try FileManager.default.attributesOfItem(atPath: target.path + "/Output/photo.bin")
    #expect(photos.first != built[.systemFileNumber] as? Int)
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path + "/srv/site.releases")
    #expect(names.sorted() == ["3", "4", "5", "lock", "mine"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: target.path + "/srv/site") == "site.releases/5")
    #expect(target.site.text(of: "srv/site.releases/4/about/index.html")?.contains("Version 4") == true)
  }

  @Test("a folder or link that Dateline did not make is refused, and left as it is; an empty folder gives way")
  func notOurs() async throws {
    let target = try await PublishedSite(.directory)
    try target.site.write("mine", to: "srv/site/index.html")
    let folder = try await target.publish()
    #expect(folder.status == 1)
    #expect(folder.errors.contains("srv/site is a folder that Dateline did not make"))
    #expect(folder.errors.contains("mv \(target.path)/srv/site \(target.path)/srv/site.old"))
    #expect(target.site.text(of: "srv/site/index.html") == "mine")
    try FileManager.default.moveItem(atPath: target.path + "/srv/site", toPath: target.path + "/srv/old")
    try FileManager.default.createSymbolicLink(atPath: target.path + "/srv/site", withDestinationPath: "old")
    let link = try await target.publish()
    #expect(link.status == 1)
    #expect(link.errors.contains("srv/site is a link to old, which Dateline did not make"))
    try FileManager.default.removeItem(atPath: target.path + "/srv/site")
    try FileManager.default.createDirectory(atPath: target.path + "/srv/site", withIntermediateDirectories: false)
    #expect(try await target.publish().status == 0)
    #expect(try await target.published() == target.output())
  }

  @Test("a page that somebody edited where readers get it is found and put right")
  func edited() async throws {
    let target = try await PublishedSite(.directory)
    #expect(try await target.publish().status == 0)
    try target.site.write("edited", to: "srv/site/about/index.html")
    let result = try await target.publish()
    #expect(result.output.contains("\n  ~ about/index.html\n"))
    #expect(try await target.published() == target.output())
  }

  @Test("a manifest that cannot be read makes no file Dateline's: nothing is removed or replaced")
  func damagedManifest() async throws {
    let target = try await PublishedSite(.rsync)
    #expect(try await target.publish().status == 0)
    let published = try await target.published()
    try target.site.write("not a manifest\n", to: "site/.dateline-manifest")
    let result = try await target.publish()
    #expect(result.status == 1)
    #expect(result.errors.contains(".dateline-manifest there, which tells Dateline's files, cannot be read"))
    #expect(try await target.published() == published)
    #expect(try await target.publish("--force").status == 0)
    #expect(try await target.publish().output.contains("nothing was uploaded"))
  }

  @Test(
    "names with spaces, wildcards and letters of any script go there and are removed again",
    arguments: PublishedSite.Kind.allCases)
  func names(kind: PublishedSite.Kind) async throws {
    let target = try await PublishedSite(kind)
    var names = ["a b.bin", "w[x]*?/back\\slash.bin", "한국어/é.bin", "#1;2.bin", "-dash.bin", "quo\"te'.bin", "x\ty.bin"]
    for name in names { try target.site.write(name, to: "Content/" + name) }
    if kind == .rclone {
      let refused = try await target.publish()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("there is a control character in its name"))
      try FileManager.default.removeItem(atPath: target.path + "/Content/" + names.removeLast())
    }
    #expect(try await target.publish().status == 0)
    try await target.putForeign("mine", at: "w[x]*?/mine.txt")
    #expect(try await target.publish().output.contains("nothing was uploaded"))
    for name in names { try FileManager.default.removeItem(atPath: target.path + "/Content/" + name) }
    let result = try await target.publish()
    #expect(result.status == 0, "\(result.errors)")
    var expected = target.output()
    expected["w[x]*?/mine.txt"] = Data("mine".utf8)
    #expect(try await target.published() == expected)
  }

  @Test("an rsync daemon is published to")
  func daemon() async throws {
    let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 20_000
    let target = try await PublishedSite(.rsync, target: "{kind: rsync, to: \"rsync://127.0.0.1:\(port)/www/site\"}")
    try target.site.write(
      """
      use chroot = no
      uid = \(getuid())
      gid = \(getgid())
      [www]
      path = \(target.path)
      read only = no

      """, to: "rsyncd.conf")
    let daemon = Process()
    daemon.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    daemon.arguments = [
      "rsync", "--daemon", "--no-detach", "--address=127.0.0.1", "--port=\(port)", "--config=rsyncd.conf",
    ]
    daemon.currentDirectoryURL = target.site.folder
    try daemon.run()
    defer {
      daemon.terminate()
      daemon.waitUntilExit()
    }
    var result = try await target.publish()
    for _ in 0..<50 where result.errors.contains("Connection refused") {
      try await Task.sleep(for: .milliseconds(100))
      result = try await target.publish()
    }
    #expect(result.status == 0, "\(result.errors)")
    #expect(try await target.published() == target.output())
    try FileManager.default.removeItem(atPath: target.path + "/Content/news/storm.md")
    #expect(try await target.publish().status == 0)
    #expect(try await target.published() == target.output())
    #expect(try await target.publish().output.contains("nothing was uploaded"))
  }
}
