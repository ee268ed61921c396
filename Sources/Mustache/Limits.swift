/// How much of anything a template may ask for, far above what a page needs: no template crashes or hangs the tool.
enum Limits {
  /// Bytes of one template.
  static let templateSize = 1 << 20
  /// Sections, blocks and parents open at one place of a template.
  static let nesting = 100
  /// Partials, parents and blocks being rendered at one time.
  static let calls = 200
  /// Errors reported for one template.
  static let errors = 100
  /// Bytes of one delimiter.
  static let delimiter = 16
  /// Bytes of one rendered page.
  static let outputSize = 1 << 30
  /// Rounds of sections, and calls, in one rendered page.
  static let steps = 1 << 30
}
