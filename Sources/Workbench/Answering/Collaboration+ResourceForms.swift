import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

/// Forms for what is made of a shared resource, and what becomes of what was typed into them.
extension Collaboration {
  func resourceForm(_ step: ResourceSubject) throws(CollaborationError) -> FormContent {
    let base = try editable(step.id)
    return switch step.form {
    case .adapt: try adaptForm(base)
    case .takeOn: try takeOnForm(base)
    }
  }

  func saveResourceForm(
    _ step: ResourceSubject, _ values: [String: String], _ content: FormContent
  ) throws(CollaborationError) -> Outcome {
    let base = if let base = content.base { base } else { try document(step.id) }
    switch step.form {
    case .adapt:
      // What nobody typed over is the parent's, to the byte.
      var texts: [String: String] = [:]
      for (path, text) in values where path != "whatChanged" {
        let field = try field(path, of: .resource)
        if text != editText(base.tree[field.path], as: field.kind) { texts[path] = text }
      }
      texts["visibility"] = values["visibility"]
      return try adapt(texts, whatChanged: values["whatChanged"] ?? "", from: base)
    case .takeOn:
      let project = values["project"] ?? ""
      return try takeOn(
        package: base.id,
        elements: elements(meant: values["elements"] ?? "", of: Resource(base.tree)),
        at: values["site"] ?? "", project: project.isEmpty ? nil : project)
    }
  }

  private func adaptForm(_ base: StoredDocument) throws(CollaborationError) -> FormContent {
    let parent = Resource(base.tree)
    var fields = [
      FormField(
        id: "whatChanged", label: "What did you change?",
        help: "e.g. Words for children. Others see it beside the link to the original.",
        isRequired: true, input: .longText)
    ]
    var values = ["whatChanged": ""]
    for path in [
      "title", "plainSummary", "steps", "howToStartSmall", "whatToAvoid", "audience", "licence",
      "visibility",
    ] {
      let field = try field(path, of: .resource)
      fields.append(formField(AskedField(field: field, section: nil)))
      values[path] = editText(base.tree[field.path], as: field.kind)
    }
    values["visibility"] = Visibility.network.rawValue
    // Two of one name are hard to tell apart in a list.
    if principal.siteIDs.count == 1 {
      values["title"] = "\(parent.title) at \(name(of: principal.siteIDs[0]))"
    }
    return FormContent(
      title: "Your version of: \(parent.title)", fields: fields, values: values, base: base,
      advice: "It starts as a copy and keeps a link to the original; its authors keep the credit.")
  }

  private func takeOnForm(_ base: StoredDocument) throws(CollaborationError) -> FormContent {
    let package = Resource(base.tree)
    guard !package.items.isEmpty else {
      throw .contribution(.noPackage(title: package.title))
    }
    let names = package.items.enumerated().map { "\($0.offset + 1) \(name(of: $0.element))" }
    let site = try field("site", of: .adoption)
    let project = try field("project", of: .adoption)
    var fields = [site, project].map { formField(AskedField(field: $0, section: nil)) }
    fields.insert(
      FormField(
        id: "elements", label: "Which elements?",
        help: "Numbers such as 1, 3; empty for all: \(names.joined(separator: ", "))"), at: 1)
    return FormContent(
      title: "Take on: \(package.title)", fields: fields,
      values: ["site": principal.siteIDs.first ?? "", "elements": "", "project": ""],
      choices: try choices(for: [site, project], of: [:]), base: base,
      advice: "Made of: \(names.joined(separator: "; ")).")
  }

  /// What a cycle taught as a resource, filled with what the cycle says already.
  func shareForm(
    _ cycle: Cycle, _ base: StoredDocument
  ) throws(CollaborationError) -> FormContent {
    let known = contribution(of: cycle)
    var fields: [FormField] = []
    var values: [String: String] = [:]
    for path in [
      "title", "kind", "plainSummary", "steps", "whatToAvoid", "contextsTested", "licence",
      "visibility",
    ] {
      var asked = formField(AskedField(field: try field(path, of: .resource), section: nil))
      if path == "plainSummary" { asked.isRequired = true }
      fields.append(asked)
      values[path] = known[path] ?? ""
    }
    let shared = cycle.sharedAsResource.map { "It was shared before, as “\(name(of: $0))”. " } ?? ""
    return FormContent(
      title: "For the commons: \(cycle.title)", fields: fields, values: values,
      focus: "plainSummary", base: base,
      advice: shared + "^s shares it with whom you choose below; the cycle keeps the link.")
  }
}
