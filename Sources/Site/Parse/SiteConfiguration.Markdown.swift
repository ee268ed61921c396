import CommonMark

extension SiteConfiguration {
  /// How the site's Markdown is read.
  var markdown: Document.Options { .dateline }

  /// How it is rendered.
  var rendering: RenderOptions {
    var options = RenderOptions()
    options.allowsRawHTML = allowsHTML
    return options
  }
}
