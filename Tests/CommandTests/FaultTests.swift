#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// The machine fails, or the build is killed, at each call by which a build writes (PRODUCT section 8).
  ///
  /// strace lets the n-th call of a kind fail, all of them from the n-th on, or kill the process there.
  @Suite struct FaultTests {
    /// `DATELINE_FAULTS=all` tries every call, as long as that takes; else a few of each kind are tried.
    private static let triesAll = ProcessInfo.processInfo.environment["DATELINE_FAULTS"] == "all"
    private static let tries = 6

    @Test(
      "whatever call fails, and wherever the build is killed, Output is the old site or the new one",
      .enabled("strace is not installed; Scripts/apt-install strace") { Command.straceExists },
      arguments: [
        ("openat", "EACCES"), ("write", "ENOSPC"), ("linkat", "EDQUOT"), ("mkdirat", "ENOSPC"), ("renameat", "EROFS"),
        ("renameat2", "EACCES"), ("unlinkat", "EIO"), ("fsync", "EIO"), ("syncfs", "EIO"),
      ])
    func fault(call: String, error: String) async throws {
      // Few enough changes to be synced one by one, or enough not to be.
      let editions = try await TwoEditions(pages: call == "syncfs" ? 24 : 3)
      try editions.write(0)
      #expect(try await editions.site.build().status == 0)
      try editions.write(1)
      let places = try await editions.writingCalls(of: call)
      try #require(!places.isEmpty, "a build makes no call of \(call)")
      // What the first trace did is undone, so that every try starts from a whole site.
      var current = 1
      var random = SplitMix(seed: 5)
      let chosen = Self.triesAll ? places : Array(places.shuffled(using: &random).prefix(Self.tries))
      for place in chosen {
        for fault in ["error=\(error):when=\(place)", "error=\(error):when=\(place)+", "signal=SIGKILL:when=\(place)"] {
          try editions.write(1 - current)
          let result = try await editions.traced("-e", "inject=\(call):\(fault)")
          let left = editions.output
          let comment = Comment(rawValue: "\(call):\(fault): \(result.status) \(result.errors)")
          #expect(editions.torn(in: left) == [], comment)
          // Counted by thread, a call may also be one by which the libraries are loaded.
          if !fault.hasPrefix("signal"), result.status != 127 {
            #expect(result.status == 0 || result.status == 3, comment)
            // What cannot be written may be the message itself.
            let isTold = result.errors.hasPrefix("dateline: cannot ") || call == "write" && result.errors.isEmpty
            #expect(result.status == 0 || isTold, comment)
            if result.errors.contains(" is as it was") {
              #expect(editions.edition(of: editions.published(left)) == current, comment)
            }
          }
          try await editions.runNextCommand()
          current = try #require(editions.edition(of: editions.output), comment)
        }
      }
      print("\(call): \(chosen.count) of \(places.count) calls failed once, failed from there on, and ended in a kill")
    }
  }

  extension TwoEditions {
    /// Builds on one thread as far as possible, under strace.
    func traced(_ options: String...) async throws -> Command.Result {
      try await Command.run(
        program: URL(fileURLWithPath: "/usr/bin/strace"),
        ["-f", "-qq", "-o", site.folder.path + "/trace"] + options
          + [try Command.executable().path, "build", "--jobs", "1"],
        in: site.folder, environment: [:])
    }

    /// Which of the calls of a kind a thread makes write into Output, counted from one as strace does.
    func writingCalls(of call: String) async throws -> [Int] {
      let result = try await traced("-e", "trace=\(call)")
      try #require(result.status == 0, "\(result.errors)")
      var count: [Substring: Int] = [:]
      var places = Set<Int>()
      for line in try #require(site.text(of: "trace")).split(separator: "\n") where line.contains(" \(call)(") {
        let thread = line.prefix { $0 != " " }
        count[thread, default: 0] += 1
        // Files are only read by other calls of openat, and threads woken by a write of eight bytes.
        if call == "openat", !line.contains("O_CREAT") || line.contains("/") { continue }
        if call == "write", line.contains("\\0\", 8") || line.contains("\\0\\0\\0\", 8") { continue }
        places.insert(count[thread] ?? 0)
      }
      return places.sorted()
    }

    /// What readers may see of an output, and the manifest.
    func published(_ output: [String: Data]) -> [String: Data] {
      output.filter { !$0.key.hasPrefix(".dateline/") || outputs[0][$0.key] != nil }
    }
  }

  extension Command {
    static var straceExists: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/strace") }
  }
#endif
