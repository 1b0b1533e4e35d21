import JSONTree

/// The fields of a need: what someone asks the network for.
enum NeedTable {
  static let table = DocumentTable(
    .need, title: "title",
    ExchangeFields.opening(
      title: "What do you need?", example: "e.g. A discharge leaflet in easy words")
      + [
        Field(
          "urgency", Urgency.kind, "How urgent?", "low, normal, high or urgent",
          [.listed, .quick], initial: "normal"),
        Field("neededBy", .date, "Needed by", "e.g. +2w", [.listed, .quick]),
      ] + ExchangeFields.closing)
}

/// What needs and offers have in common.
enum ExchangeFields {
  static func opening(title: String, example: String) -> [Field] {
    [
      Field("title", .text, title, example, [.listed, .quick, .searchable], required: .always),
      Field("detail", .longText, "Detail", "What one should know to help.", [.quick, .searchable]),
      Field(
        "category", SupportCategory.kind, "Category",
        "information, knowledge, know-how, supplies, people or support", [.listed, .quick],
        required: .always),
      Field("member", .reference(.member), "By", "Who says so.", .listed, required: .always),
      Field("site", .reference(.site), "Site", "From where.", .listed),
    ]
  }

  static let closing: [Field] = [
    Field("terms", .longText, "Terms", "e.g. Please give it back by June."),
    Field(
      "state", MatchState.kind, "State", "open, matched, fulfilled, withdrawn or expired", .listed,
      required: .always, initial: "open"),
    Field(
      "matches", .list(.anyReference), "Matches",
      "Needs, offers, resources or members that answer it."),
    Field("fulfilled.by", .reference(.member), "Fulfilled by", "Who helped."),
    Field("fulfilled.at", .date, "Fulfilled on", "The day."),
    Field("fulfilled.helpful", .integer, "How helpful?", "1, not at all, to 5, very."),
  ]
}
