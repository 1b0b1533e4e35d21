/// A side of Team: people by project, people by site, sites within sites.
public enum TeamFace: String, Hashable, Sendable, CaseIterable {
  case projects, sites, tree

  /// What is shown next, round and round.
  var next: TeamFace {
    switch self {
    case .projects: .sites
    case .sites: .tree
    case .tree: .projects
    }
  }

  /// What is shown, as a heading.
  var title: String {
    switch self {
    case .projects: "By project"
    case .sites: "By site"
    case .tree: "Sites within sites, each with all within it"
    }
  }

  /// What is shown, as the bottom line says it.
  var hint: String {
    switch self {
    case .projects: "by project"
    case .sites: "by site"
    case .tree: "sites in sites"
    }
  }
}

/// A role on a project's roster: one that is held, a gap, or one more.
public struct RosterSubject: Hashable, Sendable {
  public enum Deed: String, Hashable, Sendable { case add, edit, end, handOver }

  public var projectID: String
  /// Its place in the roster, counted from 0; nil adds one.
  public var position: Int?
  /// The role's word: of a gap, or of whoever stands at the place.
  public var role: String
  /// Whoever stands at the place, or is to get a role.
  public var memberID: String?
  public var deed: Deed

  public init(
    projectID: String, position: Int? = nil, role: String = "", memberID: String? = nil,
    deed: Deed
  ) {
    self.projectID = projectID
    self.position = position
    self.role = role
    self.memberID = memberID
    self.deed = deed
  }

  var draftName: String {
    let place = position.map(String.init) ?? (role.isEmpty ? memberID ?? "" : role)
    let suffix = deed == .handOver ? "-hand-over" : ""
    return "roster-\(projectID)-\(place)\(suffix)"
  }
}
