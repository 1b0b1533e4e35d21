import DocumentStore
import Improvement
import JSONTree

/// One row of a table of members: the text of each column that was understood.
public struct MemberTableRow: Hashable, Sendable {
  /// As a spreadsheet counts it; the heading is row 1.
  public var row: Int
  /// By the path of the member's field.
  public var cells: [String: String]

  public init(row: Int, cells: [String: String]) {
    self.row = row
    self.cells = cells
  }
}

/// Takes the rows of a table of members one by one and works out what bringing them in means.
///
/// Whoever is known by id, by login or, without one, by name is changed, everybody else is new; an
/// empty cell leaves what is there. What only a person can say of themselves is not read: what they
/// agree to and what they care about.
public struct MemberPlanner {
  /// The fields that a table may fill in, by their paths.
  public static let paths = [
    "name", "login", "siteIds", "networkRole", "perspective", "skills", "interests", "contact",
    "active.from", "active.to",
  ]

  let collaboration: Collaboration
  /// Where the columns stand, by the paths of their fields; `id` among them.
  let columns: [String: ImportColumn]
  private var plan = PeoplePlan(.members)
  private var known: [StoredDocument]
  private var byLogin: [String: StoredDocument] = [:]
  private var byName: [String: [StoredDocument]] = [:]
  /// The row in which somebody stands: by id, login or name.
  private var seen: [String: Int] = [:]
  private var loginsToBe: [String: Int] = [:]

  init(
    _ columns: [String: ImportColumn], unread: [String], for collaboration: Collaboration
  ) throws(CollaborationError) {
    let principal = collaboration.principal
    if principal.isVisitor { throw collaboration.denied(.visitor(login: principal.login)) }
    if Rights.reach(.add, .member, principal.role) == .nowhere {
      throw collaboration.denied(.role(principal.role, type: .member))
    }
    self.collaboration = collaboration
    self.columns = columns
    known = try collaboration.documents(.member)
    for document in known {
      let member = Member(document.tree)
      if let login = member.login { byLogin[login.lowercased()] = document }
      byName[SearchText(member.name).text, default: []].append(document)
    }
    for name in unread { plan.remark("the column “\(name)” is not read") }
  }

  public var isFull: Bool { plan.rows > PeoplePlan.mostRows || plan.problemCount >= 1_000 }

  public mutating func noteUnreadable(_ words: String, row: Int) {
    plan.noteUnreadable(words, row: row)
  }

  public mutating func add(_ row: MemberTableRow) {
    plan.rows += 1
    if plan.rows > PeoplePlan.mostRows {
      plan.note(
        problem(row, nil, "more than \(PeoplePlan.mostRows) rows; is this a list of people?"))
      return
    }
    do throws(ImportProblem) {
      if row.cells.values.allSatisfy(\.isEmpty) {
        plan.empty += 1
      } else {
        try take(row)
      }
    } catch {
      plan.note(error)
    }
  }

  private mutating func take(_ row: MemberTableRow) throws(ImportProblem) {
    let old = try member(of: row)
    let login = row.cells["login"].flatMap { $0.isEmpty ? nil : $0.lowercased() }
    let name = row.cells["name"] ?? ""
    let key = old.map(\.id) ?? login.map { "login \($0)" } ?? "name \(SearchText(name).text)"
    if let first = seen.updateValue(row.row, forKey: key) {
      guard old == nil, let login else {
        let person = old.map(collaboration.title) ?? name
        throw problem(
          row, login == nil ? "name" : "login",
          "\(person) stands in row \(first) already; keep one of them")
      }
      throw problem(
        row, "login",
        "the login “\(login)” stands in row \(first) already; keep one of them, or give another one"
      )
    }
    if let login, let first = loginsToBe.updateValue(row.row, forKey: login) {
      throw problem(row, "login", "“\(login)” is that of row \(first) already; give another one")
    }
    var tree = old?.tree ?? collaboration.newDocument(.member, id: ULID().text)
    for path in Self.paths {
      guard let text = row.cells[path], !text.isEmpty else { continue }
      try put(text, at: path, in: &tree, row)
    }
    if tree == old?.tree {
      plan.same += 1
      return
    }
    if old == nil { noteNamesakes(of: name, row) }
    try keep(tree, over: old, row)
  }

  private mutating func noteNamesakes(of name: String, _ row: MemberTableRow) {
    guard let others = byName[SearchText(name).text], !others.isEmpty else { return }
    let logins = others.map { Member($0.tree).login ?? $0.id }.joined(separator: ", ")
    plan.remark("row \(row.row): \(name) has the name of a member (\(logins)) and becomes another")
  }

  private mutating func keep(
    _ given: JSON, over old: StoredDocument?, _ row: MemberTableRow
  ) throws(ImportProblem) {
    do throws(CollaborationError) {
      let tree = collaboration.completed(given, .member, old: old?.tree)
      try collaboration.require(
        collaboration.standing(of: tree, type: .member), isNew: old == nil)
      try collaboration.check(tree, .member, over: old?.tree)
      plan.operations.append(
        old.map { .replace($0.id, with: tree, expecting: $0.revision) } ?? .add(tree))
      if old == nil { plan.added += 1 } else { plan.changed += 1 }
    } catch {
      throw problem(row, "login", error.words)
    }
  }

  private func put(
    _ text: String, at path: String, in tree: inout JSON, _ row: MemberTableRow
  ) throws(ImportProblem) {
    do throws(CollaborationError) {
      let field = try collaboration.field(path, of: .member)
      let typed = field.kind.isList ? text.replacing(";", with: ",") : text
      tree[field.path] = try collaboration.read(typed, as: field)
    } catch {
      throw problem(row, path, error.words)
    }
  }

  /// Who a row is about; nil for somebody new.
  private func member(of row: MemberTableRow) throws(ImportProblem) -> StoredDocument? {
    if let id = row.cells["id"], !id.isEmpty {
      guard let found = known.first(where: { $0.id == id.lowercased() }) else {
        throw problem(row, "id", "no member has the id “\(id)”; leave it empty for somebody new")
      }
      return found
    }
    if let login = row.cells["login"], !login.isEmpty { return byLogin[login.lowercased()] }
    let name = row.cells["name"] ?? ""
    if name.isEmpty { throw problem(row, "name", "neither a login nor a name; fill one in") }
    let found = byName[SearchText(name).text] ?? []
    guard found.count < 2 else {
      let logins = found.map { Member($0.tree).login ?? $0.id }.joined(separator: ", ")
      throw problem(row, "name", "several members are called \(name) (\(logins)); give the login")
    }
    return found.first
  }

  private func problem(
    _ row: MemberTableRow, _ path: String?, _ words: String
  ) -> ImportProblem {
    ImportProblem(row: row.row, column: path.flatMap { columns[$0] }, reason: .refused(words))
  }

  /// Everything that was read.
  public consuming func finish() -> PeoplePlan { plan }
}

extension Collaboration {
  /// Begins to plan bringing in a table of members; give the planner its rows.
  ///
  /// - Parameters:
  ///   - columns: by the paths of their fields, and `id`.
  ///   - unread: the names of columns that nothing is read from.
  public func planMembers(
    _ columns: [String: ImportColumn], unread: [String]
  ) throws(CollaborationError) -> MemberPlanner {
    try MemberPlanner(columns, unread: unread, for: self)
  }
}
