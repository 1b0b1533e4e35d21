import DocumentStore
import Improvement
import JSONTree

/// Whom huddle takes someone for. Every reading and every change is made by one.
public struct Principal: Sendable {
  /// Why huddle takes someone for who they are.
  public enum Source: Hashable, Sendable {
    /// They named a login themselves.
    case asked
    /// A member has the login of the operating system's user.
    case login
    /// Their key is that of a member.
    case gate
    /// The store is a sample network, which signs everybody in as one of its members.
    case sample
    /// No member has this login.
    case visitor
    /// The member with this login has left the network.
    case formerMember
    /// The time of the member with this login has not begun.
    case futureMember
  }

  public let login: String
  /// Nil for a visitor.
  public let memberID: DocumentID?
  public let name: String
  public let role: Role
  public let siteIDs: [DocumentID]
  /// The codes of the sites, in the same order.
  public let siteCodes: [String]
  /// The sites that name this person as their coach.
  public let coachedSiteIDs: [DocumentID]
  public let perspective: Perspective?
  public let source: Source

  public var isVisitor: Bool { memberID == nil }

  /// The sites whose teams this person belongs to or looks after.
  public var reachedSiteIDs: Set<DocumentID> { Set(siteIDs + coachedSiteIDs) }

  /// As it stands in documents and the journal: a member's id, or `visitor:<login>`.
  public var author: String { memberID ?? "visitor:\(login)" }

  /// Name, role and sites, such as `Priya Nair · coach · riverside`.
  public var introduction: String {
    let sites =
      siteCodes.count > 3 ? "\(siteCodes.count) sites" : siteCodes.joined(separator: ", ")
    return [name, role.rawValue, sites].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  static func visitor(login: String, source: Source = .visitor) -> Principal {
    Principal(
      login: login, memberID: nil, name: login, role: .visitor, siteIDs: [], siteCodes: [],
      coachedSiteIDs: [], perspective: nil, source: source)
  }
}

extension StoredDocument {
  /// Whether two people gave a member a role at the same moment, and nobody has chosen yet.
  var hasSeveralRoles: Bool { KeptConflict.all(in: tree).contains { $0.path == "networkRole" } }

  /// A member's role; the least where it is not decided.
  fileprivate var role: Role {
    guard !hasSeveralRoles else { return .participant }
    return tree["networkRole"]?.string.flatMap(NetworkRole.init).map(Role.init) ?? .participant
  }
}

extension Principal {
  init(
    member: StoredDocument, login: String, source: Source, siteCodes: [DocumentID: String],
    coachedSiteIDs: [DocumentID]
  ) {
    let sites = member.tree["siteIds"]?.strings ?? []
    self.init(
      login: login, memberID: member.id, name: member.tree["name"]?.string ?? login,
      role: member.role,
      siteIDs: sites, siteCodes: sites.map { siteCodes[$0] ?? String($0.prefix(8)) },
      coachedSiteIDs: coachedSiteIDs,
      perspective: member.tree["perspective"]?.string.flatMap(Perspective.init), source: source)
  }
}
