import DocumentStore
import Improvement

/// Who is at a site, whatever project they are in, and who is at none.
extension Collaboration {
  /// The roster of every site: the roles in its projects by person, those who belong there without
  /// one, what it lacks. Those who belong to no site, or to one that is gone, come last.
  public func siteRosterRows(
    words: String = "", narrowedTo filter: RowFilter.Kind? = nil
  ) throws(CollaborationError) -> [RosterRow] {
    let sites = try teamSites(narrowedTo: filter)
    let ids = sites.map(\.id)
    let projects = Self.bySite(try self.projects(mentioning: ids), \.siteIds)
    let members = Self.bySite(
      try documents(.member, mentioning: ids).filter(isListed).map { Member(visible($0)) },
      \.siteIds)
    var rows = sites.flatMap { site in
      self.rows(of: site, ownFirst(projects[site.id] ?? []), members[site.id] ?? [])
    }
    rows += try membersWithoutSite(narrowedTo: filter).map(rowWithoutSite)
    return Self.chosen(rows, words, filter)
  }

  /// The sites a section about people is about, one's own before all others.
  func teamSites(narrowedTo filter: RowFilter.Kind?) throws(CollaborationError) -> [Site] {
    let all = try documents(.site).map { Site($0.tree) }
    let own = principal.reachedSiteIDs
    let shown: Set<DocumentID>? =
      switch filter {
      case .everything: nil
      case .withoutSite: []
      case .site(let id): [id]
      case .mine: own
      default: try scope().siteIDs.map(Set.init)
      }
    return all.filter { shown?.contains($0.id) ?? true }.sorted { left, right in
      (own.contains(left.id) ? 0 : 1, left.name, left.id)
        < (own.contains(right.id) ? 0 : 1, right.name, right.id)
    }
  }

  private static func bySite<Element>(
    _ elements: [Element], _ sites: (Element) -> [DocumentID]
  ) -> [DocumentID: [Element]] {
    var result: [DocumentID: [Element]] = [:]
    for element in elements {
      for site in Set(sites(element)) { result[site, default: []].append(element) }
    }
    return result
  }

  private func rows(
    of site: Site, _ projects: [Project], _ members: [Member]
  ) -> [RosterRow] {
    let all = projects.flatMap(rosterRows).map { $0.at(site) }
    let belongs = Set(members.map(\.id))
    // People of the site before those who come from elsewhere, and each with all they do.
    let held = all.filter { !$0.isGap }.sorted { left, right in
      (belongs.contains(left.memberID ?? "") ? 0 : 1, left.person, left.memberID ?? "")
        < (belongs.contains(right.memberID ?? "") ? 0 : 1, right.person, right.memberID ?? "")
    }
    let busy = Set(held.compactMap(\.memberID))
    let others = members.filter { !busy.contains($0.id) && $0.isWorthARow(on: clock.today) }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { row($0, at: site, joining: projects) }
    let nobody = members.contains { $0.isActive(on: clock.today) } ? [] : [rowWithoutPeople(site)]
    return nobody + held + others + all.filter(\.isGap)
  }

  private func row(
    _ member: Member, at site: Site?, joining projects: [Project] = []
  ) -> RosterRow {
    let absence = member.absence(on: clock.today)
    let gone = member.siteIds.filter { naming(of: $0) == .missing }
    let remarks = [
      absence?.words ?? "",
      gone.isEmpty ? "" : gone.count == 1 ? "the site is gone" : "\(gone.count) sites are gone",
    ]
    let joins = projects.first { $0.status == .active } ?? projects.first
    return RosterRow(
      kind: .withoutRole, group: site?.name ?? "", groupID: site?.id ?? "", project: "",
      projectID: "", role: "no role yet", roleValue: "",
      memberID: member.id, person: member.name, perspective: member.perspective.label,
      sites: member.siteIds.map(name).joined(separator: ", "), since: "", time: "",
      remark: remarks.filter { !$0.isEmpty }.joined(separator: ", "),
      isOdd: !gone.isEmpty, position: nil,
      joins: joins?.id ?? "", isOfSite: true, denial: joins.flatMap(whyNoRoster))
  }

  private func rowWithoutPeople(_ site: Site) -> RosterRow {
    let hasLeft = site.left.map { $0 <= clock.today } ?? false
    return RosterRow(
      kind: .withoutPeople, group: site.name, groupID: site.id, project: "", projectID: "",
      role: "", roleValue: "", memberID: nil,
      person: hasLeft ? "the site has left" : "nobody belongs here", perspective: "", sites: "",
      since: "", time: "", remark: "", isOdd: !hasLeft, position: nil, isOfSite: true)
  }

  // MARK: Those without a site

  /// The members who belong to no site that is there; of a large network only where they are asked
  /// for, because finding them reads all members.
  private func membersWithoutSite(
    narrowedTo filter: RowFilter.Kind?
  ) throws(CollaborationError) -> [Member] {
    switch filter {
    case .everything, .withoutSite: break
    case .site, .project, .mine: return []
    default: guard try scope().siteIDs == nil else { return [] }
    }
    return try documents(.member).filter(isListed).map { Member(visible($0)) }.filter { member in
      member.isActive(on: clock.today)
        && member.siteIds.allSatisfy { naming(of: $0) == .missing }
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  private func rowWithoutSite(_ member: Member) -> RosterRow {
    var row = row(member, at: nil)
    row.role = member.networkRole.label
    return row
  }
}

extension Member {
  /// For how many days somebody who left is still shown among those who are there.
  private static var daysShownAfterLeaving: Int { 365 }

  fileprivate func isWorthARow(on day: CalendarDate) -> Bool {
    activeTo.map { day.days(since: $0) <= Self.daysShownAfterLeaving } ?? true
  }
}
