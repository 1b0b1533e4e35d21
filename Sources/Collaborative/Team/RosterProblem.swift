import Improvement

/// Why a role was not given, ended or handed over.
public enum RosterProblem: Hashable, Sendable {
  /// Nobody holds the role, or not the person who was named.
  case notHeld(RosterRole, project: String, by: String?)
  /// Several people hold it, and nobody said who is meant.
  case heldBySeveral(RosterRole, project: String, names: [String])
  /// Somebody changed the roster meanwhile, and the entry is not in it any more.
  case gone(RosterRole, person: String)
  case holdsAlready(String, RosterRole)
  case sameHolder(String, RosterRole)
  /// The day is not after the one on which the role began.
  case tooEarly(String, RosterRole, since: CalendarDate)
  /// The role has an end already, before the day.
  case endsBefore(String, RosterRole, on: CalendarDate)
  /// The person is no member on the day from which they are to hold it.
  case notThere(String, left: CalendarDate)
  case notYetThere(String, joins: CalendarDate)
}

extension RosterProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notHeld(let role, let project, let name):
      name.map { "\($0) is not \(role.inSentence) of “\(project)”" }
        ?? "nobody is \(role.inSentence) of “\(project)”; add somebody instead"
    case .heldBySeveral(let role, let project, let names):
      "\(names.joined(separator: " and ")) are \(role.inSentence) of “\(project)”; say whose role "
        + "is meant"
    case .gone(let role, let person):
      "somebody else changed the roster: \(person) is no longer in it as \(role.inSentence)"
    case .holdsAlready(let name, let role): "\(name) is \(role.inSentence) there already"
    case .sameHolder(let name, let role):
      "\(name) is \(role.inSentence) now; choose somebody else"
    case .tooEarly(let name, let role, let since):
      "\(name) is \(role.inSentence) since \(since.label); choose a later day"
    case .endsBefore(let name, let role, let day):
      "\(name) is \(role.inSentence) only until \(day.label); choose that day or the next"
    case .notThere(let name, let day):
      "\(name) left on \(day.label); choose somebody who is a member then"
    case .notYetThere(let name, let day):
      "\(name) joins on \(day.label); choose that day or a later one"
    }
  }
}

extension RosterRole {
  /// The role within a sentence: `data lead`.
  public var inSentence: String { label.prefix(1).lowercased() + label.dropFirst() }
}
