import DocumentStore
import Improvement
import Insights
import JSONTree

/// What a coach keeps for themselves about the sites they look after.
///
/// It stands in a private note of theirs, one for each site, so that it is undone, merged and kept
/// as everything else is, and shown to nobody.
extension Collaboration {
  /// A site's reasons as this person left them.
  public func reviewedReasons(
    at site: DocumentID
  ) throws(CollaborationError) -> ReviewedReasons {
    reviewedReasons(of: try siteFile(Site(try document(site).tree)))
  }

  func reviewedReasons(of file: SiteFile) -> ReviewedReasons {
    ReviewedReasons(
      Attention.reasons(for: file, today: clock.today), review: file.review, today: clock.today)
  }

  /// Keeps that this person has looked at a site: what needs them now is not new any longer.
  public func markReviewed(_ site: DocumentID) throws(CollaborationError) -> Outcome {
    let place = Site(try document(site).tree)
    let reasons = Attention.reasons(for: try siteFile(place), today: clock.today)
    return try keepReview(of: place, saying: "reviewed \(place.name)") { note in
      note["review"] = note["review"] ?? .object(JSONObject())
      note["review"]?["on"] = .string(clock.today.description)
      note["review"]?["seen"] = .array(reasons.map { .string($0.key) })
    }
  }

  /// Lets reasons of a site wait until a day, or brings back those that wait.
  ///
  /// - Parameters:
  ///   - reasons: their keys.
  ///   - until: a day after today; nil brings them back at once.
  public func snooze(
    _ reasons: Set<String>, at site: DocumentID, until: CalendarDate?
  ) throws(CollaborationError) -> Outcome {
    let place = Site(try document(site).tree)
    let words = until.map { "waits until \($0.label)" } ?? "is back"
    return try keepReview(of: place, saying: words) { note in
      // Those whose day has come need not be remembered.
      var waiting = Note(note).reviewWaiting.filter {
        !reasons.contains($0.reason) && $0.until.map { $0 > clock.today } ?? false
      }
      if let until {
        waiting += reasons.sorted().map { WaitingReason(reason: $0, until: until) }
      }
      note["review"] = note["review"] ?? .object(JSONObject())
      note["review"]?["waiting"] = .array(waiting.map(\.tree))
    }
  }

  /// The same with a day as it was typed; `now` brings the reasons back.
  public func snooze(
    _ reasons: Set<String>, at site: DocumentID, typed text: String
  ) throws(CollaborationError) -> Outcome {
    if SearchText(text) == SearchText("now") { return try snooze(reasons, at: site, until: nil) }
    guard let until = CalendarDate(typed: text, today: clock.today), until > clock.today else {
      throw .notLater(text, field: "until")
    }
    return try snooze(reasons, at: site, until: until)
  }

  /// The reasons of a site that somebody names by their kind, in the words of the list or of a
  /// script: `data overdue`, `dataOverdue`; also those that wait.
  public func reasons(
    named text: String, at site: DocumentID
  ) throws(CollaborationError) -> Set<String> {
    let reviewed = try reviewedReasons(at: site)
    let all = reviewed.now + reviewed.waiting.map(\.reason)
    let wanted = SearchText(text)
    let found = all.filter { reason in
      [reason.kind.rawValue, reason.kind.label, reason.key].contains { SearchText($0) == wanted }
    }
    guard !found.isEmpty else {
      throw .noSuchReason(text: text, site: name(of: site), known: all.map(\.kind.label))
    }
    return Set(found.map(\.key))
  }

  /// This person's note about a site; of two that were begun at once, the one that was first.
  func ownReview(of site: DocumentID, among notes: [Note]) -> Note? {
    guard principal.role.looksAfterTeams else { return nil }
    return notes.filter {
      $0.kind == .review && $0.targetId == site && $0.createdBy == principal.author
    }.min { $0.id < $1.id }
  }

  private func keepReview(
    of site: Site, saying words: String, _ change: (inout JSON) -> Void
  ) throws(CollaborationError) -> Outcome {
    guard !principal.isVisitor, principal.role.looksAfterTeams else {
      throw .notPermitted(.role(principal.role, type: .site))
    }
    var outcome: Outcome
    if let review = try siteFile(site).review {
      let base = try document(review.id)
      var tree = base.tree
      change(&tree)
      outcome = try save(tree, over: base, note: words)
    } else {
      var tree: JSON = [
        "kind": .string(NoteKind.review.rawValue), "body": .string(site.name),
        "visibility": .string(Visibility.private.rawValue),
        "target": ["type": .string(DocumentType.site.rawValue), "id": .string(site.id)],
      ]
      change(&tree)
      outcome = try add(.note, assignments: [], document: tree)
    }
    return outcome.hasChanged ? outcome.saying(words) : outcome
  }
}
