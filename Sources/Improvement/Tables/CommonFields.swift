import JSONTree

/// The fields of every document.
enum CommonFields {
  static func fields(of type: DocumentType) -> [Field] {
    [
      Field(
        "visibility", Visibility.kind, "Who may see it",
        "Who may read this, e.g. \"network\" for everyone who is a member.",
        .listed, required: .always, initial: .text(Visibility.initial(of: type).rawValue)),
      Field(
        "tags", .list(.text), "Tags",
        "Short words to find it by, e.g. ssi, discharge.", [.listed, .searchable]),
      Field(
        "id", .anyReference, "Id", "Known to huddle; any unique beginning will do.",
        .automatic, required: .always),
      Field("type", .text, "Type", "What the document is about.", .automatic, required: .always),
      Field(
        "schema", .integer, "Schema", "The version of the type's fields.", .automatic,
        required: .always),
      Field(
        "created.at", .timestamp, "Made at", "When it was first saved.", .automatic,
        required: .always),
      Field(
        "created.by", .author, "Made by", "Who saved it first.", .automatic, required: .always),
    ]
  }
}
