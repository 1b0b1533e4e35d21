import JSONTree

/// The fields of an event: what the application writes down about each change.
enum EventTable {
  static let table = DocumentTable(
    .event, title: "verb",
    [
      Field("by", .author, "Who", "Who did it.", [.automatic, .listed], required: .always),
      Field(
        "verb", .text, "What", "What was done to what, e.g. add:cycle.", [.automatic, .listed],
        required: .always),
      Field(
        "target", .anyReference, "Target", "The document it was done to.", [.automatic, .listed]),
      Field("at", .timestamp, "When", "The moment.", [.automatic, .listed], required: .always),
      Field("host", .text, "Where", "The host it was done on.", [.automatic, .listed]),
    ])
}
