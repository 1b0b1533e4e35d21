extension CommandTable {
  /// What is said of single points, and how a measure is defined.
  static let points: [Command] = [
    Command(
      "chart.edit", "edit point", help: "Change the number under the cursor, or leave it out.",
      group: .change, contexts: [.chart], keys: ["e"], aliases: ["edit number"]
    ) { $0.openPointForm(forNote: false) }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoPoint),
    Command(
      "chart.note", "note on point",
      help: "Note beside the number under the cursor what others should know.", group: .change,
      contexts: [.chart], keys: ["N"], aliases: ["annotate"], hint: "note on point"
    ) { $0.openPointForm(forNote: true) }
    .denied(by: Model.whyNot(.series)).blocked(by: Model.whyNoPoint),
    Command(
      "chart.define", "define anew",
      help: "Give the measure a newer definition, which begins a phase in its charts.",
      group: .change, contexts: [.chart], keys: ["D"]
    ) { $0.openDefinitionForm() }
    .denied(by: Model.whyNot(.measure)).blocked(by: Model.whyNoMeasure),
    Command(
      "measure.define", "define anew",
      help: "Give the measure a newer definition, which begins a phase in its charts.",
      group: .change, contexts: [.list], sections: [.measures], keys: ["D"],
      aliases: ["definition"]
    ) { $0.openDefinitionForm() }
    .denied(by: Model.whyNot(.measure)).blocked(by: Model.whyNoMeasure),
    Command(
      "page.define", "define anew",
      help: "Give the measure a newer definition, which begins a phase in its charts.",
      group: .change, contexts: [.page], documents: [.measure, .series], keys: ["D"]
    ) { $0.openDefinitionForm() }
    .denied(by: Model.whyNot(.measure)).blocked(by: Model.whyNoMeasure),
  ]
}
