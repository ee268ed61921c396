import Positions
import Quotes

// Which words readers are shown for the values of the model.

extension Actor.Kind {
  var word: WordKey {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .group: .group
    case .anonymous: .anonymous
    }
  }
}

extension Event.Status {
  var word: WordKey {
    switch self {
    case .scheduled: .eventScheduled
    case .tentative: .eventTentative
    case .postponed: .eventPostponed
    case .cancelled: .eventCancelled
    case .completed: .eventCompleted
    }
  }
}

extension Statement.Stance {
  /// What an off-scale stance is called; `nil` for a level, which has the label its scale gives it.
  var word: WordKey? {
    switch self {
    case .level: nil
    case .unclear: .unclear
    case .declined: .declined
    case .mixed: .mixed
    }
  }
}

extension Statement {
  /// The answer in words: the label of its level, or what its off-scale stance is called.
  func stanceLabel(in story: Story, _ words: InterfaceWords) -> String {
    stance.level.map { story.issues[issue].scale[$0].label } ?? stance.word.map { words[$0] } ?? ""
  }
}

extension Statement.Attribution {
  /// `nil` for on the record, which goes without saying.
  var word: WordKey? {
    switch self {
    case .onRecord: nil
    case .background: .onBackground
    case .deepBackground: .onDeepBackground
    case .document: .inDocument
    }
  }
}

extension Shift {
  /// “Moved one step”, “Moved 3 steps”, “Reversed”, “Came back”.
  func label(in words: InterfaceWords) -> String {
    switch kind {
    case .reversal: words[.reversed]
    case .return: words[.cameBack]
    case .step: words.counted(abs(steps), .moved)
    }
  }
}

extension Expectation.Outcome.Value {
  var word: WordKey {
    switch self {
    case .borneOut: .borneOut
    case .notBorneOut: .notBorneOut
    case .ambiguous: .ambiguous
    case .annulled: .annulled
    }
  }
}

extension Correction.Kind {
  var word: WordKey {
    switch self {
    case .correction: .correction
    case .clarification: .clarification
    case .update: .update
    }
  }
}

extension Tolerance {
  /// What was overlooked, as the end of “matched allowing for …”.
  var word: WordKey {
    switch self {
    case .typographicQuotes: .typographicQuotes
    case .quoteLevel: .quoteLevel
    case .noBreakSpace: .noBreakSpace
    case .whiteSpace: .whiteSpace
    case .hyphen: .hyphen
    case .dash: .dash
    case .softHyphen: .softHyphen
    case .invisible: .invisible
    case .ellipsis: .ellipsis
    case .paragraphBreak: .paragraphBreak
    case .elision: .elision
    case .cutPunctuation: .cutPunctuation
    case .bracket: .bracket
    case .firstLetterCase: .firstLetterCase
    case .finalPunctuation: .finalPunctuation
    }
  }
}
