import Improvement
import JSONTree
import Widgets

extension DocumentType {
  /// The fields a form asks for, in reading order; a new document is asked for what matters first.
  func formFields(isNew: Bool) -> [Field] {
    let table = table
    let own = table.fields.filter { $0.isOfForm }
    guard isNew else { return own.flatMap(\.asTyped) }
    let quick = table.quickFields
    let required = own.filter { field in
      field.isAlwaysRequired && !quick.contains { $0.path == field.path }
    }
    let framing = own.filter {
      ["site", "owner", "plannedEnd", "visibility"].contains($0.path.description)
    }
    .filter { field in !required.contains { $0.path == field.path } }
    return quick + required + framing
  }
}

extension Field {
  /// Whether a person types it; ids, times and what huddle sets are not asked for.
  var isOfForm: Bool {
    !isAutomatic && !["id", "type", "schema", "created"].contains(path.steps.first ?? "")
  }

  /// A list of records is typed record by record, the first one in the form.
  var asTyped: [Field] {
    guard case .records(let inner, _) = kind else { return [self] }
    return inner.filter { !$0.isAutomatic }.compactMap { field in
      if case .records = field.kind { return nil }
      return Field(
        JSONPath(path.steps + ["0"] + field.path.steps), field.kind, "\(label): \(field.label)",
        field.help, field.traits, required: .never, initial: field.initial, unit: field.unit,
        since: field.since)
    }
  }

  /// The kind of editor that fits what the field holds.
  var formInput: FormField.Input {
    switch kind {
    case .longText: .longText
    case .list(.longText): .list
    case .choice(let choices): .choice(choices.map { FormField.Choice($0.value, $0.label) })
    case .boolean: .boolean
    case .reference: .picker(title: "choose")
    default: .text
    }
  }

  /// Whether a form can't be saved without it: a title follows from the objective, a field of a
  /// record is wanted only where there is a record, and a starting value is an answer.
  var isAskedFor: Bool {
    isAlwaysRequired && initial == nil && path != "title"
      && path.steps.allSatisfy { Int($0) == nil }
  }
}
