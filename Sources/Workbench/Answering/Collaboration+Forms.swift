import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

extension Collaboration {
  /// A form for what someone wants to write, filled with what is known and with their draft.
  func formContent(_ subject: FormSubject) throws(CollaborationError) -> FormContent {
    let draft = draft(name: subject.draftName)
    // What could not be saved is not begun; what was typed before may be read and copied.
    if draft == nil, let id = subject.changedID { try requireChangeable(document(id)) }
    var content =
      switch subject {
      case .add(let type, let preset): try addForm(type, preset, draft)
      case .edit(let target): try editForm(target)
      case .log(let seriesID): try logForm(seriesID)
      case .roster(let entry): try rosterForm(entry)
      case .phase(let seriesID): try phaseForm(seriesID)
      case .cycle(let step): try cycleForm(step)
      case .point(let point): try pointForm(point)
      case .definition(let measureID): try definitionForm(measureID)
      case .driver(let driver): try driverForm(driver)
      case .projectEntry(let entry): try projectEntryForm(entry)
      case .score(let projectID): try scoreForm(projectID)
      case .decision(let projectID): try decisionForm(projectID)
      case .snooze(let siteID): try snoozeForm(siteID)
      case .commons(let subject): try commonsForm(subject)
      case .resource(let step): try resourceForm(step)
      case .fulfil(let needID): try fulfilForm(needID)
      }
    if let draft {
      for (field, text) in draft where content.values[field] != nil || !text.isEmpty {
        content.values[field] = text
      }
      content.isDraft = true
    }
    return content
  }

  private func addForm(
    _ type: DocumentType, _ preset: [String: String], _ draft: [String: String]?
  ) throws(CollaborationError) -> FormContent {
    if type == .cycle {
      // What can be chosen belongs to the project that the draft was begun in.
      var preset = preset
      if preset["project"] == nil { preset["project"] = draft?["project"] }
      return try newCycleForm(preset)
    }
    if type == .note, preset["target.type"] == DocumentType.note.rawValue,
      let id = preset["target.id"]
    {
      let note = Note(try document(id).tree)
      if note.kind == .suggestion { return suggestionAnswerForm(note, preset) }
    }
    if type == .note { return try noteForm(preset) }
    if type == .project { return try newProjectForm(preset) }
    let asked = type.newFields
    let fields = asked.map(\.field)
    var values = preset
    for field in fields {
      guard values[field.path.description] == nil else { continue }
      if let initial = field.initial {
        values[field.path.description] = FieldText.edit(initial.json, as: field.kind)
      }
    }
    if fields.contains(where: { $0.path == "site" }), values["site"] == nil {
      values["site"] = principal.siteIDs.first
    }
    // Whoever asks or offers something mostly does so for themselves.
    if type == .need || type == .offer, values["member"] == nil {
      values["member"] = principal.memberID
    }
    return FormContent(
      title: "New \(type.label)", fields: asked.map(formField), values: values,
      choices: try choices(for: fields, of: [:]))
  }

  private func editForm(_ target: Target) throws(CollaborationError) -> FormContent {
    let document = try editable(target.id)
    let tree = visible(document)
    let asked = target.type.fields(of: tree)
    let fields = asked.map(\.field)
    var values: [String: String] = [:]
    for field in fields {
      values[field.path.description] = editText(tree[field.path], as: field.kind)
    }
    let choosing = choosingFields(document)
    for field in choosing { values[field.id] = "" }
    return FormContent(
      title: "\(target.type.label.prefix(1).uppercased())\(target.type.label.dropFirst()): "
        + title(of: document),
      fields: choosing + asked.map(formField), values: values,
      choices: try choices(for: fields, of: tree),
      focus: choosing.first?.id ?? (target.type == .cycle ? Cycle(tree).stage.firstField : nil),
      base: document, quick: target.type == .cycle ? QuickForm.ofCycle(isFirst: false) : nil)
  }

  /// A document that a form may begin from: what a newer program wrote is not typed over.
  func editable(_ id: DocumentID) throws(CollaborationError) -> StoredDocument {
    let document = try document(id)
    guard document.isNewer else { return document }
    throw .store(
      .newerDocument(
        id, found: document.tree["schema"]?.int ?? 0,
        known: DocumentType(rawValue: document.type)?.table.schemaVersion ?? 0))
  }

  /// A value as it is typed: a list of people or sites by their logins and codes, not their ids.
  func editText(_ value: JSON?, as kind: FieldKind) -> String {
    guard case .list(.reference(let type)) = kind, let ids = value?.strings else {
      return FieldText.edit(value, as: kind)
    }
    return ids.map { id in
      let tree = (try? document(id))?.tree
      let key = type == .site ? tree?["code"] : type == .member ? tree?["login"] : nil
      return key?.string ?? id
    }.joined(separator: ", ")
  }

  /// A field of the table as a field of a form; the label, the help and the choices are the table's.
  func formField(_ asked: AskedField) -> FormField {
    let field = asked.field
    return FormField(
      id: field.path.description, label: field.label, help: field.help,
      isRequired: field.isAskedFor,
      input: field.formInput, section: asked.section)
  }

  /// What may be chosen where a field refers to documents, by their names; of a cycle's project the
  /// drivers and the other cycles.
  func choices(
    for fields: [Field], of tree: JSON
  ) throws(CollaborationError) -> [String: [FormField.Choice]] {
    var choices: [String: [FormField.Choice]] = [:]
    var byType: [DocumentType: [FormField.Choice]] = [:]
    let isCycle = tree["type"]?.string == DocumentType.cycle.rawValue
    if isCycle { byType[.cycle] = try neighbours(of: Cycle(tree)) }
    for field in fields {
      guard case .reference(let type) = field.kind else { continue }
      if byType[type] == nil { byType[type] = try references(to: type) }
      choices[field.path.description] = byType[type]
    }
    if isCycle { choices.merge(driverChoices(tree)) { $1 } }
    return choices
  }

  /// The other cycles of a cycle's project: what it may follow on from.
  private func neighbours(of cycle: Cycle) throws(CollaborationError) -> [FormField.Choice] {
    guard let project = cycle.project else { return [] }
    return try cycles(in: project).filter { $0.id != cycle.id }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
      .map { FormField.Choice($0.id, $0.title) }
  }

  /// The drivers of a cycle's project, by their words instead of their ids.
  private func driverChoices(_ tree: JSON) -> [String: [FormField.Choice]] {
    guard let id = Cycle(tree).project, let project = try? document(id) else { return [:] }
    return ["driver": Project(project.tree).drivers.map { FormField.Choice($0.id, $0.text) }]
  }

  func references(to type: DocumentType) throws(CollaborationError) -> [FormField.Choice] {
    let own = Set(principal.siteIDs)
    let named = try documents(type).map { (id: $0.id, name: title(of: $0), tree: $0.tree) }
    // One's own come first, because they are meant most often.
    func isOwn(_ tree: JSON, _ id: String) -> Bool {
      own.contains(id) || own.contains(tree["site"]?.string ?? "")
        || !own.isDisjoint(with: tree["sites"]?.strings ?? [])
        || !own.isDisjoint(with: tree["siteIds"]?.strings ?? [])
    }
    return
      named.sorted {
        (isOwn($0.tree, $0.id) ? 0 : 1, $0.name) < (isOwn($1.tree, $1.id) ? 0 : 1, $1.name)
      }.map { FormField.Choice($0.id, $0.name) }
  }
}
