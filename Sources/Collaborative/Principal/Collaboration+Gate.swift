import DocumentStore
import Improvement
import JSONTree

/// Why nobody is let in as a member.
public enum GateDenial: Hashable, Sendable {
  case noMember(login: String)
  /// Nobody can be found with the login, and so many members' documents cannot be read, of which it
  /// may be one.
  case unreadableMembers(login: String, first: Damage, count: Int)
  case left(login: String, CalendarDate)
  case notYet(login: String, CalendarDate)
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
    guard let member = try member(login, in: store) else {
      try requireReadableMembers(of: store, for: login)
      throw .gate(.noMember(login: login))
    }
    let view = Member(member.tree)
    switch view.absence(on: today) {
    case .left(let day): throw .gate(.left(login: login, day))
    case .notYet(let day): throw .gate(.notYet(login: login, day))
    case .gone, nil: break
    }
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

  /// The member with a login; nil where there is none.
  ///
  /// - Throws: where several have it: none of them is taken for whoever comes.
  static func member(
    _ login: String, in store: DocumentStore
  ) throws(CollaborationError) -> StoredDocument? {
    let found = try attempt { () throws(StoreError) in
      try store.documents(ofType: DocumentType.member.rawValue, with: login, at: "login")
    }.filter { $0.tree["login"]?.string == login }
    if found.count > 1 { throw .gate(.severalMembers(login: login, found.count)) }
    return found.first
  }

  /// Refuses to say that there is no member with a login while there are members whose documents
  /// nobody can read: who believes it adds the same person again.
  ///
  /// - Complexity: O(members), a look at each.
  static func requireReadableMembers(
    of store: DocumentStore, for login: String
  ) throws(CollaborationError) {
    let type = DocumentType.member.rawValue
    _ = try attempt { () throws(StoreError) in try store.documents(ofType: type) }
    let damaged = store.damaged.filter { $0.type == type }
    if let first = damaged.first {
      throw .gate(.unreadableMembers(login: login, first: first, count: damaged.count))
    }
  }
}
