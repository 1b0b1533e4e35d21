import DocumentStore
import Improvement
import JSONTree

/// One row of a table of roles, as it is written there.
public struct RosterTableRow: Hashable, Sendable {
  /// As a spreadsheet counts it; the heading is row 1.
  public var row: Int
  public var project: String
  public var role: String
  /// A login, a name or an id; empty where the row stands for a gap.
  public var member: String
  public var from: String
  public var to: String
  /// Where each of that stands; a row without an id names a project in another column.
  public var columns: RosterColumns

  public init(
    row: Int, project: String, role: String, member: String, from: String = "", to: String = "",
    columns: RosterColumns
  ) {
    self.row = row
    self.project = project
    self.role = role
    self.member = member
    self.from = from
    self.to = to
    self.columns = columns
  }
}

/// Where in the table of roles each thing stands; for naming the place of a problem.
public struct RosterColumns: Hashable, Sendable {
  public var project: ImportColumn?
  public var role: ImportColumn
  public var member: ImportColumn
  public var from: ImportColumn?
  public var to: ImportColumn?

  public init(
    project: ImportColumn?, role: ImportColumn, member: ImportColumn, from: ImportColumn?,
    to: ImportColumn?
  ) {
    self.project = project
    self.role = role
    self.member = member
    self.from = from
    self.to = to
  }
}

/// Takes the rows of a table of roles one by one and works out what bringing them in means.
///
/// A row changes the entry of the same person in the same role where their times touch, else it is
/// a new one; an empty cell leaves what is there. Nobody is ever taken out.
public struct RosterPlanner {
  private struct Team {
    var base: StoredDocument
    var entries: [JSON]
    /// The row that each changed entry comes from.
    var rows: [Int: Int] = [:]
  }

  let collaboration: Collaboration
  private var plan = PeoplePlan(.roles)
  private var teams: [DocumentID: Team] = [:]
  private var found: [String: DocumentID] = [:]

  init(for collaboration: Collaboration) throws(CollaborationError) {
    let principal = collaboration.principal
    if principal.isVisitor { throw collaboration.denied(.visitor(login: principal.login)) }
    if Rights.reach(.change, .project, principal.role) == .nowhere {
      throw collaboration.denied(.role(principal.role, type: .project))
    }
    self.collaboration = collaboration
  }

  public var isFull: Bool { plan.rows > PeoplePlan.mostRows || plan.problemCount >= 1_000 }

  public mutating func add(_ row: RosterTableRow) {
    plan.rows += 1
    if plan.rows > PeoplePlan.mostRows {
      plan.note(problem(row, nil, "more than \(PeoplePlan.mostRows) rows; is this a roster?"))
      return
    }
    do throws(ImportProblem) {
      if row.member.isEmpty, row.from.isEmpty, row.to.isEmpty {
        plan.empty += 1
        return
      }
      try take(row)
    } catch {
      plan.note(error)
    }
  }

  public mutating func noteUnreadable(_ words: String, row: Int) {
    plan.noteUnreadable(words, row: row)
  }

  private mutating func take(_ row: RosterTableRow) throws(ImportProblem) {
    let project = try id(row.project, .project, row, row.columns.project)
    let role = try role(of: row)
    let member = try id(row.member, .member, row, row.columns.member)
    let from = try day(row.from, row, row.columns.from)
    let to = try day(row.to, row, row.columns.to)
    if let from, let to, to < from {
      throw problem(row, row.columns.to, "“\(row.to)” is before “\(row.from)”; turn them round")
    }
    var team = try team(project, row)
    let place = Self.place(of: member, role, from: from, to: to, in: team.entries)
    if let place, let first = team.rows[place] {
      throw problem(
        row, row.columns.member,
        "\(collaboration.name(of: member)) stands in row \(first) as \(role.inSentence) already; "
          + "keep one of them")
    }
    let old = place.map { team.entries[$0] }
    var entry = old ?? ["member": .string(member), "role": .string(role.rawValue)]
    if let from { entry["from"] = .string(from.description) }
    if let to { entry["to"] = .string(to.description) }
    try check(RosterEntry(entry), isNew: old == nil, row)
    if entry == old {
      plan.same += 1
    } else if old == nil {
      plan.added += 1
    } else {
      plan.changed += 1
    }
    if let place {
      team.entries[place] = entry
      team.rows[place] = row.row
    } else {
      team.rows[team.entries.count] = row.row
      team.entries.append(entry)
    }
    teams[project] = team
  }

  /// The entry that a row is about: the same person in the same role, with the same first day, else
  /// at a time that touches the row's.
  private static func place(
    of member: DocumentID, _ role: RosterRole, from: CalendarDate?, to: CalendarDate?,
    in entries: [JSON]
  ) -> Int? {
    let own = entries.indices.filter { index in
      let entry = RosterEntry(entries[index])
      return entry.member == member && entry.role == role
    }
    if let from, let exact = own.first(where: { RosterEntry(entries[$0]).from == from }) {
      return exact
    }
    return own.last { index in
      let entry = RosterEntry(entries[index])
      let isBefore = from.map(entry.hasEnded) ?? false
      let isAfter = to.map { to in entry.from.map { to < $0 } ?? false } ?? false
      return !isBefore && !isAfter
    }
  }

  private func check(
    _ entry: RosterEntry, isNew: Bool, _ row: RosterTableRow
  ) throws(ImportProblem) {
    if let from = entry.from, let to = entry.to, to < from {
      throw problem(row, row.columns.to, "the role begins on \(from) and would end before that")
    }
    guard isNew else { return }
    do throws(CollaborationError) {
      try collaboration.checkMembership(of: entry)
    } catch {
      throw problem(row, row.columns.member, error.words)
    }
  }

  private func role(of row: RosterTableRow) throws(ImportProblem) -> RosterRole {
    if row.role.isEmpty { throw problem(row, row.columns.role, "no role is named; fill it in") }
    do throws(FieldTextError) {
      let value = try FieldText.read(
        row.role, as: RosterRole.kind, today: collaboration.clock.today)
      if let role = value?.string.flatMap(RosterRole.init) { return role }
    } catch {
      throw problem(row, row.columns.role, "\(error)")
    }
    throw problem(row, row.columns.role, "“\(row.role)” is no role")
  }

  private func day(
    _ text: String, _ row: RosterTableRow, _ column: ImportColumn?
  ) throws(ImportProblem) -> CalendarDate? {
    if text.isEmpty { return nil }
    guard let day = CalendarDate(typed: text, today: collaboration.clock.today) else {
      throw problem(row, column, "“\(text)” is no date; write such as 2026-03-14")
    }
    return day
  }

  private mutating func id(
    _ text: String, _ type: DocumentType, _ row: RosterTableRow, _ column: ImportColumn?
  ) throws(ImportProblem) -> DocumentID {
    if text.isEmpty { throw problem(row, column, "no \(type.label) is named; fill it in") }
    let key = "\(type.rawValue) \(text)"
    if let known = found[key] { return known }
    do throws(CollaborationError) {
      let id = try collaboration.resolve(text, type: type)
      found[key] = id
      return id
    } catch {
      throw problem(row, column, error.words)
    }
  }

  private func team(_ id: DocumentID, _ row: RosterTableRow) throws(ImportProblem) -> Team {
    if let known = teams[id] { return known }
    do throws(CollaborationError) {
      let base = try collaboration.document(id)
      try collaboration.require(
        collaboration.standing(of: base.tree, type: .project), isNew: false)
      return Team(base: base, entries: base.tree["roster"]?.elements ?? [])
    } catch {
      throw problem(row, row.columns.project, error.words)
    }
  }

  private func problem(
    _ row: RosterTableRow, _ column: ImportColumn?, _ words: String
  ) -> ImportProblem {
    ImportProblem(row: row.row, column: column, reason: .refused(words))
  }

  /// Everything that was read, held against what the store has.
  public consuming func finish() throws(CollaborationError) -> PeoplePlan {
    guard plan.problemCount == 0 else { return plan }
    for (id, team) in teams.sorted(by: { $0.key < $1.key }) {
      var tree = team.base.tree
      tree["roster"] = .array(team.entries)
      guard tree != team.base.tree else { continue }
      try collaboration.check(tree, .project, over: team.base.tree)
      plan.operations.append(.replace(id, with: tree, expecting: team.base.revision))
    }
    return plan
  }
}

extension Collaboration {
  /// Begins to plan bringing in a table of roles; give the planner its rows.
  public func planRosters() throws(CollaborationError) -> RosterPlanner {
    try RosterPlanner(for: self)
  }
}
