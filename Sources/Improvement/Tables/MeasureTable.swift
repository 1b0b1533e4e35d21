import JSONTree

/// The fields of a measure: a definition, shared by all sites that report it.
enum MeasureTable {
  static let table = DocumentTable(
    .measure, title: "name",
    [
      Field(
        "name", .text, "Name", "e.g. Wound infections", [.listed, .quick, .searchable],
        required: .always),
      Field(
        "project", .reference(.project), "Project",
        "Empty when the measure belongs to the whole network."),
      Field(
        "kind", MeasureKind.kind, "Kind", "outcome, process, balancing or structure",
        [.listed, .quick], required: .always),
      Field(
        "operationalDefinition", .longText, "Operational definition",
        "So exact that two people count the same, e.g. Infection within 30 days, seen by a "
          + "clinician.", [.quick, .searchable]),
      Field(
        "numeratorDefinition", .longText, "What is counted", "e.g. Patients with a wound infection",
        .searchable),
      Field(
        "denominatorDefinition", .longText, "Out of what", "e.g. Patients operated on", .searchable),
      Field("unit", .text, "Unit", "e.g. %, minutes, falls", .listed),
      Field(
        "multiplier", .integer, "Per how many",
        "1, 100, 1000 or 10000, e.g. 1000 for falls per 1,000 bed days.", initial: 1),
      Field(
        "dataKind", DataKind.kind, "What one number is made of",
        "e.g. proportion for 2 of 118, continuous for 42.5 minutes.", [.listed, .quick],
        required: .always),
      Field(
        "chartType", ChartChoice.kind, "Chart", "Left empty, the one that fits the data.", .listed),
      Field(
        "direction", Direction.kind, "Which way is better?", "increase, decrease or neutral",
        [.listed, .quick], required: .always, initial: "neutral"),
      Field(
        "frequency", Frequency.kind, "How often", "day, week, month, quarter or event",
        [.listed, .quick], required: .always, initial: "month"),
      Field(
        "ruleSet", RuleSetChoice.kind, "Rules",
        "What counts as a signal; one set, agreed beforehand.", initial: "nhs"),
      Field("defaults.target", .number, "Target", "The usual target for a new series, e.g. 1.5."),
      Field(
        "defaults.baseline", .integer, "Baseline points",
        "How many points a new series takes as its baseline, e.g. 12."),
      Field(
        "definitionVersions",
        .records(
          [
            Field("from", .date, "From", "The day the definition changed.", required: .always),
            Field("definition", .longText, "Definition", "How it reads since.", required: .always),
            Field("reason", .text, "Why", "e.g. National definition changed"),
          ], keyedBy: "from"), "Versions of the definition",
        "A new definition begins a new phase in every chart."),
    ])
}
