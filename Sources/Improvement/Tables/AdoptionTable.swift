import JSONTree

/// The fields of a try-out: one site with one resource.
enum AdoptionTable {
  static let table = DocumentTable(
    .adoption, title: "id",
    [
      Field(
        "resource", .reference(.resource), "Resource", "What is tried.", [.listed, .quick],
        required: .always),
      Field("version", .integer, "Version", "Which version of it."),
      Field(
        "package", .reference(.resource), "Part of package",
        "The package it was taken from, in whole or in part."),
      Field(
        "site", .reference(.site), "Site", "Where it is tried.", [.listed, .quick],
        required: .always),
      Field("project", .reference(.project), "Project", "The project it is part of.", .listed),
      Field(
        "stage", AdoptionStage.kind, "How far?", "How far the site has come.", [.listed, .quick],
        required: .always, initial: "considering"),
      Field(
        "history",
        .records(
          [
            Field("stage", AdoptionStage.kind, "Stage", "Which stage.", required: .always),
            Field("at", .date, "On", "The day it was reached.", required: .always),
            Field("by", .reference(.member), "By", "Who noted it."),
          ], keyedBy: nil), "History", "When each stage was reached."),
      Field(
        "cycles", .list(.reference(.cycle)), "Cycles",
        "The cycles that began it; later ones follow."
      ),
      Field("learntFrom.site", .reference(.site), "Learnt from site", "Which site showed you."),
      Field("learntFrom.member", .reference(.member), "Learnt from", "Who showed you."),
      Field(
        "learntFrom.event", .text, "Learnt at", "e.g. Learning session 2", .searchable),
      Field(
        "whatWasAdapted", .longText, "What was adapted?", "e.g. Two blankets for elderly patients.",
        .searchable),
      Field(
        "fidelity", .text, "How true to the original?", "e.g. 4 of 5 steps as described"),
      Field(
        "reliabilityMeasure", .reference(.measure), "Reliability measure",
        "The measure that shows how reliably it is done."),
      Field(
        "reasonStopped", .longText, "Why was it stopped?",
        "What others can learn from it, e.g. No one to fill the warmer at night.", .searchable,
        required: .when(.isOneOf("stage", ["abandoned"]))),
    ])
}
