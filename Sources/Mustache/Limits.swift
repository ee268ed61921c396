/// How much of anything a template may ask for, far above what a page needs: no template crashes or hangs the tool.
package struct Limits: Sendable {
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
  package var outputSize = 1 << 29
  /// Instructions carried out for one rendered page, those that have much to look through counted more than once: some
  /// seconds of them.
  package var steps = 1 << 27
}
