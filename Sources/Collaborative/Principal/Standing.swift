import DocumentStore
import Improvement
import JSONTree

/// What a document says about whom it concerns; rights are decided on it.
struct Standing {
  var type: DocumentType
  var author: String?
  var visibility: Visibility
  var siteIDs: Set<DocumentID>
  /// Named in the document itself: its owner, its testers, the member it is about.
  var namedIDs: Set<DocumentID>
  /// On the roster of the project it belongs to.
  var teamIDs: Set<DocumentID>
  var isForCoachesOnly: Bool

  /// Whether whoever comes may read a document, which spares finding out whom it concerns.
  static func isForEverybody(_ tree: JSON, _ type: DocumentType) -> Bool {
    if type == .note, tree["privateToCoaches"]?.bool == true { return false }
    let visibility = tree["visibility"]?.string.flatMap { Visibility(rawValue: $0) }
    return visibility == .network || visibility == .public
  }
}

extension Collaboration {
  /// - Parameter remembers: whether a project's team may be as it was when last looked at, which
  ///   spares looking at the disk for each of its documents.
  func standing(of tree: JSON, type: DocumentType, remembers: Bool = false) -> Standing {
    var standing = ownStanding(of: tree, type: type)
    addTeam(of: tree, type: type, remembers, to: &standing)
    return standing
  }

  /// The fields that rights are decided on.
  static let fieldsOfRights = [
    "id", "created", "visibility", "sites", "site", "privateToCoaches", "coachIds", "owner",
    "member", "to", "testers", "actions", "roster", "project", "target",
  ]

  /// What the document itself says, without the documents that it belongs to.
  ///
  /// Only the type's own fields count: of the unknown ones, which are kept, none gives a right. A
  /// visibility that this program does not know is taken for the strictest.
  func ownStanding(of tree: JSON, type: DocumentType) -> Standing {
    func value(_ name: String) -> JSON? {
      type.table.hasField(name) ? tree[name] : nil
    }
    let visibility = tree["visibility"].map { Visibility(rawValue: $0.string ?? "") ?? .private }
    var standing = Standing(
      type: type, author: tree["created"]?["by"]?.string,
      visibility: visibility ?? .initial(of: type),
      siteIDs: Set(value("sites")?.strings ?? []), namedIDs: [], teamIDs: [],
      isForCoachesOnly: type == .note && tree["privateToCoaches"]?.bool == true)
    if let site = value("site")?.string { standing.siteIDs.insert(site) }
    if type == .site {
      if let id = tree["id"]?.string { standing.siteIDs.insert(id) }
      // Its coaches find it in the trash as well, where it names nobody as its coach any more.
      standing.namedIDs.formUnion(value("coachIds")?.strings ?? [])
    }
    if type == .member {
      standing.siteIDs = []
      if let id = tree["id"]?.string { standing.namedIDs.insert(id) }
    }
    // Whom a note is for may read it, wherever they are.
    for field in ["owner", "member", "to"] {
      if let member = value(field)?.string { standing.namedIDs.insert(member) }
    }
    standing.namedIDs.formUnion(value("testers")?.strings ?? [])
    // Who is to do something reads what was agreed, and ticks it off.
    standing.namedIDs.formUnion(value("actions")?.elements.compactMap { $0["who"]?.string } ?? [])
    return standing
  }

  private func addTeam(
    of tree: JSON, type: DocumentType, _ remembers: Bool, to standing: inout Standing
  ) {
    let roster = type == .project ? tree["roster"] : nil
    standing.teamIDs.formUnion(roster?.elements.compactMap { $0["member"]?.string } ?? [])
    let project = type.table.hasField("project") ? tree["project"]?.string : nil
    if let team = project.flatMap({ team(ofProject: $0, remembers) }) {
      if standing.siteIDs.isEmpty { standing.siteIDs = team.siteIDs }
      standing.teamIDs.formUnion(team.teamIDs)
    }
    guard type == .note, let target = tree["target"]?["id"]?.string.flatMap(readable(anyID:)),
      let targetType = DocumentType(rawValue: target.type), targetType != .note
    else { return }
    let about = self.standing(of: target.tree, type: targetType, remembers: remembers)
    standing.siteIDs.formUnion(about.siteIDs)
    standing.namedIDs.formUnion(about.namedIDs)
    standing.teamIDs.formUnion(about.teamIDs)
  }

  private func team(ofProject id: DocumentID, _ remembers: Bool) -> Standing? {
    func look() throws(CollaborationError) -> Standing {
      let project = try attempt { () throws(StoreError) in try store.document(id) }
      return standing(of: project.tree, type: .project)
    }
    return remembers ? try? known(\.teams, of: id, make: look) : try? look()
  }

  /// Why this person may not change a document, in words; nil where they may.
  func whyNotChange(_ tree: JSON, _ type: DocumentType) -> String? {
    principal.reasonNotToWrite(standing(of: tree, type: type), isNew: false)?.words
  }

  /// The document with an id, whoever asks; for deciding rights only.
  private func readable(anyID id: DocumentID) -> StoredDocument? { try? store.document(id) }
}

extension Principal {
  func mayRead(_ standing: Standing) -> Bool {
    switch standing.visibility {
    case .private: return standing.author == author || concerns(standing, as: .member)
    case .team, .network, .public: break
    }
    if standing.isForCoachesOnly { return role.readsCoaching || standing.author == author }
    if standing.visibility != .team || role == .steward || standing.author == author {
      return true
    }
    guard let memberID else { return false }
    return standing.namedIDs.contains(memberID) || standing.teamIDs.contains(memberID)
      || !standing.siteIDs.isDisjoint(with: reachedSiteIDs)
  }

  /// Why this person may not write the document; nil when they may.
  func reasonNotToWrite(_ standing: Standing, isNew: Bool) -> Denial? {
    if isVisitor { return .visitor(login: login) }
    if standing.visibility == .private, !isNew, standing.author != author,
      !concerns(standing, as: .member)
    {
      return .privateToAuthor
    }
    switch Rights.reach(isNew ? .add : .change, standing.type, role) {
    case .everywhere: return nil
    case .nowhere: return .role(role, type: standing.type)
    case .own:
      let isOwn = isNew || standing.author == author || concerns(standing, as: .member)
      return isOwn ? nil : .notTheirs(type: standing.type)
    case .ownSites:
      // A new document's own words give nobody a right: anyone can name themselves in it.
      let isOwn = !isNew && (standing.author == author || isNamed(in: standing))
      let isAtHome = !standing.siteIDs.isDisjoint(with: reachedSiteIDs)
      let isOnTeam = memberID.map(standing.teamIDs.contains) ?? false
      if isOwn || isAtHome || isOnTeam { return nil }
      let isNetworks =
        standing.type == .measure && !isNew && standing.siteIDs.isEmpty && standing.teamIDs.isEmpty
      return isNetworks ? .networks(type: standing.type) : .otherSite(type: standing.type)
    }
  }

  /// Whether a document is this person's own entry.
  private func concerns(_ standing: Standing, as type: DocumentType) -> Bool {
    standing.type == type && isNamed(in: standing)
  }

  private func isNamed(in standing: Standing) -> Bool {
    memberID.map(standing.namedIDs.contains) ?? false
  }
}
