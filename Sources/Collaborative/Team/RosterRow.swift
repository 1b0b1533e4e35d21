import Improvement

/// A line of a roster: a role that somebody holds or nobody does, or somebody without one.
public struct RosterRow: Sendable {
  public enum Kind: Hashable, Sendable {
    case held
    /// Somebody who takes the role over on a later day.
    case ahead
    /// A wanted role that nobody fills.
    case gap
    /// Somebody who belongs to the site and has no role in any of its projects.
    case withoutRole
    /// A site to which nobody belongs.
    case withoutPeople
  }

  public var kind: Kind
  /// What the roster is of: a project or a site; empty for those who belong to no site.
  public var group: String
  public var groupID: String
  public var project: String
  /// Empty where the line is about no project.
  public var projectID: String
  public var role: String
  /// The role's word in the document.
  public var roleValue: String
  /// Nobody where the role is a gap.
  public var memberID: String?
  public var person: String
  public var perspective: String
  public var sites: String
  public var since: String
  /// How long the role is held, or when it begins: `8 months`, `from 1 Jan 2027`.
  public var time: String
  /// What else is to be known: that they left, until when the role is held, that a site is gone.
  public var remark: String
  /// Whether the remark says that something is to be mended.
  public var isOdd: Bool
  /// The place in the project's roster, counted from 0; nil for a gap.
  public var position: Int?
  /// The project in which somebody without a role most likely gets one; empty where there is none.
  public var joins = ""
  /// Whether it stands in a site's roster, or among those without a site, rather than in a project's.
  public var isOfSite = false
  /// Why whoever reads may not change the roster of the row's project; nil where they may.
  public var denial: String?

  public var isGap: Bool { kind == .gap }

  /// Whether somebody stands in a project's roster here, now or soon.
  public var isEntry: Bool { position != nil }

  public var key: String {
    "\(groupID)#\(projectID)#\(position.map(String.init) ?? memberID ?? role)"
  }

  /// What the line opens.
  public var target: Target {
    if let memberID { return Target(.member, memberID) }
    return kind == .withoutPeople ? Target(.site, groupID) : Target(.project, projectID)
  }

  var searchTexts: [String] { [group, project, role, person, sites, remark] }
}

extension RosterRow {
  /// Stands for a person where there is none.
  public static let nobody = "nobody yet"

  /// A line about nobody yet.
  static func gap(_ role: RosterRole, in project: Project) -> RosterRow {
    RosterRow(
      kind: .gap, group: project.name, groupID: project.id, project: project.name,
      projectID: project.id, role: role.label, roleValue: role.rawValue, memberID: nil,
      person: nobody, perspective: "", sites: "", since: "", time: "", remark: "",
      isOdd: true, position: nil)
  }

  /// The same line in the roster of a site.
  func at(_ site: Site) -> RosterRow {
    var row = self
    (row.group, row.groupID, row.isOfSite) = (site.name, site.id, true)
    return row
  }
}
