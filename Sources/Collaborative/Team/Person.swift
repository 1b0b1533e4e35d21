import DocumentStore
import Improvement

/// Somebody as rosters show them: by name, with what keeps them from being there.
struct Person: Sendable {
  /// Why nobody can count on somebody just now.
  enum Absence: Hashable, Sendable {
    case left(CalendarDate)
    case notYet(CalendarDate)
    /// Their entry is in the trash, or is nowhere.
    case gone
  }

  var name: String
  /// Nil where there is no such member, or none that this person may read.
  var member: Member?
  var absence: Absence?

  var perspective: String { member?.perspective.label ?? "" }
}

extension Person.Absence {
  /// In words that stand behind a name.
  var words: String {
    switch self {
    case .left(let day): "left \(day.label)"
    case .notYet(let day): "joins \(day.label)"
    case .gone: "no member any more"
    }
  }
}

extension Member {
  /// What keeps somebody from being there on a day; nil for a member.
  func absence(on day: CalendarDate) -> Person.Absence? {
    if let end = activeTo, end < day { return .left(end) }
    if let start = activeFrom, start > day { return .notYet(start) }
    return nil
  }
}

extension Collaboration {
  /// Somebody by their id, whoever they are.
  ///
  /// Each is looked at by their own document: a steward is mentioned in every entry they made, and
  /// looking for whoever mentions them would read them all.
  func person(_ id: DocumentID) -> Person {
    (try? known(\.people, of: id) { makePerson(id) }) ?? makePerson(id)
  }

  private func makePerson(_ id: DocumentID) -> Person {
    switch naming(of: id) {
    case .known(let type, let title):
      guard type == .member, let found = try? glance(at: id) else { return Person(name: title) }
      let member = Member(visible(found))
      return Person(name: title, member: member, absence: member.absence(on: clock.today))
    case .hidden: return Person(name: "(not shared with you)")
    case .missing:
      // Whoever made something without being a member is no absent one.
      return Person(name: name(of: id), absence: id.hasPrefix("visitor:") ? nil : .gone)
    }
  }
}
