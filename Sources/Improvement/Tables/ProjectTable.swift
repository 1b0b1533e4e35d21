import JSONTree

/// The fields of an improvement project: its charter, team, drivers, milestones and scores.
enum ProjectTable {
  static let table = DocumentTable(.project, title: "name", charter + team + course)

  private static let charter: [Field] = [
    Field(
      "name", .text, "Name", "e.g. Warm patients, clean wounds", [.listed, .quick, .searchable],
      required: .always),
    Field(
      "sites", .list(.reference(.site)), "Sites",
      "Where it works; empty for the network's own infrastructure.", [.listed, .quick]),
    Field(
      "status", ProjectStatus.kind, "Status", "planned, active, paused, completed or stopped",
      .listed, required: .always, initial: "active"),
    Field(
      "problem", .longText, "What is the problem?",
      "e.g. 1 in 30 patients gets a wound infection after bowel surgery.", [.quick, .searchable]),
    Field("whyNow", .longText, "Why now?", "e.g. Two patients came back last month.", .searchable),
    Field(
      "aim.text", .longText, "Aim",
      "What, how much, for whom, by when, e.g. Halve wound infections by December.",
      [.quick, .searchable]),
    Field("aim.measure", .reference(.measure), "Aim's measure", "The measure that tells."),
    Field("aim.from", .number, "From", "Where it stands today, e.g. 3.3."),
    Field("aim.to", .number, "Aim's number", "The number it shall reach, e.g. 1.6.", .quick),
    Field("aim.by", .date, "Aim's day", "The day by which, e.g. 2026-12-31.", [.listed, .quick]),
    Field("aim.population", .text, "For whom", "e.g. Adults with planned bowel surgery"),
    Field("scope.in", .list(.longText), "In scope", "One a line, e.g. Planned surgery."),
    Field("scope.out", .list(.longText), "Out of scope", "One a line, e.g. Day cases."),
  ]

  private static let team: [Field] = [
    Field(
      "roster",
      .records(
        [
          Field("member", .reference(.member), "Member", "Who it is.", required: .always),
          Field("role", RosterRole.kind, "Role", "What this person does.", required: .always),
          Field("from", .date, "From", "Since when."),
          Field("to", .date, "To", "Until when."),
        ], keyedBy: nil), "Team",
      "Who does what; one person may hold several roles.")
  ]

  private static let course: [Field] = [
    Field(
      "drivers",
      .records(
        DriverFields.fields + [
          Field(
            "networkDriver", .text, "Network's driver",
            "The id of the network's driver that it serves.")
        ], keyedBy: "id"), "Drivers",
      "What must change for the aim to be reached, in two or three levels."),
    Field(
      "ideas",
      .records(
        [
          Field("id", .text, "Id", "Short and unique in this diagram, e.g. i1.", required: .always),
          Field("driver", .text, "Serves", "The id of the driver that it serves."),
          Field(
            "text", .text, "Change idea", "e.g. Warm blankets in the waiting area", .searchable,
            required: .always),
          Field("resource", .reference(.resource), "Taken from", "The shared idea it comes from."),
        ], keyedBy: "id"), "Change ideas", "What could be changed so that a driver moves."),
    Field("measures", .list(.reference(.measure)), "Measures", "What the project follows."),
    Field(
      "milestones",
      .records(
        [
          Field("what", .text, "What", "e.g. Baseline known", .searchable, required: .always),
          Field("due", .date, "Due", "e.g. +6w"),
          Field("done", .completion, "Done on", "The day it was reached."),
        ], keyedBy: nil), "Milestones", "What should be reached by when."),
    Field(
      "barriers",
      .records(
        [
          Field(
            "text", .text, "Barrier", "e.g. One blanket warmer for three wards", .searchable,
            required: .always),
          Field("mitigation", .text, "What helps", "e.g. A second warmer on loan", .searchable),
        ], keyedBy: nil), "Barriers", "What stands in the way, and what helps."),
    Field(
      "progress",
      .records(
        [
          Field("date", .date, "Date", "The day of the score.", required: .always),
          Field("kind", ProgressRater.kind, "Set by", "self or coach", required: .always),
          Field("rater", .reference(.member), "Rater", "Who set it."),
          Field(
            "score", .number, "Score", "0.5 to 5 in halves; each has its anchor.",
            required: .always),
          Field("why", .longText, "Why", "What you see that speaks for it."),
          Field("suggestion", .longText, "Suggestion", "What could come next."),
        ], keyedBy: nil), "Progress", "How far the team has come, by itself and by its coach."),
  ]
}
