import Collaborative
import DocumentStore
import Improvement
import Widgets

extension Collaboration {
  /// The words of a driver or a change idea, and what it serves.
  func driverForm(_ subject: DriverSubject) throws(CollaborationError) -> FormContent {
    let document = try editable(subject.projectID)
    let tree = DriverTree(Project(document.tree))
    let entry = subject.id.flatMap { tree.entry($0) }
    if subject.id != nil, entry == nil { throw .driverTree(.notThere, field: "text") }
    let parent = entry.flatMap { tree.index(of: $0.id) }.flatMap { tree.parent(at: $0) }
      .map { tree.entries[$0].id }
    var fields = [
      FormField(
        id: "text", label: "In a few words",
        help: "What must change for the aim, or what could be tried.", isRequired: true)
    ]
    var values = [
      "text": entry?.text ?? subject.text,
      "parent": (entry == nil ? subject.parent : parent) ?? Self.aimChoice,
    ]
    if entry == nil {
      fields.append(
        FormField(
          id: "kind", label: "What is it?", help: "An idea is tested by cycles.",
          input: .choice([
            FormField.Choice("driver", "A driver: what must change"),
            FormField.Choice("idea", "A change idea: what could be tried"),
          ])))
      values["kind"] = isIdeaMeant(subject, tree) ? "idea" : "driver"
    }
    fields.append(
      FormField(
        id: "parent", label: "It serves", help: "The aim, or the driver it stands under.",
        input: .picker(title: "It serves")))
    let drivers = tree.entries.filter { $0.kind == .driver }.map { driver in
      FormField.Choice(
        driver.id, String(repeating: "  ", count: driver.depth + 1) + driver.text)
    }
    return FormContent(
      title: "\(entry == nil ? "New in the diagram" : "In the diagram"): \(title(of: document))",
      fields: fields, values: values,
      choices: ["parent": [FormField.Choice(Self.aimChoice, "The aim")] + drivers], base: document)
  }

  private static var aimChoice: String { "aim" }

  /// Under a tertiary driver there is room for ideas only.
  private func isIdeaMeant(_ subject: DriverSubject, _ tree: DriverTree) -> Bool {
    let depth = subject.parent.flatMap { tree.entry($0)?.depth } ?? 0
    return subject.kind == .idea || depth + 1 >= DriverTree.levels
  }

  /// The steps that a filled form comes to: new words, a new place, or both at once.
  func saveDriver(
    _ values: [String: String], _ subject: DriverSubject
  ) throws(CollaborationError) -> Outcome {
    let typed = try read(values["text"] ?? "", as: field("drivers.0.text", of: .project))
    let text = typed?.string ?? ""
    let chosen = values["parent"] ?? Self.aimChoice
    let parent = chosen == Self.aimChoice ? nil : chosen
    let tree = DriverTree(Project(try document(subject.projectID).tree))
    func above(_ id: String) -> String? {
      tree.index(of: id).flatMap { tree.parent(at: $0) }.map { tree.entries[$0].id }
    }
    guard let id = subject.id else {
      let kind: DriverTree.Kind = values["kind"] == "idea" ? .idea : .driver
      let new = String(ULID().text.suffix(10))
      if let selected = subject.selected, tree.entry(selected)?.kind == kind,
        above(selected) == parent, kind == .driver || parent != nil
      {
        return try rearrange(
          subject.projectID, [.addBeside(kind, id: new, text: text, beside: selected)])
      }
      return try rearrange(
        subject.projectID, [.add(kind, id: new, text: text, under: parent)])
    }
    var steps: [DriverStep] = []
    if tree.entry(id)?.text != text { steps.append(.reword(id, text: text)) }
    if above(id) != parent { steps.append(.place(id, under: parent)) }
    return try rearrange(subject.projectID, steps)
  }
}
