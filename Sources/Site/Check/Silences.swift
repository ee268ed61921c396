import CommonMark
import Diagnostics

/// All silences of a site, and what they silence.
struct Silences: Sendable {
  /// By file, those of each file by line.
  private var byFile: [ObjectIdentifier: [Silence]] = [:]
  private var all: [Silence] = []

  /// Those in every file of the published site that can have any.
  init(of site: PublishedSite, jobs: Int) async {
    let texts = await parallelMap(site.texts, jobs: jobs) { text in
      SilenceReader.joined(SilenceReader.silences(in: text.file, read: text.document))
    }
    let data = await parallelMap(site.dataFiles, jobs: jobs) {
      SilenceReader.joined(SilenceReader.silences(inYAML: $0))
    }
    all = (data + texts).flatMap { $0 }
    byFile = Dictionary(grouping: all) { ObjectIdentifier($0.location.source) }
  }

  /// Takes away what is silenced, and judges the silences themselves.
  ///
  /// - Returns: what is left, and how many findings were taken away.
  func apply(to findings: Diagnostics, policy: LintPolicy) -> (left: Diagnostics, silenced: Int) {
    var (left, used) = silencing(findings)
    let silenced = findings.all.count - left.all.count
    var problems = LintFindings(policy)
    for silence in all { judge(silence, isUsed: used.contains(Key(silence)), policy, &problems) }
    left.append(contentsOf: problems.diagnostics)
    return (left, silenced)
  }

  /// Takes away what is silenced.
  ///
  /// - Returns: what is left, and the silences that silenced something.
  func silencing(_ findings: Diagnostics) -> (left: Diagnostics, used: Set<Key>) {
    var left = Diagnostics()
    var used: Set<Key> = []
    var tables: [ObjectIdentifier: LineTable] = [:]
    for finding in findings.all {
      guard let location = finding.location, let lint = Lint(rawValue: finding.id), lint.canBeSilenced,
        let silences = byFile[ObjectIdentifier(location.source)]
      else {
        left.report(finding)
        continue
      }
      let file = ObjectIdentifier(location.source)
      let table = tables[file] ?? LineTable(location.source)
      tables[file] = table
      let line = table.line(at: location.range.lowerBound)
      let silence = silences.first { $0.lint == finding.id && $0.lines.contains(line) && $0.hasReason }
      if let silence {
        used.insert(Key(silence))
      } else {
        left.report(finding)
      }
    }
    return (left, used)
  }

  /// Which silence it is.
  struct Key: Hashable {
    let file: ObjectIdentifier
    let place: Int

    init(_ silence: Silence) {
      file = ObjectIdentifier(silence.location.source)
      place = silence.location.range.lowerBound
    }
  }

  private func judge(_ silence: Silence, isUsed: Bool, _ policy: LintPolicy, _ found: inout LintFindings) {
    guard let lint = Lint(rawValue: silence.lint), lint.canBeSilenced else {
      let known = Lint.allCases.filter(\.canBeSilenced).map(\.rawValue)
      let near =
        nearestName(to: silence.lint, among: known).map { "did you mean “\($0)”?" }
        ?? "the lints are \(known.joined(separator: ", "))"
      if silence.lint.isEmpty {
        found.report(.unknownSilence, "a comment that begins with “dateline:” allows nothing", at: silence.location)
      } else if Lint(rawValue: silence.lint) != nil {
        found.report(
          .unknownSilence, "“\(silence.lint)” cannot be silenced at a line", at: silence.lintLocation,
          help: "mend what it finds, or set it under “check” in site.yaml")
      } else {
        found.report(
          .unknownSilence, "no lint “\(silence.lint)”", at: silence.lintLocation,
          help: near)
      }
      return
    }
    if !silence.hasReason {
      found.report(
        .silenceWithoutReason, "“\(silence.lint)” is silenced without a reason, and so is not", at: silence.location)
    } else if !isUsed, policy.severity(of: lint) != nil {
      found.report(
        .unusedSilence, "nothing at this line is a case of “\(silence.lint)”", at: silence.location)
    }
  }
}
