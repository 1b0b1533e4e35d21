import DocumentStore
import Improvement
import JSONTree

/// A table of people or of their roles: texts by rows, ready to be written as CSV.
public struct PeopleTable: Sendable {
  public var heading: [String]
  public var rows: [[String]]
}

extension Collaboration {
  /// The columns of a table of roles.
  public static let rosterColumns = [
    "project", "project_id", "role", "member", "name", "from", "to", "sites", "perspective",
    "remark",
  ]

  /// Rosters as a table: who holds which role, what nobody fills, and of a site who has none.
  ///
  /// - Parameter withEnded: whether roles that have ended are in it as well.
  public func rosterTable(
    project: DocumentID? = nil, site: DocumentID? = nil, withEnded: Bool = false
  ) throws(CollaborationError) -> PeopleTable {
    var projects: [Project] = []
    if let project {
      let found = try document(project)
      guard found.type == DocumentType.project.rawValue else {
        throw .otherType(found: found.type, expected: .project)
      }
      projects = [Project(found.tree)]
    } else if let site {
      projects = try self.projects(at: site)
    } else {
      projects = try documents(.project).map { Project($0.tree) }
    }
    projects.sort { ($0.name, $0.id) < ($1.name, $1.id) }
    var rows = projects.flatMap { table(of: $0, withEnded) }
    if let site {
      rows += try siteRosterRows(narrowedTo: .site(site)).filter { $0.kind == .withoutRole }
        .map { row in
          [
            "", "", "", row.memberID.map(loginOrID) ?? "", row.person, "", "",
            siteCodes(row.memberID), row.perspective, row.remark,
          ]
        }
    }
    return PeopleTable(heading: Self.rosterColumns, rows: rows)
  }

  private func table(of project: Project, _ withEnded: Bool) -> [[String]] {
    let ended = withEnded ? Self.ended(project.roster, by: clock.today) : []
    let rows = rosterRows(of: project).map { row -> [String] in
      let entry = row.position.map { project.roster[$0] }
      return [
        project.name, project.id, row.roleValue, row.memberID.map(loginOrID) ?? "", row.person,
        entry?.from?.description ?? "", entry?.to?.description ?? "", siteCodes(row.memberID),
        row.perspective, row.remark,
      ]
    }
    return rows
      + ended.map { entry in
        [
          project.name, project.id, entry.role.rawValue, loginOrID(entry.member),
          person(entry.member).name, entry.from?.description ?? "", entry.to?.description ?? "",
          siteCodes(entry.member), person(entry.member).perspective, "ended",
        ]
      }
  }

  /// Members as a table that can be brought in again; how to reach them only where they agreed.
  public func memberTable(site: DocumentID? = nil) throws(CollaborationError) -> PeopleTable {
    let all =
      if let site { try documents(.member, mentioning: [site]) } else { try documents(.member) }
    let members = all.filter(isListed).filter { document in
      site.map { Member(document.tree).siteIds.contains($0) } ?? true
    }.sorted { (title(of: $0), $0.id) < (title(of: $1), $1.id) }
    var rows: [[String]] = []
    for document in members {
      let tree = visible(document)
      var row = [document.id]
      for path in MemberPlanner.paths {
        let field = try field(path, of: .member)
        row.append(
          path == "siteIds"
            ? siteCodes(document.id) : FieldText.edit(tree[field.path], as: field.kind))
      }
      rows.append(row)
    }
    return PeopleTable(heading: ["id"] + MemberPlanner.paths, rows: rows)
  }

  private func loginOrID(_ member: DocumentID) -> String { person(member).member?.login ?? member }

  private func siteCodes(_ member: DocumentID?) -> String {
    let ids = member.flatMap { person($0).member?.siteIds } ?? []
    return ids.map { id in
      guard case .known = naming(of: id), let site = try? document(id) else { return id }
      return Site(site.tree).code
    }.joined(separator: ", ")
  }
}
