import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

extension Collaboration {
  /// Who holds a role on a project's roster, since when and until when.
  func rosterForm(_ subject: RosterSubject) throws(CollaborationError) -> FormContent {
    let document = try editable(subject.projectID)
    if subject.deed == .handOver { return try handOverForm(subject, document) }
    let field = try self.field("roster", of: .project)
    guard case .records(let fields, _) = field.kind else { throw .notAList(field) }
    let entry = subject.position.flatMap { document.tree["roster"]?.array?[safe: $0] }
    var values: [String: String] = [:]
    for field in fields {
      values[field.path.description] = FieldText.edit(entry?[field.path], as: field.kind)
    }
    if entry == nil {
      values["role"] = subject.role
      values["member"] = subject.memberID
      values["from"] = clock.today.description
    }
    if subject.deed == .end { values["to"] = clock.today.description }
    return FormContent(
      title: "Roster of \(title(of: document))",
      fields: fields.map { field in
        FormField(
          id: field.path.description, label: field.label, help: field.help,
          isRequired: field.isAlwaysRequired, input: field.formInput)
      }, values: values,
      choices: ["member": try people(for: document, keeping: values["member"])],
      focus: subject.deed == .end ? "to" : values["member"]?.isEmpty == false ? "role" : nil,
      base: document)
  }

  /// Who takes a role over, and from which day on.
  private func handOverForm(
    _ subject: RosterSubject, _ document: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    let role = RosterRole(rawValue: subject.role) ?? .teamMember
    let holder = subject.memberID.map(name) ?? ""
    return FormContent(
      title: "Hand over: \(role.inSentence) of \(title(of: document))",
      fields: [
        FormField(
          id: "member", label: "To", help: "Who takes it over from \(holder).", isRequired: true,
          input: .picker(title: "choose")),
        FormField(
          id: "from", label: "From",
          help: "The first day; \(holder)'s last is the day before, e.g. tomorrow, 2026-03-14",
          isRequired: true),
      ], values: ["member": "", "from": clock.today.description],
      choices: ["member": try people(for: document, keeping: nil)], base: document)
  }

  /// The members who may take a role, those of the project's sites first, each told from namesakes
  /// by where they are.
  ///
  /// - Parameter kept: somebody who stands there already, whoever they are by now.
  private func people(
    for project: StoredDocument, keeping kept: String?
  ) throws(CollaborationError) -> [FormField.Choice] {
    let sites = Set(Project(project.tree).siteIds)
    let members = try documents(.member).map { Member($0.tree) }.filter { member in
      member.id == kept || member.isActive(on: clock.today)
        || member.activeFrom.map { $0 > clock.today } ?? false
    }
    func rank(_ member: Member) -> Int { sites.isDisjoint(with: member.siteIds) ? 1 : 0 }
    return members.sorted { left, right in
      (rank(left), left.name, left.id) < (rank(right), right.name, right.id)
    }.map { member in
      let place = member.siteIds.count > 2 ? "" : member.siteIds.map(name).joined(separator: ", ")
      let parts = [member.name, place].filter { !$0.isEmpty }
      return FormField.Choice(member.id, parts.joined(separator: " · "))
    }
  }

  func saveRosterForm(
    _ values: [String: String], _ subject: RosterSubject, _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    if subject.deed == .handOver { return try handOver(values, subject) }
    let base = if let base = content.base { base } else { try document(subject.projectID) }
    let index = subject.position ?? base.tree["roster"]?.array?.count ?? 0
    let assignments = ["member", "role", "from", "to"].compactMap { name -> Assignment? in
      guard let text = values[name], subject.position != nil || !text.isEmpty else { return nil }
      return Assignment("roster.\(index).\(name)", text)
    }
    return try saveRoster(assigning(assignments, to: base.tree, .project), over: base)
  }

  private func handOver(
    _ values: [String: String], _ subject: RosterSubject
  ) throws(CollaborationError) -> Outcome {
    let member = try required("member", values)
    let from = try required("from", values)
    let field = try field("roster.0.from", of: .project)
    guard let day = try read(from, as: field)?.string.flatMap({ CalendarDate($0) }) else {
      throw .unreadableValue(field: field, text: from, .notADate(from))
    }
    return try handOver(
      RosterPlace(
        projectID: subject.projectID, position: subject.position ?? 0,
        memberID: subject.memberID ?? "", role: RosterRole(rawValue: subject.role) ?? .teamMember),
      to: resolve(member, type: .member), from: day)
  }

  private func required(
    _ name: String, _ values: [String: String]
  ) throws(CollaborationError) -> String {
    if let text = values[name], text.contains(where: { !$0.isWhitespace }) { return text }
    let field = try field("roster.0.\(name)", of: .project)
    throw .invalid(
      .project, [Finding(path: field.path, label: field.label, problem: .missing(when: nil))])
  }
}
