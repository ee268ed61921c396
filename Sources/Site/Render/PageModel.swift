import Mustache

/// A page before it is rendered: the template, and what it is given beside what every page is.
struct PageModel: Sendable {
  let template: String
  let head: PageHead
  var data: Object

  init(_ template: String, _ head: PageHead, _ data: Object) {
    self.template = template
    self.head = head
    self.data = data
  }
}
