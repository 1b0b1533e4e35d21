import JSONTree

/// The fields of the network itself.
enum NetworkTable {
  static let table = DocumentTable(
    .network, title: "name",
    [
      Field(
        "name", .text, "Name", "e.g. Safer Surgery Network", [.listed, .quick, .searchable],
        required: .always),
      Field(
        "purpose", .longText, "Purpose", "What it is there for, in a sentence or two.",
        [.quick, .searchable]),
      Field(
        "aim", .longText, "Aim",
        "What will be better, by how much and by when, e.g. Halve infections by December 2027.",
        [.quick, .searchable]),
      Field(
        "drivers", .records(DriverFields.fields, keyedBy: "id"), "Drivers",
        "What all sites work on to reach the aim."),
      Field(
        "measures", .list(.reference(.measure)), "Measures", "What all sites report."),
      Field(
        "seasons",
        .records(
          [
            Field("name", .text, "Name", "e.g. Action period 2", required: .always),
            Field("kind", SeasonKind.kind, "Kind", "learning-session or action-period"),
            Field("from", .date, "From", "The first day.", required: .always),
            Field("to", .date, "To", "The last day.", required: .always),
          ], keyedBy: "name"), "Seasons", "Learning sessions and the action periods between them."),
      Field(
        "changePackages", .list(.reference(.resource)), "Change packages",
        "The packages of ideas that the network recommends."),
      Field(
        "smallestCount", .integer, "Smallest public count",
        "Counts below it are hidden in public copies; 11 unless the network decides otherwise.",
        initial: 11),
      Field(
        "ratingScales", .list(.text), "Rating scales", "The scales in use, e.g. progress 0.5–5."),
    ])
}

/// The fields of a driver, in a project's diagram or the network's.
enum DriverFields {
  static let fields: [Field] = [
    Field("id", .text, "Id", "Short and unique in this diagram, e.g. d1.", required: .always),
    Field("parent", .text, "Part of", "The id of the driver above; empty for a primary driver."),
    Field("level", .integer, "Level", "1 for primary, 2 for secondary, 3 for tertiary."),
    Field(
      "text", .text, "Driver", "e.g. Normal temperature before, during and after surgery",
      .searchable, required: .always),
  ]
}
