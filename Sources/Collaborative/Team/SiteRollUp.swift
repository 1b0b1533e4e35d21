import DocumentStore
import Improvement
import Insights

/// What a site and everything within it add up to; whoever belongs to two of them counts once.
public struct SiteRollUp: Hashable, Sendable {
  /// Sites within it, without itself and without those that have left.
  public var sites = 0
  public var people = 0
  /// Active projects.
  public var projects = 0
  /// Wanted roles of active projects that nobody fills, or only somebody who left.
  public var gaps = 0
  /// Cycles that are not closed; nil where so many sites are asked about that nobody counts them.
  public var cycles: Int?
  /// Reasons for attention, as far as whoever asks looks after the sites.
  public var reasons: Int?
}

/// The documents that roll-ups are made of, by site, read once for all of them.
struct SiteLedger {
  private var people: [DocumentID: Set<DocumentID>] = [:]
  private var projects: [DocumentID: Set<DocumentID>] = [:]
  private var gaps: [DocumentID: Int] = [:]
  /// Open cycles by project, each with its site where it has one.
  private var cycles: [DocumentID: [DocumentID?]]?
  private var reasons: [DocumentID: [AttentionReason]] = [:]
  private var hasLeft: Set<DocumentID> = []

  /// What the sites of a list come to, the first being the one that the others lie within.
  func rollUp(_ ids: [DocumentID]) -> SiteRollUp {
    let there = ids.filter { !hasLeft.contains($0) }
    let sites = Set(there)
    let projects = sites.reduce(into: Set<DocumentID>()) { $0.formUnion(self.projects[$1] ?? []) }
    let open = cycles.map { cycles in
      projects.reduce(0) { sum, project in
        sum + (cycles[project] ?? []).count { $0.map(sites.contains) ?? true }
      }
    }
    let known = there.compactMap { reasons[$0] }
    return SiteRollUp(
      sites: there.filter { $0 != ids.first }.count,
      people: sites.reduce(into: Set<DocumentID>()) { $0.formUnion(people[$1] ?? []) }.count,
      projects: projects.count, gaps: projects.reduce(0) { $0 + (gaps[$1] ?? 0) }, cycles: open,
      reasons: known.isEmpty ? nil : Set(known.joined()).count)
  }
}

extension Collaboration {
  /// Of how many sites cycles and reasons are counted: both take a look at a site's every document.
  static let mostSitesCounted = 60

  /// Sites within sites, as far as whoever asks may read them; those of one place by name.
  func siteTree() throws(CollaborationError) -> SiteTree {
    try known(\.siteTree) { () throws(CollaborationError) in
      SiteTree(
        try survey(.site, fields: ["name", "parentSite"]) { Site($0) }
          .sorted { ($0.name, $0.id) < ($1.name, $1.id) })
    }
  }

  /// What roll-ups of some sites are made of.
  ///
  /// - Complexity: O(members and projects of the sites), with their cycles and numbers for few.
  func ledger(of sites: [Site]) throws(CollaborationError) -> SiteLedger {
    let today = clock.today
    let ids = sites.map(\.id)
    let wanted = Set(ids)
    var ledger = SiteLedger()
    ledger.note(hasLeft: sites.filter { $0.left.map { $0 <= today } ?? false }.map(\.id))
    for document in try documents(.member, mentioning: ids) {
      let member = Member(document.tree)
      guard member.isActive(on: today) else { continue }
      for site in member.siteIds { ledger.note(person: member.id, at: site) }
    }
    let projects = try projects(mentioning: ids).filter { $0.status == .active }
    for project in projects where !wanted.isDisjoint(with: project.siteIds) {
      ledger.note(project, gaps: openRoles(of: project).count)
    }
    guard sites.count <= Self.mostSitesCounted else { return ledger }
    ledger.note(
      openCycles: try cycles(mentioning: ids + projects.map(\.id)).filter { $0.stage != .closed })
    guard principal.role.looksAfterTeams else { return ledger }
    let own = Set(try sitesLookedAfter().map(\.id))
    for site in sites where own.contains(site.id) {
      ledger.note(reviewedReasons(of: try siteFile(site)).now, at: site.id)
    }
    return ledger
  }

  /// The wanted roles of a project that nobody fills who is still there.
  func openRoles(of project: Project) -> [RosterRole] {
    RosterGaps.unfilled(in: project, on: clock.today, without: absentIDs(on: [project]))
  }

  /// Who stands on the rosters of projects and is not there any more.
  func absentIDs(on projects: [Project]) -> Set<DocumentID> {
    var absent: Set<DocumentID> = []
    for project in projects {
      for entry in project.roster where !entry.member.isEmpty && entry.isHeld(on: clock.today) {
        if person(entry.member).absence != nil { absent.insert(entry.member) }
      }
    }
    return absent
  }
}

extension SiteLedger {
  fileprivate mutating func note(hasLeft sites: [DocumentID]) { hasLeft = Set(sites) }

  fileprivate mutating func note(person: DocumentID, at site: DocumentID) {
    people[site, default: []].insert(person)
  }

  fileprivate mutating func note(_ project: Project, gaps count: Int) {
    for site in project.siteIds { projects[site, default: []].insert(project.id) }
    gaps[project.id] = count
  }

  fileprivate mutating func note(openCycles: [Cycle]) {
    var found: [DocumentID: [DocumentID?]] = [:]
    for cycle in openCycles {
      if let project = cycle.project { found[project, default: []].append(cycle.site) }
    }
    cycles = found
  }

  fileprivate mutating func note(_ found: [AttentionReason], at site: DocumentID) {
    reasons[site] = found
  }
}
