import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// For whom everything is read and done, with the rights they have now.
  ///
  /// - Complexity: O(1) until something in the store changes.
  public var principal: Principal {
    authority.principal(at: moment) { asTheStoreHas($0) }
  }

  /// Asks the disk what this person may do, as it is to be asked before every change.
  func renewPrincipal() {
    authority.renew(at: moment) { asTheStoreHas($0) }
  }

  /// Refuses whoever is no member, or none any more.
  func requireMember() throws(CollaborationError) {
    renewPrincipal()
    if principal.isVisitor { throw denied(.visitor(login: principal.login)) }
  }

  /// Refuses what was planned with rights that are not theirs any more: a plan holds every row against
  /// the rights that its reader had when the row was read, and reading may take long.
  func requireSameRights() throws(CollaborationError) {
    try requireMember()
    let (then, now) = (authority.identity, principal)
    let isSame =
      then.role == now.role && Set(then.siteIDs) == Set(now.siteIDs)
      && Set(then.coachedSiteIDs) == Set(now.coachedSiteIDs)
    if !isSame { throw denied(.changedSincePlanned(now.role)) }
  }

  /// A refusal, of which whoever keeps account of them is told.
  func denied(_ denial: Denial) -> CollaborationError {
    whenDenied?(.notPermitted(denial))
    return .notPermitted(denial)
  }

  /// The same person as they stand in the store; a visitor where they do no longer.
  private func asTheStoreHas(_ identity: Principal) -> Principal {
    guard let id = identity.memberID else { return identity }
    guard let found = try? store.document(id), found.tree["login"]?.string == identity.login else {
      return .visitor(login: identity.login, source: .formerMember)
    }
    if let source = Self.absence(of: found, on: clock.today) {
      return .visitor(login: identity.login, source: source)
    }
    return Self.principal(found, login: identity.login, source: identity.source, in: store)
  }

  /// Why a member is only a visitor on a day; nil where they are there.
  static func absence(of member: StoredDocument, on day: CalendarDate) -> Principal.Source? {
    switch Member(member.tree).absence(on: day) {
    case .left, .gone: .formerMember
    case .notYet: .futureMember
    case nil: nil
    }
  }

  /// A member as somebody for whom things are done.
  static func principal(
    _ member: StoredDocument, login: String, source: Principal.Source, in store: DocumentStore
  ) -> Principal {
    var codes: [DocumentID: String] = [:]
    for id in Member(member.tree).siteIds {
      codes[id] = (try? store.document(id))?.tree["code"]?.string
    }
    return Principal(
      member: member, login: login, source: source, siteCodes: codes,
      coachedSiteIDs: sitesCoached(by: member, in: store))
  }

  /// The sites that name a coach, each as it stands on the disk.
  private static func sitesCoached(
    by member: StoredDocument, in store: DocumentStore
  ) -> [DocumentID] {
    guard Member(member.tree).networkRole == .coach else { return [] }
    let type = DocumentType.site.rawValue
    let sites = (try? store.documents(ofType: type, mentioning: [member.id])) ?? []
    return sites.map(\.id).filter { id in
      (try? store.document(id)).map { Site($0.tree).coachIds.contains(member.id) } ?? false
    }
  }
}
