import Collaborative
import Improvement
import JSONTree
import Widgets

extension Collaboration {
  /// A note about something: the few fields that matter first, all others behind `^t`.
  ///
  /// A visit asks for what belongs to one; an answer for little more than its text.
  func noteForm(_ preset: [String: String]) throws(CollaborationError) -> FormContent {
    let kind = preset["kind"].flatMap(NoteKind.init(rawValue:))
    let isAnswer = preset["target.type"] == DocumentType.note.rawValue
    let asked = DocumentType.note.fields(of: ["actions": [[:], [:]]]).filter { Self.isOfNote($0) }
    let order = kind == .visit ? ["visit"] + Self.order.filter { $0 != "visit" } : Self.order
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let ordered = asked.enumerated().sorted { left, right in
      let (first, second) = (left.element.field.path.steps[0], right.element.field.path.steps[0])
      return (rank[first] ?? .max, left.offset) < (rank[second] ?? .max, right.offset)
    }.map(\.element)
    var values = preset
    for field in ordered.map(\.field) where values[field.path.description] == nil {
      guard let initial = field.initial else { continue }
      values[field.path.description] = FieldText.edit(initial.json, as: field.kind)
    }
    if kind == .visit { values["visit.date"] = clock.today.description }
    let about = preset["target.id"].map(name) ?? ""
    var content = FormContent(
      title: isAnswer
        ? "Answer to “\(about)”" : kind == .visit ? "Visit at \(about)" : "Note about \(about)",
      fields: ordered.map { noteField($0, isVisit: kind == .visit) }, values: values,
      choices: try choices(for: ordered.map(\.field), of: [:]))
    content.quick = QuickForm(
      fields: quickFields(kind, isAnswer: isAnswer), assumed: [], isFirst: true)
    return content
  }

  private func quickFields(_ kind: NoteKind?, isAnswer: Bool) -> [String] {
    let forCoaches = principal.role.looksAfterTeams ? ["concernLevel", "privateToCoaches"] : []
    if isAnswer { return ["body"] }
    guard kind == .visit else { return ["body", "kind"] + forCoaches }
    return [
      "visit.date", "visit.mode", "visit.minutes", "visit.attendees", "visit.focus", "body",
      "actions.0.what", "actions.0.who", "actions.0.due",
    ] + forCoaches
  }

  private func noteField(_ asked: AskedField, isVisit: Bool) -> FormField {
    var field = formField(asked)
    if field.id == "kind", case .choice(let choices) = field.input {
      // A suggestion names what to try, and a review is kept by M.
      field.input = .choice(
        choices.filter {
          $0.value != NoteKind.suggestion.rawValue && $0.value != NoteKind.review.rawValue
        })
    }
    if field.id == "body", isVisit {
      field.help = "What you saw and talked about; what was agreed stands below."
    }
    let steps = asked.field.path.steps
    if steps.first == "actions", steps.count == 3, let number = Int(steps[1]) {
      field.section = nil
      switch steps[2] {
      case "what": field.label = "Agreed \(number + 1)"
      case "who": field.label = "by whom"
      default: field.label = "by when"
      }
    }
    if field.id == "visit.attendees" { field.help = "Logins of those who took part: marta, kofi" }
    return field
  }

  /// What somebody writing a note is asked for, in this order.
  private static let order = [
    "body", "kind", "actions", "concernLevel", "privateToCoaches", "visit", "to", "visibility",
    "tags",
  ]

  private static func isOfNote(_ asked: AskedField) -> Bool {
    let steps = asked.field.path.steps
    return order.contains(steps.first ?? "") && steps.last != "done"
  }
}
