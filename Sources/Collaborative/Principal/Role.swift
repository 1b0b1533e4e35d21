import Improvement

/// What someone may do: nothing but read for a visitor, else what goes with the member's role.
public enum Role: String, Hashable, Sendable {
  case visitor, participant, lead, coach, steward

  init(_ role: NetworkRole) {
    self =
      switch role {
      case .participant: .participant
      case .lead: .lead
      case .coach: .coach
      case .steward: .steward
      }
  }

  /// Whether what coaches write for one another is open to this role.
  var readsCoaching: Bool { looksAfterTeams }

  /// Whether this role is about other people's teams rather than a team of its own.
  public var looksAfterTeams: Bool { self == .coach || self == .steward }
}
