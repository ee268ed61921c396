#if os(Linux)
  import Foundation
  import Testing

  /// Disks that are full, may not be written to, or limit the size of files (PRODUCT section 8).
  @Suite struct DiskTests {
    @Test("a limit on the size of files is an error that names the file, and Output stays as it was")
    func sizeLimit() async throws {
      let editions = try await TwoEditions(pages: 60)
      try editions.write(0)
      #expect(try await editions.site.build().status == 0)
      try editions.write(1)
      let longest = editions.outputs[1].values.map(\.count).max() ?? 0
      for limit in [0, 1, 100, 500, 1000, 1500, 2000, longest - 1] {
        let result = try await Command.run(
          program: URL(fileURLWithPath: "/usr/bin/prlimit"),
          ["--fsize=\(limit)", "--", try Command.executable().path, "build"], in: editions.site.folder, environment: [:]
        )
        let output = editions.output
        if result.status == 0 {
          // The file that is longest is the same in both editions.
          #expect(limit > 1000 && editions.edition(of: output) == 1)
          break
        }
        #expect(result.status == 3)
        #expect(result.errors.contains(/dateline: cannot write Output\/.*: File too large; Output is as it was\n/))
        #expect(editions.edition(of: output) == 0)
      }
    }

    @Test("a folder in Output that may not be written to is an error, and Output stays as it was")
    func noPermission() async throws {
      let editions = try await TwoEditions(pages: 10)
      try editions.write(0)
      #expect(try await editions.site.build().status == 0)
      try editions.write(1)
      let folder = editions.site.folder.path + "/Output/p3/page-3"
      chmod(folder, 0o555)
      defer { chmod(folder, 0o755) }
      guard let result = try await editions.site.buildAsNobody() else {
        print("NOT TESTED: nobody but root can run the program here")
        return
      }
      #expect(result.status == 3, "\(result.errors)")
      #expect(result.errors.contains(": Permission denied; Output is as it was"))
      #expect(editions.edition(of: editions.output) == 0)
    }

    @Test("a disk that is full is an error at any size of it, and Output stays as it was")
    func fullDisk() async throws {
      let editions = try await TwoEditions(pages: 60)
      let output = editions.site.folder.path + "/Output"
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      var refusals = 0
      // From what is enough for one site to what is enough for both.
      for size in stride(from: 480, through: 1600, by: 80) {
        guard await Mount.tmpfs(at: output, options: "size=\(size)k") else { return Mount.sayUnavailable() }
        try editions.write(0)
        let first = try await editions.site.build()
        try editions.write(1)
        if first.status == 0 {
          let second = try await editions.site.build()
          let edition = editions.edition(of: editions.output)
          #expect(second.status == 0 && edition == 1 || second.status == 3 && edition == 0, "\(second.errors)")
          if second.status == 3 {
            refusals += 1
            #expect(second.errors.contains(": No space left on device; Output is as it was"))
          }
        } else {
          #expect(first.status == 3 && first.errors.contains("No space left on device"))
          #expect(editions.output.keys.filter { !$0.hasPrefix(".dateline") } == [])
        }
        await Mount.unmount(output)
      }
      #expect(refusals > 0)
    }

    @Test("an Output that is mounted read-only is an error, and stays as it was")
    func readOnly() async throws {
      let editions = try await TwoEditions(pages: 10)
      let output = editions.site.folder.path + "/Output"
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      guard await Mount.tmpfs(at: output, options: "size=8m") else { return Mount.sayUnavailable() }
      try editions.write(0)
      #expect(try await editions.site.build().status == 0)
      try editions.write(1)
      #expect(await Mount.run("/usr/bin/mount", "-o", "remount,ro", output))
      let result = try await editions.site.build()
      #expect(result.status == 3)
      #expect(result.errors == "dateline: cannot write Output/.dateline/lock: Read-only file system\n")
      #expect(editions.edition(of: editions.output) == 0)
      await Mount.unmount(output)
    }

    @Test("a folder that vanishes while the build writes into it is an error")
    func vanished() async throws {
      let editions = try await TwoEditions(pages: 120)
      try editions.write(0)
      #expect(try await editions.site.build().status == 0)
      try editions.write(1)
      let folder = editions.site.folder
      async let building = Command.run("build", in: folder)
      // A build that is done before anybody looked is not waited for.
      let end = ContinuousClock.now + .seconds(5)
      while !editions.site.contains("Output/.dateline/staged/3"), ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(1))
      }
      // Again and again, for the build may put something into a folder that is just being removed.
      while editions.site.contains("Output") { try? FileManager.default.removeItem(atPath: folder.path + "/Output") }
      let result = try await building
      // Where it is gone a moment too late, the site is made, and gone.
      #expect(result.status == 3 || result.status == 0)
      #expect(result.status == 0 || result.errors.hasPrefix("dateline: cannot "))
      #expect(try await editions.site.build().status == 0)
      #expect(editions.edition(of: editions.output) == 1)
    }
  }

  /// Small file systems in memory, where the tests may mount them.
  enum Mount {
    static func tmpfs(at path: String, options: String) async -> Bool {
      await run("/usr/bin/mount", "-t", "tmpfs", "-o", options, "dateline-test", path)
    }

    static func unmount(_ path: String) async { _ = await run("/usr/bin/umount", path) }

    static func run(_ words: String...) async -> Bool {
      let result = try? await Command.run(
        program: URL(fileURLWithPath: words[0]), Array(words.dropFirst()), in: nil, environment: [:])
      return result?.status == 0
    }

    static func sayUnavailable() {
      print("NOT TESTED: no file system can be mounted here; run the tests as root")
    }
  }

  extension Site {
    /// Runs `dateline build` as somebody who is not root, to whom permissions matter; the folder is made theirs.
    ///
    /// - Returns: `nil` where root may not become somebody else, or where that one cannot run the program.
    func buildAsNobody() async throws -> Command.Result? {
      guard getuid() == 0 else { return try await build() }
      let program = folder.appendingPathComponent("dateline")
      try FileManager.default.copyItem(at: try Command.executable(), to: program)
      #expect(await Mount.run("/usr/bin/chown", "-R", "65534:65534", folder.path))
      func run(_ word: String) async throws -> Command.Result {
        try await Command.run(
          program: URL(fileURLWithPath: "/usr/bin/setpriv"),
          ["--reuid=65534", "--regid=65534", "--clear-groups", program.path, word], in: folder, environment: [:])
      }
      return try await run("--version").status == 0 ? run("build") : nil
    }
  }
#endif
