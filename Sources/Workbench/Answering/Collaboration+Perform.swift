import Collaborative
import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Carries out what somebody asked for, or says why not and beside which fields.
  public func perform(_ operation: Operation) -> Event {
    do throws(CollaborationError) {
      return .performed(operation, try outcome(of: operation))
    } catch {
      return .refused(operation, refusal(error, in: operation))
    }
  }

  private func outcome(of operation: Operation) throws(CollaborationError) -> Outcome {
    switch operation {
    case .remove(let target, _): return try remove(target.id)
    case .enterNumbers(let entries, _): return try enter(entries)
    case .tick(let toDo): return try tick(toDo)
    case .holdMeeting(let project): return try holdMeeting(about: project)
    case .review(let siteID): return try markReviewed(siteID)
    case .resolve(let noteID): return try toggleResolved(noteID)
    case .undo: return try undo()
    case .redo: return try redo()
    case .moveAdoption(let change): return try move(change.adoption, to: change.to)
    case .exchange(let change): return try exchange(change)
    case .moveCycle(let id, let stage, let isForwards):
      return try moveCycle(id, from: stage, isForwards: isForwards)
    case .rearrange(let projectID, let steps): return try rearrange(projectID, steps)
    case .changeEntry(let entry, let text, let change):
      return try changeEntry(
        of: entry.projectID, in: entry.list.rawValue, at: entry.position, saying: text, change)
    case .saveForm(let subject, let given, let content):
      let (sharing, values) = try withReason(in: given)
      return try sharing.save(subject, values, content)
    }
  }

  func save(
    _ subject: FormSubject, _ values: [String: String], _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    switch subject {
    case .add(let type, let preset):
      // What the form does not show is known from where the person stood.
      let all = preset.merging(values) { _, typed in typed }
      if type == .cycle { return try add(.cycle, assignments: NewCycleValues(all).assignments) }
      if type == .note, let answer = all["answer"], let id = all["target.id"] {
        return try self.answer(id, answer, words: all["body"] ?? "")
      }
      return try add(type, assignments: typed(try answering(all, type)))
    case .edit: return try saveEdited(values, content)
    case .log(let seriesID): return try logNumber(seriesID, values)
    case .roster(let entry): return try saveRosterForm(values, entry, content)
    case .phase(let seriesID):
      let base = if let base = content.base { base } else { try document(seriesID) }
      return try beginPhase(
        starts: values["starts"] ?? "", reason: values["reason"] ?? "", in: base)
    case .cycle(let step): return try saveCycleForm(step, values, content)
    case .point(let point):
      let base = if let base = content.base { base } else { try document(point.seriesID) }
      return try changePoint(
        point.period, sequence: point.sequence, text: values["value"] ?? "",
        note: values["note"] ?? "", leftOut: values["leftOut"] ?? "", in: base)
    case .decision(let project):
      return try decide(
        values["what"] ?? "", who: values["who"] ?? "", due: values["due"] ?? "",
        about: project)
    case .definition(let measureID):
      let base = if let base = content.base { base } else { try document(measureID) }
      return try defineAnew(
        from: values["from"] ?? "", definition: values["definition"] ?? "",
        reason: values["reason"] ?? "", in: base)
    case .driver(let driver): return try saveDriver(values, driver)
    case .projectEntry(let entry): return try saveProjectEntry(values, entry, content)
    case .score(let projectID): return try saveScore(values, of: projectID, content)
    case .snooze(let siteID): return try saveSnooze(values, at: siteID)
    case .commons(let subject): return try saveCommonsForm(subject, values)
    case .resource(let step): return try saveResourceForm(step, values, content)
    case .fulfil(let needID): return try fulfil(needID, Help(typed: values))
    }
  }

  /// A note about a note is its answer, and about what that one is about.
  private func answering(
    _ values: [String: String], _ type: DocumentType
  ) throws(CollaborationError) -> [String: String] {
    guard type == .note, values["target.type"] == DocumentType.note.rawValue,
      let id = values["target.id"]
    else { return values }
    let question = Note(try document(id).tree)
    var values = values
    values["replyTo"] = id
    values["target.type"] = question.targetType?.rawValue
    values["target.id"] = question.targetId
    values["to"] = addressee(of: question)?.string
    return values
  }

  /// The filled fields in the order of their paths, so that records are made one after another.
  private func typed(_ values: [String: String]) -> [Assignment] {
    values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
      Assignment($0.key, $0.value)
    }
  }

  /// Only what was changed in the form is assigned, so that a field of the document that the form
  /// does not show, or that nobody touched, keeps its bytes.
  func saveEdited(
    _ values: [String: String], _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    guard let base = content.base, let type = DocumentType(rawValue: base.type) else {
      return try add(.note)
    }
    var changed: [Assignment] = []
    let tree = visible(base)
    for field in type.fields(of: tree).map(\.field) {
      let path = field.path.description
      let before = editText(tree[field.path], as: field.kind)
      guard let now = values[path], now != before else { continue }
      changed.append(Assignment(path, now))
    }
    var start = base.tree
    let chosen = chosen(values)
    for choice in chosen {
      let document = StoredDocument(
        id: base.id, type: base.type, tree: start, revision: base.revision, place: base.place)
      start = choosing(version: choice.version, of: choice.path, in: document)
    }
    let edited = try assigning(changed, to: start, type)
    return try save(
      withoutEmptyRecords(edited, type), over: base, choosing: chosen.map { JSONPath($0.path) })
  }

  /// A record whose every field was cleared is gone.
  private func withoutEmptyRecords(_ tree: JSON, _ type: DocumentType) -> JSON {
    var tree = tree
    for field in type.table.fields {
      guard case .records = field.kind, let records = tree[field.path]?.array else { continue }
      let kept = records.filter { $0.object?.isEmpty != true }
      if kept.count < records.count { tree[field.path] = kept.isEmpty ? nil : .array(kept) }
    }
    return tree
  }

  private func logNumber(
    _ seriesID: String, _ values: [String: String]
  ) throws(CollaborationError) -> Outcome {
    let series = try seriesPlace(seriesID)
    let note = values["note"] ?? ""
    let logged = try log(
      ObservationEntry(
        measure: series.measure, site: series.site, period: values["period"] ?? "",
        text: values["value"] ?? "", note: note.isEmpty ? nil : note))
    return Outcome(
      id: logged.seriesID, revision: logged.revision, words: logged.words,
      hasChanged: logged.hasChanged)
  }

  /// The words of an error, beside the fields it is about.
  private func refusal(_ error: CollaborationError, in operation: Operation) -> Refusal {
    if case .entriesRefused(let problems) = error {
      return Refusal(
        words: "Nothing was saved: see the marked cells.", fields: problems.mapValues(\.words))
    }
    guard case .saveForm(let subject, let values, _) = operation else {
      return Refusal(words: error.words, isTrouble: error.isTrouble)
    }
    if case .wouldShare(_, let visibility, let reminders) = error {
      return Self.refusal(reminders, for: visibility, subject, values)
    }
    var fields: [String: String] = [:]
    switch error {
    case .invalid(_, let findings):
      for finding in findings {
        fields[subject.formID(of: finding.path.description)] = "\(finding.problem)"
      }
    case .unreadableValue(let field, _, let problem):
      fields[subject.formID(of: field.path.description)] = "\(problem)"
    case .automaticField(let field), .notAList(let field):
      fields[subject.formID(of: field.path.description)] = error.words
    case .noSuchEntry(let field, _):
      fields[subject.formID(of: field.path.description)] = error.words
    case .circularReference(let field):
      fields[subject.formID(of: field.path.description)] =
        "leads back to this one, by itself or by what follows it; choose another"
    case .ambiguous(let text, _), .noSuchDocument(let text, _, _):
      for (field, value) in values where subject.names(text, in: field, value) {
        fields[field] = error.words
      }
    case .brokenReference(let field, _, _): fields[subject.formID(of: field)] = error.words
    case .driverTree(_, let field), .roster(_, let field): fields[field] = error.words
    case .reasonTells, .noReasonToShare: fields[FormState.reasonField] = error.words
    case .unreadablePeriod: fields["period"] = error.words
    case .notLater(_, let field): fields[field] = error.words
    case .unreadableObservation: fields["value"] = error.words
    default: break
    }
    if subject.isNewCycle { fields = NewCycleValues(values).originalPaths(of: fields) }
    return Refusal(
      words: fields.isEmpty ? error.words : "Not saved: see the marked field.", fields: fields,
      isTrouble: error.isTrouble)
  }
}

extension CollaborationError {
  /// Whether the same may succeed later as it is.
  fileprivate var isTrouble: Bool {
    guard case .store(let error) = self else { return false }
    return switch error {
    case .noSpace, .sizeLimit, .readOnly, .notPermitted, .io, .braked, .otherComputer,
      .newerFormat, .notThere, .notReadable:
      true
    default: false
    }
  }
}

extension FormSubject {
  /// Whether a field that refers to documents names one of them by this text.
  fileprivate func names(_ text: String, in field: String, _ value: String) -> Bool {
    let type: DocumentType? =
      switch self {
      case .add(let type, _): type
      case .edit(let target): target.type
      case .cycle: .cycle
      default: nil
      }
    if let type, let kind = (try? type.table.field(at: JSONPath(field).description))?.kind {
      switch kind {
      case .reference, .anyReference, .author, .list(.reference), .list(.anyReference): break
      default: return false
      }
    }
    return value.split(separator: ",").contains { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text
    }
  }

  /// The form's name for a field of the document: some forms show one entry of a list.
  func formID(of path: String) -> String {
    switch self {
    case .roster, .phase, .definition, .driver, .projectEntry, .score, .decision, .snooze:
      path.split(separator: ".").last.map(String.init) ?? path
    // What was seen is asked for in one field, wherever it will stand.
    case .cycle(let step) where step.form == .observation: "text"
    case .resource where path == "derivedFrom.0.whatChanged": "whatChanged"
    case .add, .edit, .log, .cycle, .point, .commons, .resource, .fulfil: path
    }
  }
}
