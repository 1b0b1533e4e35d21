import JSONTree

/// The fields of a site: a place, or a part of one, where care happens.
enum SiteTable {
  static let table = DocumentTable(
    .site, title: "name",
    [
      Field(
        "name", .text, "Name", "e.g. Riverside Hospital", [.listed, .quick, .searchable],
        required: .always),
      Field(
        "code", .code, "Code", "Short, to type instead of the name, e.g. riverside.",
        [.listed, .quick, .searchable], required: .always),
      Field(
        "kind", SiteKind.kind, "Kind", "What sort of place it is, e.g. hospital.",
        [.listed, .quick], required: .always),
      Field(
        "parentSite", .reference(.site), "Part of",
        "The larger site it belongs to, e.g. a ward's hospital.", .listed),
      Field("region", .text, "Region", "e.g. North", [.listed, .searchable]),
      Field("cohort", .text, "Cohort", "The group it joined with, e.g. 2025 spring.", .listed),
      Field("joined", .date, "Joined", "The day it joined the network.", .listed),
      Field("left", .date, "Left", "The day it left, if it did."),
      Field("coachIds", .list(.reference(.member)), "Coaches", "Who coaches its teams."),
      Field(
        "accountableOwner", .reference(.member), "Accountable owner",
        "Who answers for this site and for all that lies within it."),
      Field(
        "dataUseAgreement.reference", .text, "Data-use agreement",
        "Where the agreement is filed, e.g. DUA 2025-014."),
      Field(
        "dataUseAgreement.expiry", .date, "Agreement expires", "The last day it is valid."),
      Field(
        "reportingDay", .integer, "Reporting day",
        "The day of the month by which last month's numbers are due, e.g. 10."),
      Field(
        "contextNotes", .longText, "Context",
        "What others should know before they copy from you, e.g. 320 beds, two theatres.",
        .searchable),
    ])
}
