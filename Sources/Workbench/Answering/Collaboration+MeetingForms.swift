import Collaborative
import DocumentStore
import Improvement
import Widgets

extension Collaboration {
  /// What is decided or agreed; the project's own team stands first among who may do it.
  func decisionForm(_ projectID: String) throws(CollaborationError) -> FormContent {
    let project = Project(try document(projectID).tree)
    let team = Set(
      project.roster.filter { $0.isHeld(on: clock.today) }.map(\.member))
    let members = try references(to: .member)
    return FormContent(
      title: "Decision or action: \(project.name)",
      fields: [
        FormField(
          id: "what", label: "What was decided or agreed",
          help: "With who or by when it is an action, else a decision.", isRequired: true),
        FormField(
          id: "who", label: "Who does it", help: "Empty for a decision.",
          input: .picker(title: "choose")),
        FormField(id: "due", label: "By when", help: "e.g. fri, +2w, 2026-03-14"),
      ], values: ["what": "", "who": "", "due": ""],
      choices: [
        "who": members.filter { team.contains($0.value) }
          + members.filter { !team.contains($0.value) }
      ])
  }
}
