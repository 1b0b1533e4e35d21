import Collaborative
import Improvement
import JSONTree
import Widgets

extension QuickForm {
  /// A cycle in four fields: what is to be learnt, what is expected, what is tried, and when.
  static func ofCycle(isFirst: Bool, with more: [String] = []) -> QuickForm {
    QuickForm(
      fields: DocumentType.cycle.table.quickFields.map(\.path.description) + more,
      assumed: ["project", "site", "plan.predictions.0.measure"], isFirst: isFirst)
  }
}

extension Collaboration {
  /// A new cycle in four fields; project, site and measure come from where the person stands, else
  /// from their last cycle.
  func newCycleForm(_ preset: [String: String]) throws(CollaborationError) -> FormContent {
    var tree: JSON = [:]
    for (path, text) in preset.sorted(by: { $0.key < $1.key })
    where path != FormSubject.presetMeasure {
      tree[JSONPath(path)] = .string(text)
    }
    try assumePlace(in: &tree, measure: preset[FormSubject.presetMeasure])
    return try formForCycle(tree, title: "New PDSA cycle")
  }

  /// A form for a cycle that is not there yet but partly known.
  ///
  /// - Parameters:
  ///   - placeholders: what stands in an empty field, such as what was expected last time.
  ///   - more: fields of the short face beside the four.
  func formForCycle(
    _ given: JSON, title: String, placeholders: [String: String] = [:], with more: [String] = [],
    advice: String? = nil
  ) throws(CollaborationError) -> FormContent {
    var tree = given
    tree["type"] = .string(DocumentType.cycle.rawValue)
    if tree["owner"] == nil { tree["owner"] = principal.memberID.map(JSON.string) }
    for field in DocumentType.cycle.table.fields where tree[field.path] == nil {
      if let initial = field.initial { tree[field.path] = initial.json }
    }
    let asked = DocumentType.cycle.fields(of: tree)
    var values: [String: String] = [:]
    for field in asked.map(\.field) {
      values[field.path.description] = editText(tree[field.path], as: field.kind)
    }
    // Without a project there is no cycle, so one that nobody knows is asked for.
    let project = Cycle(tree).project == nil ? ["project"] : []
    return FormContent(
      title: title,
      fields: asked.map { asked in
        var field = formField(asked)
        field.placeholder = placeholders[field.id] ?? ""
        return field
      }, values: values, choices: try choices(for: asked.map(\.field), of: tree),
      quick: .ofCycle(isFirst: true, with: project + more), advice: advice)
  }

  /// Project, site and measure as far as they follow from where the person stands, else from the
  /// last cycle they wrote.
  func assumePlace(in tree: inout JSON, measure: String?) throws(CollaborationError) {
    guard let me = principal.memberID else { return }
    var last: Cycle?
    let own = try ownCycles().filter { $0.createdBy == me }.sorted { $0.id < $1.id }
    if let project = tree["project"]?.string {
      last = own.last { $0.project == project }
    } else if let measure {
      let projects = try ownProjects().filter { $0.measureIds.contains(measure) }
      last = own.last { cycle in projects.contains { $0.id == cycle.project } }
      tree["project"] = (last?.project ?? projects.first?.id).map(JSON.string)
    }
    if tree["project"] == nil {
      last = own.last
      let known = if let id = last?.project { id } else { try ownProjects().first?.id }
      tree["project"] = known.map(JSON.string)
    }
    guard let id = tree["project"]?.string, let project = try? Project(document(id).tree) else {
      return
    }
    if tree["site"] == nil {
      let sites = project.siteIds
      let home = sites.first(where: principal.siteIDs.contains)
      let site = last?.site ?? home ?? (sites.count == 1 ? sites.first : nil)
      tree["site"] = site.map(JSON.string)
    }
    let usual = last?.predictions.compactMap(\.measure).first ?? project.aim.measure
    if let measure = measure ?? usual ?? project.measureIds.first, mayName(measure) {
      tree["plan.predictions" as JSONPath] = [["measure": .string(measure)]]
    }
  }

  /// Whether a document is there and may be read, so that a form can take it for granted.
  private func mayName(_ id: String) -> Bool { (try? document(id)) != nil }
}
