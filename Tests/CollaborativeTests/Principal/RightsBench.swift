import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

/// A network in which documents of every type can be put, by anybody and at any site.
struct RightsBench {
  let temporary: TemporaryStore
  let steward: Collaboration
  let home: DocumentID
  let away: DocumentID
  let resource: DocumentID
  var projects: [DocumentID: DocumentID] = [:]
  private let members: [Role: DocumentID]

  var store: DocumentStore { steward.store }

  init() throws {
    temporary = try TemporaryStore()
    steward = try temporary.steward()
    home = try steward.add(.site, "name=Home", "code=home", "kind=clinic").id
    away = try steward.add(.site, "name=Away", "code=away", "kind=clinic").id
    resource = try steward.add(.resource, "title=Card", "kind=tool", "visibility=network").id
    var members: [Role: DocumentID] = [:]
    for role in ["participant", "lead", "coach"] {
      // A coach belongs to no site: the site names them.
      let sites = role == "coach" ? [] : ["siteIds=home"]
      members[Role(rawValue: role) ?? .visitor] =
        try steward.add(
          .member,
          assignments: ([
            "name=\(role)", "login=\(role)", "networkRole=\(role)", "perspective=staff",
          ]
            + sites).map { try Assignment(typed: $0) }
        ).id
    }
    members[.steward] = steward.principal.memberID
    self.members = members
    try steward.set(home, "coachIds=coach")
    for site in [home, away] {
      projects[site] =
        try steward.add(.project, "name=Work", "problem=P", "sites=\(site)", "visibility=network")
        .id
    }
  }

  func site(_ place: RightsExpected.Place) -> DocumentID { place == .home ? home : away }

  func person(_ role: Role) throws -> Collaboration {
    try temporary.open(role == .steward ? "stella" : role.rawValue)
  }

  /// A document written by the person themselves, or by somebody who is no member any more.
  func make(
    _ type: DocumentType, _ visibility: Visibility, _ place: RightsExpected.Place, for role: Role
  ) throws -> DocumentID {
    _ = try steward.followJournal()
    let author = place == .own ? members[role] ?? "" : "visitor:gone"
    var tree = steward.newDocument(type, id: ULID().text)
    let fields = try fields(of: type, at: site(place), visibility)
    for field in fields.object?.fields ?? [] { tree[field.key] = field.value }
    tree["created"] = ["at": "2026-01-01T00:00:00Z", "by": .string(author)]
    if type == .series {
      tree["id"] = .string(
        Series.id(site: site(place), measure: fields["measure"]?.string ?? "", stratum: nil))
    }
    if type == .site, place == .home { try bringHome(tree["id"]?.string ?? "", for: role) }
    _ = try steward.commit([.add(tree)], verb: "add:\(type.rawValue)")
    return tree["id"]?.string ?? ""
  }

  /// Makes a site one of the person's own.
  private func bringHome(_ site: DocumentID, for role: Role) throws {
    guard role == .participant || role == .lead, let member = members[role] else { return }
    var tree = try store.document(member).tree
    tree["siteIds"] = .array((tree["siteIds"]?.elements ?? []) + [.string(site)])
    _ = try steward.commit(
      [.replace(member, with: tree, expecting: store.document(member).revision)], verb: "set:member"
    )
  }

  func trash(_ id: DocumentID) throws {
    _ = try steward.commit(
      [.trash(id, expecting: store.document(id).revision)], verb: "remove:document")
  }

  func restore(_ id: DocumentID) throws {
    _ = try steward.commit([.restore(id)], verb: "restore:document")
  }

  func fields(
    of type: DocumentType, at site: DocumentID, _ visibility: Visibility
  ) throws -> JSON {
    let place = JSON.string(site)
    let unique = ULID().text
    var fields: JSON
    switch type {
    case .network: fields = ["name": "N"]
    case .site:
      fields = ["name": "S", "code": .string("s\(unique.suffix(12))"), "kind": "clinic"]
      fields["coachIds"] = try coach(of: site)
    case .member:
      fields = [
        "name": "M", "login": .string("m\(unique.suffix(12))"), "networkRole": "participant",
        "perspective": "staff",
      ]
    case .project: fields = ["name": "P", "problem": "P", "sites": [place]]
    case .measure:
      fields = [
        "name": .string("M \(unique)"), "kind": "process", "dataKind": "proportion",
        "project": .string(projects[site] ?? ""),
      ]
    case .series:
      let measure = try steward.add(
        .measure, "name=M \(unique)", "kind=process", "dataKind=proportion", "visibility=network")
      fields = ["site": place, "measure": .string(measure.id)]
    case .cycle: fields = ["title": "C", "project": .string(projects[site] ?? ""), "site": place]
    case .resource: fields = ["title": "R", "kind": "tool", "site": place]
    case .adoption:
      fields = ["resource": .string(resource), "site": place, "stage": "considering"]
    case .need, .offer:
      fields = [
        "title": "T", "category": "information", "site": place,
        "member": .string(members[.steward] ?? ""),
      ]
    case .note:
      fields = ["body": "B", "target": ["type": "site", "id": place]]
    case .hypothesis:
      fields = ["ifWeChange": "C"]
    case .event: fields = [:]
    }
    fields["visibility"] = .string(visibility.rawValue)
    return fields
  }

  /// Whom a site names that is where another is.
  private func coach(of site: DocumentID) throws -> JSON {
    site == home ? [.string(members[.coach] ?? "")] : []
  }
}
