import JSONTree

/// The fields of a hypothesis about how the network itself works.
enum HypothesisTable {
  static let table = DocumentTable(
    .hypothesis, title: "ifWeChange",
    [
      Field(
        "because", .longText, "Because …",
        "The mechanism, e.g. Teams that are asked weekly test weekly.", [.quick, .searchable]),
      Field(
        "ifWeChange", .longText, "if we change …", "What of the network, e.g. A call every week.",
        [.listed, .quick, .searchable], required: .always),
      Field(
        "then.indicator", .longText, "then …", "What would show it, e.g. Cycles begun per month.",
        [.quick, .searchable]),
      Field("then.direction", Direction.kind, "Direction", "increase, decrease or neutral"),
      Field("then.byWhen", .date, "By", "By when it would show, e.g. +6m.", .listed),
      Field("forWhom", .text, "For whom", "e.g. Teams in their first year", .searchable),
      Field(
        "rivalExplanations", .list(.longText), "Rival explanations",
        "What else could explain it, one a line.", .searchable),
      Field(
        "registered", .date, "Registered on", "The day it was written down, before the data.",
        .listed),
      Field("cycles", .list(.reference(.cycle)), "Cycles", "The cycles that test it."),
      Field("finding", .longText, "Finding", "What came out.", .searchable),
      Field(
        "refinedInto", .reference(.hypothesis), "Refined into", "The hypothesis that follows."),
    ])
}
