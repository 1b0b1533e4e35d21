import DocumentStore
import Improvement
import JSONTree

@testable import Collaborative

/// An operation on one document, as the table of rights sees it.
struct WalkedOperation: Sendable {
  /// What decides whether it may be done.
  enum Right: Equatable, Sendable {
    /// Whoever may change the document.
    case change
    /// Whoever may read it and is a member: what is written is their own note, resource or review.
    case ownBesideReading
    /// Whoever may change it and may add another beside it, at a site of theirs.
    case changeAndAdd
    /// Whoever may read it and looks after teams: what is kept is their own.
    case ownOfCoaches
    /// Whoever may change it, or the need that it is to be matched with, which here is nobody's.
    case either
  }

  /// As the function of `Collaboration` is called.
  var name: String
  var type: DocumentType
  var right = Right.change
  var body: @Sendable (Collaboration, DocumentID) throws -> Void

  static let all: [WalkedOperation] =
    cycles + projects + numbers + commons + notes + sites + batches

  private static let cycles = [
    WalkedOperation(name: "moveCycle", type: .cycle) {
      _ = try $0.moveCycle($1, from: nil, isForwards: true)
    },
    WalkedOperation(name: "observe", type: .cycle) { _ = try $0.observe("Seen", in: $1) },
    WalkedOperation(name: "score", type: .cycle) {
      _ = try $0.score([], summary: "S", in: $0.document($1))
    },
    WalkedOperation(name: "noteHarm", type: .cycle) {
      _ = try $0.noteHarm(what: "H", when: "2026-03-01", in: $0.document($1))
    },
    WalkedOperation(name: "decide", type: .cycle) {
      _ = try $0.decide(["act.decision": "adopt", "act.rationale": "R"], in: $0.document($1))
    },
    WalkedOperation(name: "addNext", type: .cycle, right: .changeAndAdd) {
      let base = try $0.document($1)
      let project = base.tree["project"]?.string ?? ""
      let site = base.tree["site"]?.string ?? ""
      _ = try $0.addNext(
        [Assignment("title", "N"), Assignment("project", project), Assignment("site", site)],
        after: base)
    },
    WalkedOperation(name: "share", type: .cycle) {
      _ = try $0.share(
        ["plainSummary": "L", "title": "T", "visibility": "private"], as: .lesson,
        of: $0.document($1))
    },
  ]

  private static let projects = [
    WalkedOperation(name: "changeEntry", type: .project) {
      _ = try $0.changeEntry(of: $1, in: "milestones", at: 0, saying: "M", .tick)
    },
    WalkedOperation(name: "rearrange", type: .project) {
      _ = try $0.rearrange(
        $1, [.add(.driver, id: ULID().text, text: "D", under: nil)])
    },
    WalkedOperation(name: "giveRole", type: .project) {
      _ = try $0.giveRole(
        RosterRole.allCases[0], in: $1, to: $0.principal.memberID ?? "", from: $0.clock.today)
    },
    WalkedOperation(name: "saveRoster", type: .project) {
      let base = try $0.document($1)
      var tree = base.tree
      tree["tags"] = ["x"]
      _ = try $0.saveRoster(tree, over: base)
    },
    WalkedOperation(name: "score", type: .project) {
      _ = try $0.score($1, ProgressEntry(score: "2", why: "W"))
    },
    WalkedOperation(name: "holdMeeting", type: .project, right: .ownBesideReading) {
      _ = try $0.holdMeeting(about: $1)
    },
    WalkedOperation(name: "decide", type: .project, right: .ownBesideReading) {
      _ = try $0.decide("We go on", about: $1)
    },
  ]

  private static let numbers = [
    WalkedOperation(name: "beginPhase", type: .series) {
      _ = try $0.beginPhase(starts: "2026-01", reason: "R", in: $0.document($1))
    },
    WalkedOperation(name: "changePoint", type: .series) {
      _ = try $0.changePoint(
        month, sequence: 0, text: "1/10", note: "N", leftOut: "", in: $0.document($1))
    },
    WalkedOperation(name: "enter", type: .series) {
      let ids = $1.split(separator: ".").map(String.init)
      _ = try $0.enter([
        NumberEntry(
          seriesID: $1, siteID: ids[0], measureID: ids[1], period: month, text: "1/10")
      ])
    },
    WalkedOperation(name: "log", type: .series) {
      let ids = $1.split(separator: ".").map(String.init)
      _ = try $0.log(
        ObservationEntry(measure: ids[1], site: ids[0], period: "2026-01", text: "1/10"))
    },
    WalkedOperation(name: "defineAnew", type: .measure) {
      _ = try $0.defineAnew(
        from: "2026-03-01", definition: "D", reason: "R", in: $0.document($1))
    },
  ]

  private static let month = Period(
    .month, containing: CalendarDate(daysSince1970: 20_454))

  private static let commons = [
    WalkedOperation(name: "move", type: .adoption) { _ = try $0.move($1, to: .testing) },
    WalkedOperation(name: "retract", type: .need) { _ = try $0.retract($1) },
    WalkedOperation(name: "retract", type: .offer) { _ = try $0.retract($1) },
    WalkedOperation(name: "reopen", type: .need) {
      _ = try $0.retract($1)
      _ = try $0.reopen($1)
    },
    WalkedOperation(name: "fulfil", type: .need) {
      _ = try $0.fulfil($1, .init(by: $0.principal.memberID, on: "2026-03-01", helpful: "yes"))
    },
    WalkedOperation(name: "accept", type: .offer, right: .either) { person, id in
      let needs = try person.documents(.need)
      guard let need = needs.first(where: { $0.tree["title"]?.string == "Nobody's" }) else {
        throw CollaborationError.notPermitted(.mayNotRead(type: .need))
      }
      _ = try person.accept(need.id, id)
    },
    WalkedOperation(name: "adapt", type: .resource, right: .ownBesideReading) {
      _ = try $0.adapt(
        ["title": "T", "kind": "tool", "visibility": "private"], whatChanged: "W",
        from: $0.document($1))
    },
    WalkedOperation(name: "suggest", type: .project, right: .ownBesideReading) { person, id in
      let card = try person.documents(.resource).first { $0.tree["title"]?.string == "Card" }
      _ = try person.suggest(card?.id ?? "", to: id, words: "Try it")
    },
  ]

  private static let notes = [
    WalkedOperation(name: "reply", type: .note, right: .ownBesideReading) {
      _ = try $0.reply(to: $1, words: "A")
    },
    WalkedOperation(name: "markResolved", type: .note) { _ = try $0.markResolved($1) },
    WalkedOperation(name: "toggleResolved", type: .note) { _ = try $0.toggleResolved($1) },
  ]

  private static let sites = [
    WalkedOperation(name: "markReviewed", type: .site, right: .ownOfCoaches) {
      _ = try $0.markReviewed($1)
    },
    WalkedOperation(name: "snooze", type: .site, right: .ownOfCoaches) {
      _ = try $0.snooze(["harm"], at: $1, until: $0.clock.today.adding(days: 7))
    },
  ]

  /// What a batch does is what each of its operations does.
  private static let batches = DocumentType.authored.flatMap { type in
    [
      WalkedOperation(name: "apply set", type: type) {
        _ = try $0.apply(["op": "set", "id": .string($1), "fields": ["tags+": "x"]])
      },
      WalkedOperation(name: "apply remove", type: type) {
        _ = try $0.apply(["op": "remove", "id": .string($1)])
      },
      WalkedOperation(name: "apply together", type: type) {
        _ = try $0.apply([
          "op": "together",
          "operations": [["op": "set", "id": .string($1), "fields": ["tags+": "x"]]],
        ])
      },
      WalkedOperation(name: "save", type: type) {
        let base = try $0.document($1)
        var tree = base.tree
        tree["tags"] = ["x"]
        _ = try $0.save(tree, over: base)
      },
    ]
  }
}
