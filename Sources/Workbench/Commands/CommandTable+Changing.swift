import Improvement

extension CommandTable {
  static let changing: [Command] = adding + arranging + editing

  private static let adding: [Command] = [
    Command(
      "cycle.add", "log cycle", help: "Plan or record a PDSA cycle.", group: .change,
      contexts: [.list], sections: [.cycles, .projects, .today], keys: ["a"],
      aliases: ["add", "add cycle"], hint: "log cycle"
    ) { $0.openAddCycle() }
    .denied(by: Model.whyNotAdd(.cycle)),
    Command(
      "project.add", "add project", help: "Begin an improvement project.", group: .change,
      contexts: [.list], sections: [.projects], keys: ["A"], aliases: ["add project"],
      hint: "add project"
    ) { $0.openForm(.add(.project, preset: [:])) }
    .denied(by: Model.whyNotAdd(.project)),
    Command(
      "measure.add", "add measure", help: "Define what is measured.", group: .change,
      contexts: [.list], sections: [.measures], keys: ["A"], aliases: ["add measure"],
      hint: "add measure"
    ) { $0.openForm(.add(.measure, preset: [:])) }
    .denied(by: Model.whyNotAdd(.measure)),
    Command(
      "resource.add", "share", help: "Share a change idea, a tool, a story.", group: .change,
      contexts: [.list], sections: [.commons], keys: ["a"], aliases: ["add resource"],
      hint: "share"
    ) { $0.openForm(.add(.resource, preset: [:])) }
    .denied(by: Model.whyNotAdd(.resource)),
    Command(
      "need.add", "say what you need", help: "Ask the network for something.", group: .change,
      contexts: [.list], sections: [.commons], keys: ["A"], aliases: ["add need"], hint: "need"
    ) { $0.openForm(.add(.need, preset: [:])) }
    .denied(by: Model.whyNotAdd(.need)),
    Command(
      "offer.add", "say what you offer", help: "Offer the network something.", group: .change,
      contexts: [.list], sections: [.commons], keys: ["O"], aliases: ["add offer"]
    ) { $0.openForm(.add(.offer, preset: [:])) }
    .denied(by: Model.whyNotAdd(.offer)),
    Command(
      "site.add", "add site", help: "Add a place to the network.", group: .change,
      contexts: [.list], sections: [.portfolio], keys: ["A"], aliases: ["add site"],
      hint: "add site"
    ) { $0.openForm(.add(.site, preset: [:])) }
    .denied(by: Model.whyNotAdd(.site)),
    Command(
      "note.add", "ask or comment",
      help: "Write a note about what is open: a question, an answer, a comment.",
      group: .change, contexts: [.page], keys: ["a"], aliases: ["ask", "answer", "comment"],
      hint: "ask or answer"
    ) { $0.openNoteForm() }
    .denied(by: Model.whyNotAdd(.note)),
  ]

  private static let editing: [Command] = [
    Command(
      "edit", "edit", help: "Change the selected document in a form.", group: .change,
      contexts: [.list, .page], keys: ["e"], hint: "edit"
    ) { $0.openEditForm() }
    .denied(by: Model.whyNotThisOne).blocked(by: Model.whyNothingInQuestion),
    Command(
      "log", "log number", help: "Enter a number for a measure: 2/118, 3.2, na, ?.",
      group: .change, contexts: [.list], sections: [.measures, .today], keys: ["o"],
      hint: "log number"
    ) { $0.openLogForm() }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoSeries),
    Command(
      "chart.log", "log number", help: "Enter a number for this measure: 2/118, 3.2, na, ?.",
      group: .change, contexts: [.chart], keys: ["o"], hint: "log number"
    ) { $0.openLogForm() }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoSeries),
    Command(
      "chart.phase", "begin a phase",
      help: "Let the limits begin anew after a shift that lasted, with a reason.",
      group: .change, contexts: [.chart], keys: ["P"], aliases: ["phase"], hint: "begin a phase"
    ) { $0.openPhaseForm() }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoPhase),
    Command(
      "remove", "to the trash", help: "Move the selected document to the trash; u brings it back.",
      group: .change, contexts: [.list, .page], keys: ["d"]
    ) { $0.confirmRemoval() }
    .denied(by: Model.whyNotThisOne).blocked(by: Model.whyNothingToRemove),
    Command(
      "undo", "undo", help: "Take back your last change; what others changed since stays.",
      group: .change, keys: ["u"], aliases: ["restore"]
    ) { _ in [.perform(.undo)] }
    .denied(by: Model.whyNoWriting),
    Command(
      "redo", "redo", help: "Do again what you took back last.", group: .change, keys: ["^r"]
    ) { _ in [.perform(.redo)] }
    .denied(by: Model.whyNoWriting),
  ]

  static let forms: [Command] = [
    Command(
      "form.save", "save", help: "Save the form.", group: .form, contexts: [.form], keys: ["^s"],
      hint: "save"
    ) { $0.saveForm() },
    Command(
      "form.leave", "leave", help: "Leave the form; what was typed is kept as a draft.",
      group: .form, contexts: [.form], keys: ["Esc"], hint: "leave, keeping a draft"
    ) { $0.leaveForm() },
    Command(
      "form.switch", "more or fewer fields",
      help: "Show all fields of the form, or only those that matter first; no text is lost.",
      group: .form, contexts: [.form], keys: ["^t"], hint: "more fields"
    ) { $0.switchForm() }
    .blocked(by: Model.whyNoOtherForm),
    Command(
      "form.discard", "discard", help: "Leave the form and throw away what was typed.",
      group: .form, contexts: [.form], keys: ["^x"], hint: "discard"
    ) { $0.discardForm() },
  ]
}
