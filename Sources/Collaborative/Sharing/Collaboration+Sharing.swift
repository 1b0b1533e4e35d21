import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// The same person, who has looked at the reminders and has a reason to share nevertheless; the
  /// reason is kept in the journal with what it is about.
  ///
  /// - Throws: `noReasonToShare` for an empty one, and `reasonTells` for one that itself looks as if
  ///   it told who somebody is.
  public func sharing(although reason: String) throws(CollaborationError) -> Collaboration {
    let reason = FieldText.normalised(reason)
    if reason.allSatisfy(\.isWhitespace) { throw .noReasonToShare }
    if let found = LikelyIdentifier.all(in: reason).first {
      throw .reasonTells(found.text(in: reason), found.kind)
    }
    var copy = self
    copy.sharingReason = reason
    return copy
  }

  /// What a document as it is about to be saved would show to people who do not see it yet and that
  /// may tell who somebody is.
  ///
  /// A reminder, never a promise: nothing found does not mean that nothing is there.
  public func sharingReminders(
    in tree: JSON, _ type: DocumentType, over old: JSON? = nil
  ) -> [SharingReminder] {
    SharingReminder.new(in: tree, over: old, type: type)
  }

  /// Refuses to show more people something that nobody has looked at.
  func checkSharing(_ tree: JSON, _ type: DocumentType, over old: JSON?) throws(CollaborationError)
  {
    try checkSingleEvents(tree, type, over: old)
    guard sharingReason == nil else { return }
    let reminders = sharingReminders(in: tree, type, over: old)
    guard reminders.isEmpty else {
      throw .wouldShare(type, Visibility(rawValue: tree["visibility"]?.string ?? ""), reminders)
    }
  }

  /// A time between two events or one case stands for one person; such series never leave the team.
  private func checkSingleEvents(
    _ tree: JSON, _ type: DocumentType, over old: JSON?
  ) throws(CollaborationError) {
    guard type == .series, SharingReminder.audience(of: tree, type) > 0,
      SharingReminder.audience(of: tree, type) > old.map({ SharingReminder.audience(of: $0, type) })
        ?? 0,
      let measure = tree["measure"]?.string.flatMap({ known($0) }).map(Measure.init),
      measure.dataKind.isSingleEvent
    else { return }
    throw .singleEventsStay(measure: measure.name)
  }

  /// What the journal says of changes that were shared although something was found: kinds and fields,
  /// never what stands there.
  func noteOnSharing(_ operations: [Operation]) -> String? {
    guard let sharingReason else { return nil }
    let found = operations.flatMap { operation -> [SharingReminder] in
      switch operation {
      case .add(let tree): reminders(tree, over: nil)
      case .edit(let tree, let base): reminders(tree, over: base.tree)
      case .replace(let id, let tree, _): reminders(tree, over: known(id))
      default: []
      }
    }
    guard !found.isEmpty else { return nil }
    var places: [String] = []
    for reminder in found {
      let place = "\(reminder.identifier.kind.label) in “\(reminder.label)”"
      if !places.contains(place) { places.append(place) }
    }
    return "\(EntryVerb.sharedAlthough)\(places.joined(separator: ", ")): \(sharingReason)"
  }

  func reminders(_ tree: JSON, over old: JSON?) -> [SharingReminder] {
    guard let type = tree["type"]?.string.flatMap(DocumentType.init) else { return [] }
    return SharingReminder.new(in: tree, over: old, type: type)
  }
}
