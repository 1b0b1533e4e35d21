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

  /// What someone does with a document besides reading it.
  enum Deed {
    case add
    /// Change, remove, bring back, undo.
    case change
  }

  /// How far a role may do something with documents of a type.
  static func reach(_ deed: Deed, _ type: DocumentType, _ role: Role) -> Reach {
    // What happened is written down by huddle alone.
    if type == .event { return .nowhere }
    switch role {
    case .visitor: return .nowhere
    case .steward: return .everywhere
    case .participant:
      return deed == .add ? row(type).participant.add : row(type).participant.change
    case .lead: return deed == .add ? row(type).lead.add : row(type).lead.change
    case .coach: return deed == .add ? row(type).coach.add : row(type).coach.change
    }
  }

  private typealias Reaches = (add: Reach, change: Reach)

  /// A coach's own sites are those that name them, besides those they belong to. Adding something
  /// of one's own needs no site.
  private static func row(
    _ type: DocumentType
  ) -> (participant: Reaches, lead: Reaches, coach: Reaches) {
    let none: Reaches = (.nowhere, .nowhere)
    let own: Reaches = (.own, .own)
    let sites: Reaches = (.ownSites, .ownSites)
    let shared: Reaches = (.own, .ownSites)
    switch type {
    case .network, .event: return (none, none, none)
    case .site: return (none, (.nowhere, .ownSites), (.everywhere, .ownSites))
    case .member: return ((.nowhere, .own), (.nowhere, .own), (.nowhere, .own))
    case .project, .measure, .series: return (none, sites, sites)
    case .cycle, .adoption: return (sites, sites, sites)
    case .need, .offer, .resource: return (own, shared, shared)
    case .note: return (own, own, shared)
    case .hypothesis: return (own, own, own)
    }
  }

  /// What of their own entry people may not change: it decides what else they may do.
  static let guardedMemberFields = ["login", "networkRole", "siteIds", "pseudonym", "active"]
}
