/// The field reference: what every type's fields are called, hold and mean, made from the tables.
public enum FieldReference {
  /// The reference as Markdown, a table for each type.
  public static var markdown: String {
    DocumentType.authored.map { section(of: $0.table) }.joined(separator: "\n")
  }

  private static func section(of table: DocumentTable) -> String {
    let rows = table.fields.flatMap { field -> [String] in
      guard case .records(let inner, _) = field.kind else {
        return [row(field, field.path.description)]
      }
      return [row(field, field.path.description)]
        + inner.map { row($0, "\(field.path).N.\($0.path)") }
    }
    let head = "### \(table.type.rawValue)\n\n| field | holds | meaning |\n| --- | --- | --- |\n"
    return head + rows.joined(separator: "\n") + "\n"
  }

  private static func row(_ field: Field, _ path: String) -> String {
    "| `\(path)`\(mark(field.requirement)) | \(holds(field)) | \(cell(meaning(field))) |"
  }

  private static func mark(_ requirement: Requirement) -> String {
    switch requirement {
    case .always: " *"
    case .when(let condition): " * when \(condition.words)"
    case .never: ""
    }
  }

  private static func holds(_ field: Field) -> String {
    let choices = field.kind.choices.map { "`\($0.value)`" }.joined(separator: " ")
    if choices.isEmpty { return field.kind.name }
    if case .list = field.kind { return "some of \(choices)" }
    return choices
  }

  private static func meaning(_ field: Field) -> String {
    let label =
      field.label.hasSuffix("?") || field.label.hasSuffix("…") ? field.label : field.label + "."
    return "\(label) \(field.help)"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
