import DocumentStore
import Improvement
import JSONTree

/// Why nobody is let in as a member.
public enum GateDenial: Hashable, Sendable {
  case noMember(login: String)
  /// Before they begin or after they left.
  case inactive(login: String)
  case severalMembers(login: String, Int)
  /// Their role is none that this program knows.
  case noRole(login: String)
  /// Two people gave them a role at the same moment, and nobody has chosen yet.
  case severalRoles(login: String)
  case siteGone(login: String, site: DocumentID)
}

extension Collaboration {
  /// Opens a store for the member that a key stands for.
  ///
  /// Nobody is let in by half: unlike somebody at the computer itself, whoever is no active member
  /// is not even a visitor.
  public static func open(
    path: String, atGate login: String, clock: Clock = .live, soonNeeded: [DocumentType] = [],
    believes: Bool = false
  ) throws(CollaborationError) -> Collaboration {
    let store = try openStore(path, soonNeeded: soonNeeded, believes: believes)
    let member = try memberAtGate(login, in: store, today: clock.today)
    let principal = principal(member, login: login, source: .gate, in: store)
    return Collaboration(store: store, clock: clock, authority: Authority(principal))
  }

  /// Whether the gate would let somebody in.
  public static func checkGate(
    path: String, member login: String, clock: Clock = .live
  ) throws(CollaborationError) {
    _ = try open(path: path, atGate: login, clock: clock)
  }

  private static func memberAtGate(
    _ login: String, in store: DocumentStore, today: CalendarDate
  ) throws(CollaborationError) -> StoredDocument {
    let found = try attempt { () throws(StoreError) in
      try store.documents(ofType: DocumentType.member.rawValue, with: login, at: "login")
    }.filter { $0.tree["login"]?.string == login }
    guard let member = found.first else { throw .gate(.noMember(login: login)) }
    if found.count > 1 { throw .gate(.severalMembers(login: login, found.count)) }
    let view = Member(member.tree)
    guard view.isActive(on: today) else { throw .gate(.inactive(login: login)) }
    guard member.tree["networkRole"]?.string.flatMap(NetworkRole.init) != nil else {
      throw .gate(.noRole(login: login))
    }
    if member.hasSeveralRoles { throw .gate(.severalRoles(login: login)) }
    for id in view.siteIds {
      guard let site = try? store.document(id), site.type == DocumentType.site.rawValue else {
        throw .gate(.siteGone(login: login, site: id))
      }
    }
    return member
  }
}
