import Collaborative
import Improvement

/// Tables of people and of their roles, by the names of their columns.
public enum PeopleTables {
  /// Reads a table of roles to its end and plans what bringing it in means.
  ///
  /// - Parameter project: the project of every row, for a table without such a column.
  public static func planRosters(
    _ reader: inout CSVReader, project: String? = nil, for collaboration: Collaboration
  ) throws -> PeoplePlan {
    let table = TableColumns(reader.heading)
    var projects = [table.first("project_id"), table.first("project")].compactMap(\.self)
    if projects.isEmpty, project == nil { projects = [try table.column("project")] }
    var members = [table.first("member"), table.first("login"), table.first("name")]
      .compactMap(\.self)
    if members.isEmpty { members = [try table.column("name")] }
    let role = try table.column("role")
    let (from, to) = (table.first("from", "since"), table.first("to", "until"))
    var planner = try collaboration.planRosters()
    while !planner.isFull, let row = next(&reader, { planner.noteUnreadable($0, row: $1) }) {
      func cell(_ column: ImportColumn?) -> String {
        column.map { CSVFormula.original(row[$0.position - 1]) } ?? ""
      }
      /// The first column of several in which the row says something.
      func filled(_ columns: [ImportColumn]) -> ImportColumn? {
        columns.first { !cell($0).isEmpty } ?? columns.first
      }
      let (projectColumn, member) = (filled(projects), filled(members) ?? role)
      let (projectCell, roleCell) = (cell(projectColumn), cell(role))
      // Whoever has no role stands in a site's roster and in no project's; a gap has nobody's name.
      let isNobody =
        roleCell.isEmpty && projectCell.isEmpty && cell(from).isEmpty
        || cell(member) == RosterRow.nobody
      planner.add(
        RosterTableRow(
          row: row.number, project: project ?? projectCell, role: roleCell,
          member: isNobody ? "" : cell(member), from: cell(from), to: cell(to),
          columns: RosterColumns(
            project: projectColumn, role: role, member: member, from: from, to: to)))
    }
    return try planner.finish()
  }

  /// Reads a table of members to its end and plans what bringing it in means.
  public static func planMembers(
    _ reader: inout CSVReader, for collaboration: Collaboration
  ) throws -> PeoplePlan {
    let columns = TableColumns(reader.heading)
    var known: [String: ImportColumn] = [:]
    for path in ["id"] + MemberPlanner.paths { known[path] = columns.first(names(of: path)) }
    if known["name"] == nil, known["login"] == nil, known["id"] == nil {
      known["name"] = try columns.column("name")
    }
    let read = Set(known.values.map(\.position))
    let unread = reader.heading.enumerated().filter { !read.contains($0.offset + 1) }
      .map(\.element).filter { !$0.isEmpty }
    var planner = try collaboration.planMembers(known, unread: unread)
    while !planner.isFull, let row = next(&reader, { planner.noteUnreadable($0, row: $1) }) {
      let cells = known.mapValues { CSVFormula.original(row[$0.position - 1]) }
      planner.add(MemberTableRow(row: row.number, cells: cells))
    }
    return planner.finish()
  }

  /// What a column of a member's field may be called: by its path, by its label, or shorter.
  private static func names(of path: String) -> [String] {
    let label = DocumentType.member.table.fields.first { $0.path.description == path }?.label
    let short: [String] =
      switch path {
      case "siteIds": ["sites", "site"]
      case "networkRole": ["role"]
      case "active.from": ["from"]
      case "active.to": ["to"]
      default: []
      }
    return [path] + [label].compactMap(\.self) + short
  }

  /// The next row that is whole; nil at the end, and where the table cannot be read further.
  private static func next(
    _ reader: inout CSVReader, _ noteUnreadable: (String, Int) -> Void
  ) -> CSVRow? {
    while true {
      do throws(CSVError) {
        return try reader.next()
      } catch {
        noteUnreadable(error.description, 0)
        guard case .unevenRow = error else { return nil }
      }
    }
  }
}

extension TableColumns {
  /// The first of several names that a column has; nil where none has one of them.
  func first(_ names: String...) -> ImportColumn? { first(names) }

  func first(_ names: [String]) -> ImportColumn? {
    for name in names {
      let index = self.names.firstIndex { $0.lowercased() == name.lowercased() }
      if let index { return ImportColumn(name: self.names[index], position: index + 1) }
    }
    return nil
  }
}
