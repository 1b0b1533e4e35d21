import Collaborative
import ControlCharts
import DocumentStore
import Improvement
import JSONTree
import Widgets

extension Collaboration {
  /// One milestone or one barrier of a project.
  func projectEntryForm(_ subject: ProjectEntry) throws(CollaborationError) -> FormContent {
    let document = try editable(subject.projectID)
    let list = subject.list.rawValue
    let field = try self.field(list, of: .project)
    guard case .records(let fields, _) = field.kind else { throw .notAList(field) }
    let entry = subject.position.flatMap { document.tree[list]?.array?[safe: $0] }
    var values: [String: String] = [:]
    for field in fields {
      values[field.path.description] = FieldText.edit(entry?[field.path], as: field.kind)
    }
    return FormContent(
      title: "\(field.label.prefix(field.label.count - 1)) of \(title(of: document))",
      fields: fields.map { field in
        FormField(
          id: field.path.description, label: field.label, help: field.help,
          isRequired: field.isAlwaysRequired, input: field.formInput)
      }, values: values, base: document)
  }

  func saveProjectEntry(
    _ values: [String: String], _ subject: ProjectEntry, _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    let base = if let base = content.base { base } else { try document(subject.projectID) }
    let list = subject.list.rawValue
    let index = subject.position ?? base.tree[list]?.array?.count ?? 0
    let field = try self.field(list, of: .project)
    guard case .records(let fields, _) = field.kind else { throw .notAList(field) }
    var assignments: [Assignment] = []
    for part in fields {
      let name = part.path.description
      guard let text = values[name], subject.position != nil || !text.isEmpty else { continue }
      assignments.append(Assignment("\(list).\(index).\(name)", text))
    }
    let first = fields.first?.path.description ?? ""
    if subject.position == nil, assignments.isEmpty {
      // An empty entry would be none; saying that its first question wants an answer is kinder.
      var tree = base.tree
      tree[JSONPath([list])] = .array((tree[list]?.elements ?? []) + [.object(JSONObject())])
      return try save(tree, over: base)
    }
    let word = "\(field.label.lowercased().dropLast())"
    return try save(
      assigning(assignments, to: base.tree, .project), over: base,
      saying:
        "\(subject.position == nil ? "added" : "changed") the \(word) “\(values[first] ?? "")”"
    )
  }

  /// How far the team has come: every anchor to choose from, and what speaks for and against.
  ///
  /// A coach scores as the coach, everybody else for the team.
  func scoreForm(_ projectID: String) throws(CollaborationError) -> FormContent {
    let document = try editable(projectID)
    let detail = try projectDetail(projectID)
    let kind = ownRating
    let last = Project(document.tree).latestScore(kind)?.score
    let anchors = ProgressAnchor.all.map { anchor in
      FormField.Choice(
        NumberText.short(anchor.score), "\(NumberText.short(anchor.score))  \(anchor.title)")
    }
    let meanings = ProgressAnchor.all.map { "\(NumberText.short($0.score)): \($0.text)" }
    let who = kind == .coach ? "as the coach" : "for the team"
    return FormContent(
      title: "Progress of \(title(of: document)), \(who)",
      fields: [
        FormField(
          id: "score", label: "Score", help: meanings.joined(separator: "\n"), isRequired: true,
          input: .choice(anchors)),
        FormField(
          id: "why", label: "Why",
          help: "What you see that speaks for it. \(detail.evidenceWords)", input: .longText),
        FormField(
          id: "suggestion", label: "Suggestion", help: "What could come next.", input: .longText),
        FormField(id: "date", label: "Date", help: "e.g. today, 2026-03-14", isRequired: true),
      ],
      values: [
        "score": last.map(NumberText.short) ?? "", "why": "", "suggestion": "",
        "date": clock.today.description,
      ], base: document)
  }

  func saveScore(
    _ values: [String: String], of projectID: String, _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    let entry = ProgressEntry(
      score: values["score"] ?? "", why: values["why"] ?? "",
      suggestion: values["suggestion"] ?? "", date: values["date"] ?? "")
    return try score(projectID, entry, over: content.base)
  }

  /// Saves a document and says what was done rather than that it was saved; what a merge has to say
  /// is said first.
  private func save(
    _ tree: JSON, over base: StoredDocument, saying words: String
  ) throws(CollaborationError) -> Outcome {
    let saved = try save(tree, over: base, note: words)
    guard saved.hasChanged, !saved.isMerged else { return saved }
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, needsChoice: saved.needsChoice)
  }
}
