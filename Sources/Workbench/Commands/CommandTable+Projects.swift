extension CommandTable {
  /// A project's driver diagram, and what else is known of its course.
  static let projects: [Command] = [
    Command(
      "diagram", "tree or diagram",
      help: "Show the project as a tree, or its drivers as a diagram from left to right.",
      group: .look, contexts: [.list], sections: [.projects], keys: ["v"], hint: "diagram"
    ) { $0.toggleDiagram() },
    Command(
      "diagram.left", "towards the aim", help: "Go to what a driver serves in the diagram.",
      group: .move, contexts: [.list], sections: [.projects], keys: ["Left", "h"]
    ) { $0.moveOnDiagram(.left) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the diagram" },
    Command(
      "diagram.right", "towards the ideas", help: "Go to what serves a driver in the diagram.",
      group: .move, contexts: [.list], sections: [.projects], keys: ["Right", "l"]
    ) { $0.moveOnDiagram(.right) }
    .blocked { $0.sectionState.isBoard ? nil : "v shows the diagram" },
  ]

  /// Building and rearranging a driver diagram.
  static let arranging: [Command] = [
    Command(
      "driver.add", "add driver or idea",
      help: "Add a driver or a change idea under the selected row.", group: .change,
      contexts: [.list], sections: [.projects], keys: ["+"], aliases: ["add driver", "add idea"],
      hint: "add driver"
    ) { $0.openDriverForm() }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoProjectRow),
    Command(
      "driver.edit", "edit", help: "Change the words or the place of a driver, or the document.",
      group: .change, contexts: [.list], sections: [.projects], keys: ["e"], hint: "edit"
    ) { $0.editProjectRow() }
    .denied(by: Model.whyNotThis).blocked(by: Model.whyNothingInQuestion),
    Command(
      "driver.indent", "indent", help: "Put a driver or an idea under the driver before it.",
      group: .change, contexts: [.list], sections: [.projects], keys: [">"], hint: "< J K move"
    ) { $0.rearrange { .indent($0) } }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoDriverRow),
    Command(
      "driver.outdent", "outdent", help: "Take a driver or an idea one level up.",
      group: .change, contexts: [.list], sections: [.projects], keys: ["<"]
    ) { $0.rearrange { .outdent($0) } }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoDriverRow),
    Command(
      "driver.down", "move down", help: "Move a driver or an idea behind the next one.",
      group: .change, contexts: [.list], sections: [.projects], keys: ["J"]
    ) { $0.rearrange { .down($0) } }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoDriverRow),
    Command(
      "driver.up", "move up", help: "Move a driver or an idea before the one above it.",
      group: .change, contexts: [.list], sections: [.projects], keys: ["K"]
    ) { $0.rearrange { .up($0) } }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoDriverRow),
    Command(
      "driver.remove", "remove",
      help: "Take a driver or an idea away, or move the document to the trash; u brings it back.",
      group: .change, contexts: [.list], sections: [.projects], keys: ["d"]
    ) { $0.removeProjectRow(together: false) }
    .denied(by: Model.whyNotThisProjectRow).blocked(by: Model.whyNothingToTakeAway),
    Command(
      "driver.remove.all", "remove with all below",
      help: "Take a driver away with everything under it; u brings it back.", group: .change,
      contexts: [.list], sections: [.projects], keys: ["D"]
    ) { $0.removeProjectRow(together: true) }
    .denied(by: Model.whyNot(.project)).blocked(by: Model.whyNoDriverRow),
  ]
}
