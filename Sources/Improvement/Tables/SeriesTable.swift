import JSONTree

/// The fields of a series: one measure at one site, or one stratum of it.
enum SeriesTable {
  static let table = DocumentTable(
    .series, title: "id",
    [
      Field("site", .reference(.site), "Site", "Where it is measured.", .listed, required: .always),
      Field(
        "measure", .reference(.measure), "Measure", "What is measured.", .listed,
        required: .always),
      Field(
        "stratum", .code, "Stratum", "The group it is about, if not all, e.g. over-75.", .listed),
      Field(
        "target.value", .number, "Target", "Where the series shall come to, e.g. 1.5.", .listed),
      Field("target.from", .date, "Target since", "The day the target was set."),
      Field("baseline.from", .period, "Baseline from", "The first period, e.g. 2025-01."),
      Field("baseline.to", .period, "Baseline to", "The last period, e.g. 2025-12."),
      Field(
        "baseline.frozen", .boolean, "Baseline frozen",
        "Whether later points are held against the baseline's limits."),
      Field(
        "phases",
        .records(
          [
            Field(
              "starts", .period, "Starts", "The first period of the phase.", required: .always),
            Field(
              "reason", .text, "Reason", "The known cause, e.g. Bundle in use on all wards",
              .searchable, required: .always),
            Field("author", .reference(.member), "Accepted by", "Who decided it."),
            Field("on", .date, "Accepted on", "The day it was decided."),
          ], keyedBy: "starts"), "Phases",
        "Where the limits begin anew, by decision and with a reason."),
      Field(
        "points", .records(pointFields, keyedBy: "period"), "Points", "The numbers, by period.",
        .undivided),
    ])

  private static let pointFields: [Field] = [
    Field("period", .period, "Period", "e.g. 2026-03", required: .always),
    Field("sequence", .integer, "Sequence", "Which one, where several fall on one period."),
    Field(
      "status", PointStatus.kind, "Status", "reported, missing, no-opportunity, not-due or hidden"),
    Field("value", .number, "Value", "e.g. 3.2"),
    Field("numerator", .number, "Numerator", "e.g. 2"),
    Field("denominator", .number, "Denominator", "e.g. 118"),
    Field("values", .list(.number), "Values", "The single values of a subgroup."),
    Field("quality", PointQuality.kind, "Quality", "final, provisional or estimated"),
    Field(
      "leftOut.reason", .text, "Left out because", "Why the point does not count.",
      required: .when(.isFilled("leftOut"))),
    Field("leftOut.by", .reference(.member), "Left out by", "Who decided it."),
    Field("note", .text, "Note", "e.g. New theatre opened", .searchable),
    Field("entered.at", .timestamp, "Entered at", "When it was typed.", .automatic),
    Field("entered.by", .author, "Entered by", "Who typed it.", .automatic),
    Field("entered.for", .reference(.member), "Entered for", "On whose behalf."),
    Field("source", .text, "Source", "Where it came from, e.g. a file's name."),
  ]
}
