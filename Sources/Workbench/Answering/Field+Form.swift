import Improvement
import JSONTree
import Widgets

/// A field of a document as a form asks for it, with the heading it stands under.
struct AskedField {
  var field: Field
  var section: String?
}

extension DocumentType {
  /// What a form for a new document asks for: what matters first, then what can't be left out.
  var newFields: [AskedField] {
    let own = table.fields.filter(\.isOfForm)
    let quick = table.quickFields
    func isNew(_ field: Field) -> Bool { !quick.contains { $0.path == field.path } }
    // What is new is open.
    let required = own.filter { $0.isAlwaysRequired && isNew($0) && $0.path != "state" }
    let framing = own.filter { field in
      ["site", "owner", "plannedEnd", "licence", "visibility"].contains(field.path.description)
        && isNew(field) && !required.contains { $0.path == field.path }
    }
    return (quick + required + framing).map { AskedField(field: $0, section: nil) }
  }

  /// What a form for a document asks for: every field in reading order, every record of its lists,
  /// and one record more of each.
  func fields(of tree: JSON) -> [AskedField] {
    var asked: [AskedField] = []
    var section: String?
    func ask(_ field: Field, under heading: String?) {
      asked.append(AskedField(field: field, section: heading == section ? nil : heading))
      section = heading
    }
    for field in table.fields where field.isOfForm {
      guard case .records(let inner, _) = field.kind else {
        ask(field, under: field.formSection)
        continue
      }
      let count = tree[field.path]?.array?.count ?? 0
      // A series' numbers are entered one by one, not all in one form.
      if self == .series, field.path == "points" { continue }
      for index in 0...count {
        let heading = index < count ? "\(field.label) \(index + 1)" : "\(field.label): one more"
        for part in inner where part.isTyped {
          ask(part.placed(at: index, in: field), under: heading)
        }
      }
    }
    return asked
  }
}

extension Field {
  /// Whether a person types it; ids, times and what huddle sets are not asked for.
  var isOfForm: Bool {
    !isAutomatic && kind != .anyReference && kind != .author
      && !["id", "type", "schema", "created", "clonedFrom"].contains(path.steps.first ?? "")
  }

  /// Whether a part of a record is typed; a list within a list is not.
  fileprivate var isTyped: Bool {
    if case .records = kind { return false }
    return !isAutomatic && kind != .timestamp && kind != .author
  }

  fileprivate func placed(at index: Int, in list: Field) -> Field {
    Field(
      JSONPath(list.path.steps + [String(index)] + path.steps), kind, label, help, traits,
      required: .never, initial: initial, unit: unit, since: since)
  }

  /// The stage of the method, or the group, that a field belongs to.
  fileprivate var formSection: String? {
    switch path.steps.first ?? "" {
    case "visibility", "tags": "About this document"
    case let step where path.steps.count > 1 && Self.stages.contains(step):
      step.prefix(1).uppercased() + step.dropFirst()
    default: nil
    }
  }

  private static let stages: Set<String> = ["plan", "do", "study", "act"]

  /// The kind of editor that fits what the field holds.
  var formInput: FormField.Input {
    switch kind {
    case .longText: .longText
    case .list(.longText): .list
    case .choice(let choices): .choice(choices.map { FormField.Choice($0.value, $0.label) })
    case .boolean: .boolean
    case .reference: .picker(title: "choose")
    case .text where path == "driver": .picker(title: "choose")
    case .text where path == "licence":
      .choice(
        Licence.allCases.map {
          FormField.Choice($0.rawValue, "\($0.rawValue): \($0.meaning)")
        })
    default: .text
    }
  }

  /// Whether a form can't be saved without it: a cycle's title follows from its objective, a field
  /// of a record is wanted only where there is a record, and a starting value is an answer.
  var isAskedFor: Bool {
    isAlwaysRequired && initial == nil && !isDerived
      && path.steps.allSatisfy { Int($0) == nil }
  }
}

extension CycleStage {
  /// The field that a cycle in this stage is opened for.
  var firstField: String {
    switch self {
    case .plan: "plan.objective"
    case .do: "do.carriedOutAsPlanned"
    case .study: "study.summary"
    case .act, .closed: "act.decision"
    }
  }
}
