import Collaborative
import Improvement
import Widgets

extension Collaboration {
  /// A new project: name, sites, problem and aim with its number and its day first, the whole charter
  /// on the other face.
  func newProjectForm(_ preset: [String: String]) throws(CollaborationError) -> FormContent {
    let type = DocumentType.project
    let asked = type.fields(of: [:])
    var values = preset
    for field in type.table.fields where values[field.path.description] == nil {
      guard field.isOfForm, let initial = field.initial else { continue }
      values[field.path.description] = FieldText.edit(initial.json, as: field.kind)
    }
    return FormContent(
      title: "New \(type.label)", fields: asked.map(formField), values: values,
      choices: try choices(for: asked.map(\.field), of: [:]),
      quick: QuickForm(
        fields: type.newFields.map(\.field.path.description), isFirst: true))
  }
}
