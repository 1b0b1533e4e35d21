import JSONTree

/// The fields of a resource in the commons.
enum ResourceTable {
  static let table = DocumentTable(.resource, title: "title", content + origin)

  private static let content: [Field] = [
    Field(
      "title", .text, "Title", "e.g. Warm blanket before theatre", [.listed, .quick, .searchable],
      required: .always),
    Field(
      "kind", ResourceKind.kind, "Kind", "What it is, e.g. a change idea.", [.listed, .quick],
      required: .always),
    Field(
      "plainSummary", .longText, "In plain words",
      "One or two sentences that anybody understands.", [.quick, .searchable]),
    Field("description", .longText, "Description", "All of it.", .searchable),
    Field(
      "drivers", .list(.text), "Drivers", "What it works on, e.g. Normal temperature.",
      [.listed, .searchable]),
    Field(
      "audience", .list(.text), "For whom", "e.g. theatre nurses, patients",
      [.listed, .searchable]),
    Field("language", .text, "Language", "e.g. en"),
    Field(
      "steps", .list(.longText), "Steps", "One a line, in the order they are taken.",
      [.quick, .searchable]),
    Field(
      "howToStartSmall", .longText, "How to start small",
      "e.g. One patient, tomorrow, with the blanket you have.", .searchable),
    Field("whatToAvoid", .longText, "What to avoid", "What went wrong elsewhere.", .searchable),
    Field(
      "evidence", EvidenceLevel.kind, "How well tried?",
      "an idea, tried once, repeated elsewhere or published",
      .listed, initial: "idea"),
    Field("citations", .list(.longText), "Citations", "One a line."),
    Field(
      "contextsTested", .list(.text), "Where it was tested", "e.g. day surgery, care home",
      .searchable),
    Field("items", .list(.reference(.resource)), "Items", "What a package is made of."),
    Field("attachments", .list(.text), "Attachments", "Files that belong to it."),
  ]

  private static let origin: [Field] = [
    Field("authors", .list(.reference(.member)), "Authors", "Who made it."),
    Field("site", .reference(.site), "Site", "Where it was made.", .listed),
    Field("version", .integer, "Version", "Counted from 1.", initial: 1),
    Field(
      "credits", .list(.text), "Thanks to",
      "Who else made it, outside this network; one a line, never dropped."),
    Field(
      "licence", .text, "Licence", Licence.help, initial: .text(Licence.attribution.rawValue)),
    Field(
      "derivedFrom",
      .records(
        [
          Field(
            "resource", .reference(.resource), "Made from", "The resource it grew out of.",
            required: .always),
          Field("version", .integer, "Version", "Which version of it."),
          Field("whatChanged", .longText, "What changed", "e.g. Words for children.", .searchable),
        ], keyedBy: "resource"), "Made from", "What it grew out of; authors keep the credit."),
    Field("supersedes", .reference(.resource), "Replaces", "The resource it replaces."),
    Field("review.by", .reference(.member), "Reviewed by", "Who read it before it was shared."),
    Field("review.date", .date, "Reviewed on", "The day of the review."),
    Field(
      "review.privacyChecked", .boolean, "Privacy checked",
      "Whether someone made sure that it names no patient."),
  ]
}
