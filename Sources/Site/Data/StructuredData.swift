import EDTF
import Escaping
import Positions
import YAML

/// What pages say of themselves to machines: JSON-LD with the vocabulary of schema.org.
///
/// A stance is no claim to be rated true or false, so nothing here is a `ClaimReview`.
struct StructuredData: Sendable {
  let routes: Routes
  let site: PublishedSite

  /// The site and who answers for it.
  var home: [UInt8] {
    document { json in
      json.member("@type", "WebSite")
      json.member("name", site.configuration.title)
      json.member("description", site.configuration.description)
      json.member("url", site.address.absolute(Routes.home))
      json.member("inLanguage", site.configuration.language)
      writePublisher(to: &json)
    }
  }

  /// An explainer, the event it is about, and the people in it.
  func explainer(_ edition: StoryEdition) -> [UInt8] {
    let explainer = edition.explainer
    return document { json in
      json.member("@type", "BackgroundNewsArticle")
      json.member("headline", explainer.title)
      json.member("description", explainer.deck)
      json.member("url", site.address.absolute(Routes.story(edition.id)))
      json.member("inLanguage", explainer.lang ?? site.configuration.language)
      json.member("datePublished", explainer.date?.htmlDateTime)
      json.member("dateModified", (explainer.updated ?? explainer.date)?.htmlDateTime)
      if let image = explainer.image {
        let path = PublishedSite.imagePath(image.path.value, story: edition.id)
        json.member("image", site.address.absolute(OutputPath(trusted: path)))
      }
      json.array("author") { json in
        for author in explainer.authors.isEmpty ? site.configuration.authors : explainer.authors {
          json.object { json in
            json.member("@type", "Organization")
            json.member("name", author)
          }
        }
      }
      writePublisher(to: &json)
      if let event = edition.mainEvent { json.object("about") { write(event, to: &$0) } }
      json.array("mentions") { json in
        for actor in edition.story.actors where actor.kind != .anonymous {
          json.object { write(actor, role: actor.role(on: EDTFDate(edition.day)), to: &$0) }
        }
      }
    }
  }

  /// The quotes of a timeline, in their order.
  func timeline(_ edition: StoryEdition) -> [UInt8] {
    let story = edition.story
    return document { json in
      json.member("@type", "ItemList")
      json.member("name", edition.explainer.title)
      json.member("url", site.address.absolute(Routes.timeline(edition.id)))
      json.array("itemListElement") { json in
        for (place, statement) in story.statements.lazy.filter({ $0.quote != nil }).prefix(Self.mostQuotes).enumerated()
        {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", place + 1)
            json.object("item") { write(statement, in: story, to: &$0) }
          }
        }
      }
    }
  }

  /// One person or body.
  func actor(_ actor: Actor, role: Actor.Role?) -> [UInt8] {
    document { write(actor, role: role, to: &$0) }
  }

  /// More quotes than this say no more about a page.
  private static let mostQuotes = 100

  private func document(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "https://schema.org")
      body(&json)
    }
    return json.bytes
  }

  private func writePublisher(to json: inout JSONWriter) {
    guard let publisher = site.configuration.publisher else { return }
    json.object("publisher") { json in
      json.member("@type", "NewsMediaOrganization")
      json.member("name", publisher.name)
      json.member("url", publisher.url)
    }
  }

  private func write(_ actor: Actor, role: Actor.Role?, to json: inout JSONWriter) {
    json.member("@type", actor.kind == .person ? "Person" : "Organization")
    json.member("name", actor.name)
    json.member("url", site.address.absolute(Routes.actor(actor.id)))
    if actor.kind == .person { json.member("jobTitle", role?.title) }
  }

  private func write(_ event: Event, to json: inout JSONWriter) {
    json.member("@type", "Event")
    json.member("name", event.title)
    json.member("startDate", event.date.earliest?.description)
    json.member("endDate", event.date.latest?.description)
    // schema.org has no status for what took place or is not certain.
    switch event.status {
    case .scheduled, .tentative, .completed: json.member("eventStatus", "https://schema.org/EventScheduled")
    case .postponed: json.member("eventStatus", "https://schema.org/EventPostponed")
    case .cancelled: json.member("eventStatus", "https://schema.org/EventCancelled")
    }
    if let place = event.place {
      json.object("location") { json in
        json.member("@type", "Place")
        json.member("name", place)
      }
    }
  }

  private func write(_ statement: Statement, in story: Story, to json: inout JSONWriter) {
    let actor = story.actors[statement.who]
    json.member("@type", "Quotation")
    json.member("text", statement.quote)
    json.member("url", site.address.absolute(Routes.timeline(story.id)).map { $0 + "#" + statement.id })
    json.member("dateCreated", statement.date.htmlDateTime)
    // Who speaks without a name is no creator to be listed.
    if actor.kind != .anonymous {
      json.object("creator") { write(actor, role: actor.role(on: statement.date), to: &$0) }
    }
    let source = story.sources[statement.source]
    json.object("isPartOf") { json in
      json.member("@type", "CreativeWork")
      json.member("name", source.title ?? source.publisher ?? source.id)
      json.member("url", source.url)
      json.member("datePublished", source.published?.htmlDateTime)
    }
  }
}
