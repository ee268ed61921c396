// What each lint finds and how to mend it, each in a sentence: for reports, and for Documentation/Content/lints.md.

extension Lint {
  /// What it finds.
  var summary: String {
    switch self {
    case .brokenLink: "A link leads to a page that the site does not have."
    case .brokenAnchor: "A link leads to a place in a page that the page does not have."
    case .missingFile: "A page loads a picture, a style, a script or another file that the site does not have."
    case .missingAlt: "A picture has no description for readers who do not see it."
    case .headingOrder: "A heading is more than one level below the one before it."
    case .secondTitle: "A page has a second heading of the first level."
    case .duplicateID: "An id stands several times in a page, so that a link to it leads to the first only."
    case .vagueLinkText: "The words of a link do not say where it leads."
    case .orphanArticle: "No position rests on a stored article, and no text links to it."
    case .unusedDefinition: "Something is defined in a positions file that nothing there or in the texts refers to."
    case .hiddenPosition: "A position is in the data, and on no page of its story."
    case .anonymousWithoutReason: "Somebody speaks without a name, and readers are not told why."
    case .anonymousOpinion: "Somebody without a name is quoted with an opinion."
    case .vagueDescriptor: "Somebody without a name is described so that readers learn nothing of them."
    case .singleAnonymousSource: "That somebody holds a position rests on one voice without a name."
    case .namedOnBackground: "A person is named as the speaker of what was said on background."
    case .sourceWithoutAddress: "Readers have no way to a source that positions rest on."
    case .quoteNotChecked: "A quote was compared with nothing, for the text of its source is not stored."
    case .longQuote: "A quote has more than \(QuoteLints.longestQuote) words."
    case .duplicateQuote: "The same words are quoted twice from one speaker on one question, or from two speakers."
    case .translationWithoutOriginal: "A quote from a source in another language stands without the words as spoken."
    case .quotationInParaphrase: "A paraphrase holds words in quotation marks, which nothing checks."
    case .staleEvent: "An event is called scheduled or tentative, and its date has passed."
    case .overdueExpectation: "An expectation should have been decided by now, and has no outcome."
    case .futureDate: "Something is dated after today that can only lie in the past."
    case .hindsight: "An expectation was written down after it was decided."
    case .likelihoodOutOfBand: "A likelihood is higher or lower than any word of the site's scale allows."
    case .expectationWithoutCriteria: "An expectation has a likelihood, and not what will decide it, or by when."
    case .outcomeWithoutSource: "An outcome names no source."
    case .unknownSilence: "A comment silences a lint that does not exist, or is not written as such a comment is."
    case .unusedSilence: "A comment silences something that is not found at its line."
    case .silenceWithoutReason: "A lint is silenced or turned off, and no reason is given."
    }
  }

  /// How to mend it.
  var remedy: String {
    switch self {
    case .brokenLink, .brokenAnchor: "Correct the link, or make what it should lead to."
    case .missingFile: "Correct the file's name, or put the file there."
    case .missingAlt:
      "Say between the brackets what the picture shows; if it only decorates, say so beside it with “allow missing-alt”."
    case .headingOrder: "Make it one level deeper than the heading it belongs under."
    case .secondTitle: "The title in the front matter is the page's first heading: begin the text's own with “##”."
    case .duplicateID: "Give one of them another id."
    case .vagueLinkText: "Link the words that name what it leads to."
    case .orphanArticle: "Add the positions it holds, link to it, or remove it."
    case .unusedDefinition: "Use it, or remove it."
    case .hiddenPosition: "Let the story's own templates show all positions."
    case .anonymousWithoutReason: "Add “anonymity_reason”: why the name is withheld, in a few words."
    case .anonymousOpinion: "Quote facts from unnamed people and opinions from those who stand by them; or paraphrase."
    case .vagueDescriptor:
      "Say as much of them as the source does: whose official, close to what, in a place to know how."
    case .singleAnonymousSource: "Find a second source and give “sources_count”, or say in a comment why one is enough."
    case .namedOnBackground:
      "If the name may be known, it was “on-record”; else make the speaker an actor of the kind “anonymous”."
    case .sourceWithoutAddress: "Add its “url”, or store its text; if it is no article, say with “kind” what it is."
    case .quoteNotChecked: "Store the source's text in articles/, or use “paraphrase”."
    case .longQuote: "Quote the words that matter, and mark the cuts with […]."
    case .duplicateQuote: "Remove one of the two, or correct who said it."
    case .translationWithoutOriginal: "Add the words as spoken as “original”, and their language as “lang”."
    case .quotationInParaphrase: "Put the words into “quote”, or say them in words of your own."
    case .staleEvent: "Set “status” to completed, postponed or cancelled."
    case .overdueExpectation: "Add its “outcome”, or a later “resolves_by”."
    case .futureDate: "Correct the date."
    case .hindsight: "Correct the date, or leave the expectation out: what is known is not expected."
    case .likelihoodOutOfBand: "Use a word of the scale, or a percentage within it; nothing that lies ahead is certain."
    case .expectationWithoutCriteria: "Add “criteria”, and “resolves_by” or an “event”."
    case .outcomeWithoutSource: "Add the “source” that reports how it came out."
    case .unknownSilence: "Write “dateline: allow LINT-ID: reason”."
    case .unusedSilence: "Remove the comment, or move it to the line it is meant for or the one above."
    case .silenceWithoutReason: "Say why, behind the lint's id and a colon; in site.yaml, in a comment."
    }
  }
}
