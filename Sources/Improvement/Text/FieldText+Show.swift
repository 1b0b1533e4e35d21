import JSONTree

extension FieldText {
  /// A value as a person reads it: dates with the month's name, choices by their labels, yes and
  /// no, and references by the name that is given for their id.
  public static func show(
    _ value: JSON?, as kind: FieldKind, naming name: (String) -> String? = { _ in nil }
  ) -> String {
    guard let value, !value.isNull else { return "" }
    switch (kind, value) {
    case (.list(let element), .array(let elements)):
      let shown = elements.map { show($0, as: element, naming: name) }
      if case .longText = element { return shown.joined(separator: "\n") }
      return shown.joined(separator: ", ")
    case (.records(let fields, _), .array(let records)):
      return records.map { show(record: $0, fields, naming: name) }.joined(separator: "\n")
    case (.choice(let choices), .string(let word)):
      return choices.first { $0.value == word }?.label ?? word
    case (.date, .string(let text)), (.completion, .string(let text)):
      return CalendarDate(text)?.label ?? text
    case (.period, .string(let text)): return Period(text)?.label ?? text
    case (.timestamp, .string(let text)):
      guard DateText.isTimestamp(text), let day = CalendarDate(text.prefix(10)) else { return text }
      return "\(day.label) \(text.dropFirst(11).prefix(5)) UTC"
    case (.reference, .string(let id)), (.anyReference, .string(let id)),
      (.author, .string(let id)):
      return name(id) ?? id
    default: return plain(value)
    }
  }

  private static func show(
    record: JSON, _ fields: [Field], naming name: (String) -> String?
  ) -> String {
    let parts = fields.compactMap { field -> String? in
      let text = show(record[field.path], as: field.kind, naming: name)
      return text.isEmpty ? nil : text
    }
    return parts.joined(separator: " · ")
  }

  /// A value as it is typed: what `read` turns back into the same value, but for records.
  public static func edit(_ value: JSON?, as kind: FieldKind) -> String {
    guard let value, !value.isNull else { return "" }
    switch (kind, value) {
    case (.list(let element), .array(let elements)):
      let separator = if case .longText = element { "\n" } else { ", " }
      return elements.map { edit($0, as: element) }.joined(separator: separator)
    case (.records, _): return value.compactText
    default: return plain(value)
    }
  }

  private static func plain(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .bool(let answer): answer ? "yes" : "no"
    case .number(let number): number.literal
    case .string(let text): text
    case .array, .object: value.compactText
    }
  }
}
