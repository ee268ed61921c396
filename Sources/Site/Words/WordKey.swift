/// The phrases that are asked for by name in Swift; templates ask for the others.
enum WordKey: String, Sendable, CaseIterable {
  case comma
  case colon
  case listLast = "list_last"
  case notFound = "not_found"
  case positions
  case questions
  case sources
  case positionsOnQuestions = "positions_on_questions"
  case allEntries = "all_entries"
  case allShifts = "all_shifts"
  case whatToExpect = "what_to_expect"
  case whatWasExpected = "what_was_expected"
  case whereTheyStand = "where_they_stand"
  case whatChanged = "what_changed"
  case positionsOverTime = "positions_over_time"
  case timeline
  case timelineOf = "timeline_of"
  case knownAndUnknown = "known_and_unknown"
  case people
  case sourcesSection = "sources_section"
  case keyDates = "key_dates"
  case quote
  case eventScheduled = "event_scheduled"
  case eventTentative = "event_tentative"
  case eventPostponed = "event_postponed"
  case eventCancelled = "event_cancelled"
  case eventCompleted = "event_completed"
  case says
  case newsroom
  case borneOut = "borne_out"
  case notBorneOut = "not_borne_out"
  case ambiguous
  case annulled
  case meanOf = "mean_of"
  case percent
  case percentRange = "percent_range"
  case decimalSeparator = "decimal_separator"
  case noSide = "no_side"
  case unclear
  case declined
  case mixed
  case whoOnIssue = "who_on_issue"
  case moved
  case movedFrom = "moved_from"
  case reversed
  case cameBack = "came_back"
  case person
  case organisation
  case group
  case anonymous
  case onBehalfOf = "on_behalf_of"
  case reportedBy = "reported_by"
  case onBackground = "on_background"
  case onDeepBackground = "on_deep_background"
  case inDocument = "in_document"
  case retracted
  case retractedHeading = "retracted_heading"
  case before
  case after
  case quoteChecked = "quote_checked"
  case quoteNotChecked = "quote_not_checked"
  case paraphrase
  case typographicQuotes = "typographic_quotes"
  case quoteLevel = "quote_level"
  case noBreakSpace = "no_break_space"
  case whiteSpace = "white_space"
  case hyphen
  case dash
  case softHyphen = "soft_hyphen"
  case invisible
  case ellipsis
  case paragraphBreak = "paragraph_break"
  case elision
  case cutPunctuation = "cut_punctuation"
  case bracket
  case firstLetterCase = "first_letter_case"
  case finalPunctuation = "final_punctuation"
  case noDate = "no_date"
  case quotesChecked = "quotes_checked"
  case quotesNotChecked = "quotes_not_checked"
  case method
  case methodUnchecked = "method_unchecked"
  case correction
  case clarification
  case update
  case changeStatement = "change_statement"
  case changeRetraction = "change_retraction"
  case changeShift = "change_shift"
  case changeOutcome = "change_outcome"
  case changeCorrection = "change_correction"
  case itSaid = "it_said"
  case itSays = "it_says"
  case citationTitle = "citation_title"
  case citedArticle = "cited_article"
  case citedOriginal = "cited_original"
  case citedSource = "cited_source"
}
