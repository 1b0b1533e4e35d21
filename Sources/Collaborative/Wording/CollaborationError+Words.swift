import DocumentStore
import Improvement

extension CollaborationError: CustomStringConvertible {
  public var description: String { words }

  /// What went wrong, where, and what to do now, in one line.
  public var words: String {
    switch self {
    case .store(.braked(let path, let brake)):
      "the store \(path) can only be read now: \(brake); nothing was changed. huddle doctor says "
        + "which; bring them back from a backup, or huddle doctor --accept takes the store as it is"
    case .store(.withdrawn(let id, _, let at)):
      "the document \(id) was withdrawn at \(at), and its text is gone for good; leave it out"
    case .store(let error): error.description
    case .conflict(let title, let expected, let found, let by, let at):
      Self.conflict(title, expected, found, by, at)
    case .notPermitted(let denial): denial.words
    case .gate(let denial): denial.words
    case .unknownField(let unknown): Self.unknown(unknown)
    case .notAnAssignment(let word):
      "“\(word)” is no FIELD=VALUE; write for example title=\"Warm blanket\""
    case .automaticField(let field):
      "\(field.path): huddle sets this field itself; leave it out"
    case .notAList(let field):
      "\(field.path) holds one value, not a list; write \(field.path)=VALUE"
    case .unreadableValue(let field, _, let error):
      "\(field.path) (\(field.label)): \(error)"
    case .noSuchEntry(let field, let count):
      count == 0
        ? "\(field.path): the list is empty, so its first entry is number 0"
        : "\(field.path): the list has \(count) entries, so a new one is number \(count)"
    case .driverTree(let problem, _): problem.description
    case .roster(let problem, _): "\(problem)"
    case .invalid(let type, let findings): Self.invalid(type, findings)
    case .documentIsNoObject:
      "the document must be one JSON object, such as {\"title\": \"Warm blanket\"}"
    case .otherType(let found, let expected):
      "the document's type is “\(found)”, but a \(expected.rawValue) is expected"
    case .otherID(let found, let expected):
      "the document's id is “\(found)”, which is not \(expected); leave the id out"
    case .brokenReference(let field, let id, let type):
      "\(field): there is no \(type?.rawValue ?? "document") with the id “\(id)”"
        + (type.map { "; huddle list \($0.rawValue) shows them" } ?? "")
    case .circularReference(let field):
      "\(field.path) (\(field.label)) would lead back to the document itself; choose another one"
    case .taken(let field, let value, let by):
      "\(field.path): “\(value)” is taken by \(by); choose another one"
    case .movedMeanwhile(let title, let stage, let by):
      "“\(title)” is in \(stage.label) by now\(by.map { ": \($0) moved it" } ?? ""); nothing was "
        + "changed, press the key again to move it from there"
    case .alreadyThere(let id, let title):
      title.map { "the id \(id) belongs to “\($0)”, which says something else; nothing was added" }
        ?? "the document \(id) is in the trash; huddle restore \(id) brings it back"
    case .badOperation(let problem): problem.words
    case .noSuchDocument(let text, let type, let suggestions):
      "there is no \(type?.rawValue ?? "document") “\(text)”"
        + Self.didYouMean(
          suggestions, otherwise: type.map { "huddle list \($0.rawValue) shows what there is" })
    case .ambiguous(let text, let candidates): Self.ambiguous(text, candidates)
    case .noSuchMember(let login, let suggestions):
      "no member has the login “\(login)”"
        + Self.didYouMean(suggestions, otherwise: "huddle list member shows them")
    case .notInTrash(let text):
      "the trash holds no document “\(text)”; it may be there still, or the id mistyped"
    case .nothingToUndo(let isRedo):
      isRedo
        ? "there is nothing to do again: you took nothing back here"
        : "there is nothing to undo: this computer keeps no change of yours"
    case .cannotUndo(let done, let isRedo, let obstacle):
      "not \(isRedo ? "done again" : "undone"): \(done); \(obstacle.words)"
    case .noReason:
      "a withdrawal is for good and wants a reason that others will read: --reason TEXT"
    case .notLater(let text, _):
      "“\(text)” is no day after today; write it like +2w or 2026-03-14"
    case .noSuchReason(let text, let site, let known):
      known.isEmpty
        ? "nothing needs you at \(site) just now, and so not “\(text)”"
        : "\(site) has no reason “\(text)”; it has \(known.uniqued.joined(separator: ", "))"
    case .mayNotBeAsked(let name):
      "\(name) has not agreed to be asked about it; a on the page asks everybody who looks after it"
    case .nobodyToAsk(let title):
      "nobody who tried “\(title)” has agreed to be asked; a on its page asks openly instead"
    case .noTeamToSuggestTo:
      "no team works at your sites yet; ask a coach to begin a project with you"
    case .noProjectOfOnesOwn:
      "you are in no active project; open the meeting from a project in Projects with m"
    case .unreadablePeriod(let text, let measure, let unit):
      "“\(text)” is no \(unit.rawValue) for \(measure); write \(Self.example(unit))"
    case .unreadableObservation(_, let error): "\(error)"
    case .columnsDoNotFit(let measure, let kind):
      kind.hasDenominator
        ? "\(measure) counts some out of a number: name --numerator-column and "
          + "--denominator-column instead of --value-column"
        : "\(measure) has one number a period: name --value-column instead of "
          + "--numerator-column and --denominator-column"
    case .importHasProblems(let count):
      "the table has \(count) \(count == 1 ? "problem" : "problems"); nothing was imported"
    case .wouldShare(let type, let visibility, let reminders):
      Self.sharing(type, visibility, reminders)
    case .noReasonToShare:
      "sharing what may tell who somebody is wants a reason that others will read: "
        + "--share-anyway REASON"
    case .reasonTells(let text, let kind):
      "the reason itself holds ▸\(text)◂, which looks like \(kind.label), and the journal keeps "
        + "reasons; say it without"
    case .singleEventsStay(let measure):
      "\(measure) counts single events, each of which is one person's; its numbers stay with the "
        + "team: leave visibility at team or private"
    case .contribution(let problem): problem.words
    case .notAnExchange(let found):
      "this is a \(DocumentType(rawValue: found)?.label ?? found); name a need or an offer"
    case .notANeed(let title):
      "“\(title)” is an offer; say at the need that it helped with who helped"
    case .sameSide(let type):
      "both are \(type.rawValue)s; a need is matched with an offer"
    case .ownMatch(let need, let offer):
      "“\(need)” and “\(offer)” are the same person's; withdraw both if that is settled"
    case .ownHelp(let title):
      "“\(title)” can't be met by whoever asked; choose who helped, or withdraw it"
    case .notOpen(let title, let state, let partner, let person):
      Self.notOpen(title, state, partner, person)
    case .entriesRefused(let problems):
      "nothing was saved: "
        + problems.sorted { $0.key < $1.key }.map { "\($0.value)" }.joined(separator: "; ")
    }
  }

  private static func example(_ unit: Period.Unit) -> String {
    switch unit {
    case .day: "it as 2026-03-14"
    case .week: "it as 2026-W11, or name a day in it"
    case .month: "it as 2026-03, or name a day in it"
    case .quarter: "it as 2026-Q1, or name a day in it"
    }
  }

  private static func conflict(
    _ title: String, _ expected: Revision, _ found: Revision?, _ by: String?, _ at: Timestamp?
  ) -> String {
    let who = by.map { " by \($0)" } ?? ""
    let when = at.map { " at \($0)" } ?? ""
    guard let found else {
      return "“\(title)” was moved to the trash\(who)\(when) since you read it; nothing was saved"
    }
    return "“\(title)” was changed\(who)\(when) since you read it (you saw \(expected.short), "
      + "it is \(found.short) now); nothing was saved: look at it again and repeat your change"
  }

  private static func notOpen(
    _ title: String, _ state: MatchState, _ partner: String?, _ person: String?
  ) -> String {
    let matched = partner.map { " with “\($0)”" } ?? ""
    let who = person.map { " of \($0)" } ?? ""
    return switch state {
    case .matched:
      "“\(title)” is matched\(matched)\(who) by now; nothing was changed, see what else fits"
    case .expired:
      "“\(title)” is past its day; whoever wrote it can set a later one, nothing was changed"
    default: "“\(title)” is \(state.rawValue) by now; nothing was changed"
    }
  }

  private static func unknown(_ unknown: UnknownField) -> String {
    if unknown.isGroup {
      return "“\(unknown.path)” is a group of fields of a \(unknown.type.rawValue): choose one of "
        + unknown.suggestions.joined(separator: ", ")
    }
    return "a \(unknown.type.rawValue) has no field “\(unknown.path)”"
      + didYouMean(
        unknown.suggestions,
        otherwise:
          "its fields are \(unknown.type.table.listedFields.map(\.path.description).joined(separator: ", ")), …"
      )
  }

  private static func invalid(_ type: DocumentType, _ findings: [Finding]) -> String {
    let shown = findings.prefix(3).map(\.description)
    let more = findings.count > 3 ? "; and \(findings.count - 3) more" : ""
    return "the \(type.rawValue) cannot be saved: \(shown.joined(separator: "; "))\(more)"
  }

  private static func ambiguous(_ text: String, _ candidates: [String]) -> String {
    var shown = Array(candidates.prefix(4))
    if candidates.count > 4 { shown.append("\(candidates.count - 4) more") }
    let last = shown.popLast() ?? ""
    let first = shown.isEmpty ? "" : shown.joined(separator: ", ") + " or "
    return "“\(text)” could be \(first)\(last); type more of it"
  }

  static func didYouMean(_ suggestions: [String], otherwise: String?) -> String {
    guard let last = suggestions.last else { return otherwise.map { "; \($0)" } ?? "" }
    let first = suggestions.dropLast().joined(separator: ", ")
    return "; did you mean \(first.isEmpty ? last : "\(first) or \(last)")?"
  }
}

extension UndoObstacle {
  fileprivate var words: String {
    switch self {
    case .notKept:
      "undo reaches the last \(DocumentStore.undoneAtMost) changes of yours and "
        + "\(DocumentStore.undoneSeconds / 86_400) days back, and what was there before is not kept "
        + "here; huddle history tells what changed, so that it can be set by hand"
    case .gone: "the document is not there any more, or back already; nothing was changed"
    case .changedSince(let by, let at):
      "\(by ?? "somebody") changed the same\(at.map { " at \($0)" } ?? "") since; nothing was "
        + "changed: edit it by hand if it must be"
    }
  }
}

extension Denial {
  var words: String {
    switch self {
    case .visitor(let login):
      "you are a visitor and may only read: no member has the login “\(login)”; ask a steward to "
        + "add you with huddle add member name=… login=\(login) perspective=…, "
        + "or say who you are with --as LOGIN"
    case .role(let role, let type):
      "a \(role.rawValue) may not write a \(type.rawValue); ask a \(Self.whoMay(type))"
    case .otherSite(let type):
      "this \(type.rawValue) belongs to no site of yours; ask that site's lead or a coach"
    case .networks(let type):
      "this \(type.rawValue) is the whole network's; ask a steward to change it"
    case .notTheirs(let type):
      "someone else made this \(type.rawValue); ask them, or a steward, to change it"
    case .privateToAuthor: "this is private to whoever wrote it"
    case .mayNotRead(let type):
      "this \(type.rawValue) is open to its team only; ask them, or a coach, to share it"
    case .neitherSide:
      "neither the need nor the offer is yours; whoever asks or offers accepts the match"
    case .changedSincePlanned(let role):
      "your role or your sites were changed while this was read; you are a \(role.rawValue) now, so "
        + "nothing was done: see what you may do, and do that again"
    case .stewardsOnly(let role, let deed):
      "only a steward may \(deed), and you are a \(role.rawValue); ask one"
    case .guardedField(let field):
      "only a steward may change \(field) of a member; ask one"
    }
  }

  /// Whom to ask who may.
  static func whoMay(_ type: DocumentType) -> String {
    switch type {
    case .network, .member, .event: "steward"
    case .site: "coach or steward"
    default: "lead of the site, or a coach"
    }
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
