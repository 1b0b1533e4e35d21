import Improvement

/// The one table of who may write what, and where.
enum Rights {
  /// How far a right reaches, from the least to the most.
  enum Reach: Int, Comparable {
    case nowhere
    /// What they made themselves.
    case own
    /// What they made, and what belongs to their sites.
    case ownSites
    case everywhere

    static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
  }

  /// | type | participant | lead | coach | steward |
  static func reach(_ type: DocumentType, _ role: Role) -> Reach {
    switch role {
    case .visitor: .nowhere
    case .steward: .everywhere
    case .participant: row(type).participant
    case .lead: row(type).lead
    case .coach: row(type).coach
    }
  }

  private typealias Row = (participant: Reach, lead: Reach, coach: Reach)

  private static func row(_ type: DocumentType) -> Row {
    switch type {
    case .network, .event: (.nowhere, .nowhere, .nowhere)
    case .site: (.nowhere, .ownSites, .everywhere)
    case .member: (.own, .own, .own)
    case .project, .measure, .series: (.nowhere, .ownSites, .everywhere)
    case .cycle, .adoption: (.ownSites, .ownSites, .everywhere)
    case .need, .offer, .resource: (.own, .ownSites, .everywhere)
    case .note: (.own, .own, .everywhere)
    case .hypothesis: (.own, .own, .everywhere)
    }
  }

  /// What of their own entry people may not change: it decides what else they may do.
  static let guardedMemberFields = ["login", "networkRole", "siteIds", "pseudonym", "active"]

  /// New sites and members come from those who look after the network.
  static func mayAdd(_ type: DocumentType, _ role: Role) -> Bool {
    switch type {
    case .member, .network, .event: role == .steward
    case .site: role == .steward || role == .coach
    default: reach(type, role) > .nowhere
    }
  }
}
