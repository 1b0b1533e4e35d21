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

  /// Lets a reason of a site wait until a day.
  ///
  /// - Parameters:
  ///   - reason: its key.
  ///   - until: a day after today.
  public func snooze(
    _ reason: String, at site: DocumentID, until: CalendarDate
  ) throws(CollaborationError) -> Outcome {
    let place = Site(try document(site).tree)
    return try keepReview(of: place, saying: "waits until \(until.label)") { note in
      var waiting = Note(note).reviewWaiting.filter { $0.reason != reason }
      waiting.append(WaitingReason(reason: reason, until: until))
      note["review"] = note["review"] ?? .object(JSONObject())
      note["review"]?["waiting"] = .array(waiting.map(\.tree))
    }
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
