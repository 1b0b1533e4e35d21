import JSONTree

// What this room has to say when something is wrong or lacking: what, where, what to do.

extension Finding: CustomStringConvertible {
  /// The field, where it stands, and what is wrong with it.
  public var description: String {
    path.steps.isEmpty ? "\(label) \(problem)" : "\(label) (\(path)) \(problem)"
  }
}

extension ValidationProblem: CustomStringConvertible {
  /// Completes a sentence that begins with the field.
  public var description: String {
    switch self {
    case .missing(nil): "is needed; please fill it in"
    case .missing(let condition?): "is needed when \(condition.words)"
    case .wrongKind(let expected): "must be \(Wording.article(expected))"
    case .notAGroup: "holds fields of its own; give those one by one"
    case .notADate(let text): "is \(Wording.quoted(text)), which is no day; write it as 2026-03-14"
    case .notAPeriod(let text):
      "is \(Wording.quoted(text)), which is no period; "
        + "write 2026-03, 2026-W12, 2026-Q1 or 2026-03-14"
    case .notATime(let text):
      "is \(Wording.quoted(text)), which is no time; write it as 2026-03-14T09:30:00Z"
    case .notFinite(let text): "is \(text), too large to be a number"
    case .unknownChoice(let text, let choices, let suggestions):
      "cannot be \(Wording.quoted(text)); "
        + Wording.choose(choices, suggestions)
    case .notAnId(let text, let type):
      "is \(Wording.quoted(text)), which is no id of a "
        + "\(type?.label ?? "document"); choose one that exists"
    case .notAnAuthor(let text):
      "is \(Wording.quoted(text)), which is neither a member's id nor visitor:LOGIN; correct it"
    case .notACode(let text):
      "is \(Wording.quoted(text)); use letters, digits, - and _, at most 24 of them"
    case .notALogin(let text):
      "is \(Wording.quoted(text)); use letters, digits, ., -, _ and @, without spaces"
    case .wrongType(let found, let expected):
      "is \(Wording.quoted(found)) in a document that is a \(expected.rawValue)"
    case .newerSchema(let found, let known):
      "is \(found), and this huddle knows up to \(known); use a newer huddle to change it"
    case .endsBeforeItStarts(let start):
      "is before the day at “\(start)”; put it on the same day or later"
    case .leavesTheStore(let text):
      "is \(Wording.quoted(text)), which is no file of the store; write a plain name such as "
        + "card.pdf, without ../ or a / in front"
    case .unseenSign(let text, let code):
      "has the unseen sign U+\(Wording.hex(code)) in the link \(Wording.quoted(text)), so that it may "
        + "lead elsewhere than it seems; type the link again"
    case .strangeLink(let text):
      "has the link \(Wording.quoted(text)), which leads to no page and no source; write an address "
        + "that begins with https://, a doi, or the source in plain words"
    case .refersToItself: "cannot be the document itself; choose another one"
    case .outOfRange(let text, let allowed): "cannot be \(text); it may be \(allowed)"
    case .unknownDriver(let id):
      "is \(Wording.quoted(id)), which is no driver here; add that one first"
    case .driversInACircle(let id):
      "leads from \(Wording.quoted(id)) back to itself; part the circle"
    case .duplicate(let text): "\(Wording.quoted(text)) stands here twice; keep one"
    case .idIsNot(let expected): "must be \(expected), its site and its measure"
    case .noSuchPrediction(let index, let count):
      "is \(index), and the plan has \(count); count them from 0"
    case .scoredBeforeResult:
      "says how it compares before anything came of it; say first what happened, or choose "
        + "Cannot tell"
    case .noNumber: "is needed for a reported point; give a number, or say that it is missing"
    case .zeroDenominator: "cannot be 0; where there was no opportunity, type 0/0"
    case .numeratorAboveDenominator(let up, let down):
      "is \(up), more than the \(down) it is out of; check both numbers"
    case .periodDoesNotFit(let text, let frequency):
      "is \(Wording.quoted(text)), but the measure is reported "
        + "\(frequency.label.lowercased()); write \(Wording.example(frequency))"
    case .needsDenominator:
      "is needed, because this measure counts some out of a number; type 2/118"
    case .isPast(let day): "is \(day.label), before today; choose a day to come, or leave it out"
    case .isToCome(let day): "is \(day.label), which has not come yet; choose today or a day before"
    }
  }
}

extension DriverTreeProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notThere: "it is not in the diagram any more; somebody took it away meanwhile"
    case .noText: "it needs a few words; type what must change"
    case .taken(let id): "there is something called “\(id)” already; choose another id"
    case .underItself(let text, let parent):
      "“\(text)” cannot stand under “\(parent)”, which stands under it; "
        + "move that one away first"
    case .underAnIdea(let text):
      "“\(text)” is a change idea, and nothing stands under one; choose a driver"
    case .tooDeep(let text):
      "“\(text)” would stand deeper than a tertiary driver; a diagram has "
        + "\(DriverTree.levels) levels. A change idea may stand there"
    case .nothingToStandUnder(let text):
      "no driver stands before “\(text)” that it could stand under"
    case .isAtTheTop(let text):
      "“\(text)” is a primary driver already; it stands right under the aim"
    case .ideaNeedsADriver(let text):
      "“\(text)” is a change idea and serves a driver; it cannot stand under the aim"
    case .isFirst(let text): "“\(text)” is the first there; it can't go further up"
    case .isLast(let text): "“\(text)” is the last there; it can't go further down"
    }
  }
}

extension FieldTextError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notADate(let text):
      "\(Wording.quoted(text)) is no day; write 2026-03-14, today, fri or +2w"
    case .notAPeriod(let text):
      "\(Wording.quoted(text)) is no period; write 2026-03, 2026-W12, 2026-Q1 or 2026-03-14"
    case .notATime(let text):
      "\(Wording.quoted(text)) is no time; write 2026-03-14T09:30:00Z"
    case .notAWholeNumber(let text):
      "\(Wording.quoted(text)) is no whole number; write digits only, such as 12"
    case .notANumber(let text):
      "\(Wording.quoted(text)) is no number; write it as 3.2"
    case .decimalComma(let text):
      "\(Wording.quoted(text)) has a comma; write \(text.replacing(",", with: "."))"
    case .notYesOrNo(let text):
      "\(Wording.quoted(text)) is neither yes nor no; write one of them"
    case .notAChoice(let text, let choices, let suggestions):
      "\(Wording.quoted(text)) is none of the choices; "
        + Wording.choose(choices, suggestions)
    case .notRecords(let error?):
      "this is no list of records: \(error); write it as JSON, such as [{\"what\": \"…\"}]"
    case .notRecords(nil):
      "this is no list of records; write it as JSON, such as [{\"what\": \"…\"}]"
    }
  }
}

extension ObservationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "a number is needed; type 3.2, 2/118, 0/0, na or ?"
    case .notANumber(let text):
      "\(Wording.quoted(text)) is no number; type 3.2, 2/118, 0/0, na or ?"
    case .decimalComma(let text):
      "\(Wording.quoted(text)) has a comma; type \(text.replacing(",", with: "."))"
    case .negative(let text): "\(text) is below 0, which no count can be; check the number"
    case .notWhole(let text):
      "\(text) is no whole number, and this measure counts; check the number"
    case .numeratorAboveDenominator(let up, let down):
      "\(up) is more than the \(down) it is out of; check both numbers"
    case .zeroDenominator(let up):
      "\(up) out of 0 cannot be; type 0/0 where there was no opportunity"
    case .wantsDenominator(let kind):
      "this measure wants two numbers (\(kind.label.lowercased())); type them as 2/118"
    case .wantsNoDenominator(let kind):
      "this measure wants one number (\(kind.label.lowercased())); type it as 3.2"
    case .wantsOneValue(let kind):
      "this measure wants one number a period (\(kind.label.lowercased())); type it as 3"
    }
  }
}

extension UnknownField: CustomStringConvertible {
  public var description: String {
    if isGroup {
      return "\(Wording.quoted(path)) holds several fields; name one: \(Wording.or(suggestions))"
    }
    if suggestions.isEmpty {
      return "a \(type.label) has no field \(Wording.quoted(path)); "
        + "its fields are in the field reference"
    }
    return "a \(type.label) has no field \(Wording.quoted(path))\(Wording.didYouMean(suggestions))"
  }
}

extension StageGap: CustomStringConvertible {
  /// What to do about it.
  public var description: String {
    switch self {
    case .objective: "say what you want to learn"
    case .prediction: "write down what you expect, before you start"
    case .whatIsTried: "say what you will try"
    case .whoDoesWhat: "say who does what"
    case .startDay: "note the day it started"
    case .whatHappened: "note what happened"
    case .results(1): "hold the result against its prediction"
    case .results(let count): "hold the results against \(count) predictions"
    case .summary: "say what you learnt"
    case .decision: "decide: adopt, adapt, abandon, scale up or repeat"
    case .rationale: "say why"
    }
  }
}

extension TestScale: CustomStringConvertible {
  public var description: String {
    switch self {
    case .verySmall: "very small: about 1"
    case .small: "small: about 5"
    case .large: "large: about 25"
    case .implementation: "of any size"
    }
  }
}

extension NextScale: CustomStringConvertible {
  /// The size and why, as advice.
  public var description: String {
    let size = count.map { "about \($0)" } ?? "no longer a test: implement it"
    return "\(size), because \(reason)"
  }
}

extension NextScale.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .first: "the first test of an idea is about one patient, one clinician, one encounter"
    case .larger(let size): "it is to be tested larger than with \(size)"
    case .asPredicted(let size): "it went as predicted with \(size)"
    case .open(let size): "nobody has said yet what came of the test with \(size)"
    case .surprised(let size): "it surprised with \(size); see first whether that comes again"
    case .again(let size): "it was tested with \(size), and is tested again before it grows"
    case .implement(let size): "it has been tested with \(size)"
    case .cautious(let scale): "with what you said of how sure you are it should stay \(scale)"
    }
  }
}

extension FeatureEvidence: CustomStringConvertible {
  public var description: String {
    switch self {
    case .allStagesWritten: "all four stages are written down"
    case .stagesWithoutText(let stages):
      "nothing is written yet under \(Wording.and(stages.map(\.label)))"
    case .noPrediction: "no prediction"
    case .allPredictionsLate(1): "the prediction was made after the start"
    case .allPredictionsLate(let count): "all \(count) predictions were made after the start"
    case .predictions(let inTime, let late, let compared):
      "\(Wording.count(inTime, "prediction")) before the start"
        + (late > 0 ? ", \(late) after it" : "") + ", \(compared) compared with the result"
    case .sizeUnknown(let allowed): "its size is not said; it should be \(allowed)"
    case .sizeFits(let size, let allowed): "\(size) in this test, which should be \(allowed)"
    case .sizeTooLarge(let size, let allowed):
      "\(size) in this test; with what is known now it should be \(allowed)"
    case .notATest(let purpose): "not a test of a change (\(purpose.label.lowercased()))"
    case .firstOfItsRamp: "the first test of its ramp; the next one carries on what it teaches"
    case .carriedOn(1): "the second test carries on what the first one taught"
    case .carriedOn(let count): "each of \(count) tests carries on what the one before taught"
    case .notCarriedOn(let titles, let count):
      "\(titles.count) of \(count) tests that follow one another \(titles.count == 1 ? "does" : "do") "
        + "not say from which lesson: \(Wording.and(titles.map { "“\($0)”" }))"
    case .noRegularSeries: "no measure is reported for it at least once a month"
    case .tooFewPoints(let count, let measure):
      "\(Wording.count(count, "number")) of \(measure) around the ramp; 10 or more would show a pattern"
    case .enoughPoints(let count, let measure): "\(count) numbers of \(measure) around the ramp"
    }
  }
}

extension PredictionRecord: CustomStringConvertible {
  /// "3 of 9 surprised us", without a share and without a verdict.
  public var description: String {
    if judged == 0 { return open == 0 ? "no predictions" : "no prediction compared yet" }
    return "\(surprises.count) of \(judged) surprised us"
  }
}

/// Small words for many sentences.
enum Wording {
  /// A text in quotes, cut where it is long.
  static func quoted(_ text: String) -> String {
    "\"\(text.count > 60 ? text.prefix(59) + "…" : text[...])\""
  }

  /// A number in hexadecimal digits, as Unicode writes the numbers of signs.
  static func hex(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  static func or(_ words: [String]) -> String { joined(words, by: "or") }
  static func and(_ words: [String]) -> String { joined(words, by: "and") }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }

  static func didYouMean(_ suggestions: [String]) -> String {
    suggestions.isEmpty ? "" : "; did you mean \(or(suggestions))?"
  }

  static func choose(_ choices: [String], _ suggestions: [String]) -> String {
    suggestions.isEmpty
      ? "choose \(or(choices))" : "did you mean \(or(suggestions))? Choose \(or(choices))"
  }

  static func article(_ noun: String) -> String {
    "aeio".contains(noun.prefix(1)) ? "an \(noun)" : "a \(noun)"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func example(_ frequency: Frequency) -> String {
    switch frequency.unit {
    case .day: "2026-03-14"
    case .week: "2026-W12"
    case .month: "2026-03"
    case .quarter: "2026-Q1"
    }
  }
}
