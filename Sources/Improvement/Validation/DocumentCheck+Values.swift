import JSONTree

extension DocumentCheck {
  /// Holds one value against the kind of its field.
  mutating func checkValue(_ value: JSON, _ kind: FieldKind, at path: JSONPath, label: String) {
    switch kind {
    case .text, .longText: if value.string == nil { wrong(kind, at: path, label) }
    case .integer: if value.int == nil { wrong(kind, at: path, label) }
    case .boolean: if value.bool == nil { wrong(kind, at: path, label) }
    case .number: checkNumber(value, at: path, label)
    case .completion:
      if value.bool == nil { checkWord(value, .date, at: path, label) }
    case .list(let element):
      guard let elements = value.array else { return wrong(kind, at: path, label) }
      for (index, value) in elements.enumerated() {
        checkValue(value, element, at: path.appending(index), label: label)
      }
    case .records(let fields, _):
      guard let records = value.array else { return wrong(kind, at: path, label) }
      for (index, record) in records.enumerated() {
        let place = path.appending(index)
        if record.object == nil {
          report(.wrongKind(expected: "record"), at: place, label)
        } else {
          checkFields(fields, under: place, in: record)
        }
      }
    default: checkWord(value, kind, at: path, label)
    }
  }

  private mutating func wrong(_ kind: FieldKind, at path: JSONPath, _ label: String) {
    report(.wrongKind(expected: kind.name), at: path, label)
  }

  private mutating func checkNumber(_ value: JSON, at path: JSONPath, _ label: String) {
    guard let number = value.number else { return wrong(.number, at: path, label) }
    if number.double == nil { report(.notFinite(number.literal), at: path, label) }
  }

  /// The kinds whose values are texts of a certain form.
  private mutating func checkWord(
    _ value: JSON, _ kind: FieldKind, at path: JSONPath, _ label: String
  ) {
    guard let text = value.string else { return wrong(kind, at: path, label) }
    if let problem = Self.problem(with: text, kind) { report(problem, at: path, label) }
  }

  private static func problem(with text: String, _ kind: FieldKind) -> ValidationProblem? {
    switch kind {
    case .date: CalendarDate(text) == nil ? .notADate(text) : nil
    case .period: Period(text) == nil ? .notAPeriod(text) : nil
    case .timestamp: DateText.isTimestamp(text) ? nil : .notATime(text)
    case .choice(let choices): unknownChoice(text, choices.map(\.value))
    case .reference(let type):
      IdentifierShape.isId(text, of: type) ? nil : .notAnId(text, of: type)
    case .anyReference:
      IdentifierShape.isULID(text) || IdentifierShape.isSeriesId(text)
        ? nil : .notAnId(text, of: nil)
    case .author: IdentifierShape.isAuthor(text) ? nil : .notAnAuthor(text)
    case .code: IdentifierShape.isCode(text) ? nil : .notACode(text)
    case .login: IdentifierShape.isLogin(text) ? nil : .notALogin(text)
    default: nil
    }
  }

  private static func unknownChoice(_ text: String, _ values: [String]) -> ValidationProblem? {
    if values.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return nil }
    return .unknownChoice(
      text, choices: values, suggestions: Similarity.closest(to: text, in: values))
  }
}
