import JSONTree

extension DocumentCheck {
  /// Holds one value against the kind of its field; the path is made only when something is wrong
  /// or something lies beneath it.
  mutating func checkValue(
    _ value: JSON, _ kind: FieldKind, at path: @autoclosure () -> JSONPath, label: String
  ) {
    switch kind {
    case .list(let element):
      guard let elements = value.array else { return wrong(kind, at: path(), label) }
      let place = path()
      for (index, value) in elements.enumerated() {
        checkValue(value, element, at: place.appending(index), label: label)
      }
    case .records(let fields, _):
      guard let records = value.array else { return wrong(kind, at: path(), label) }
      let list = path()
      for (index, record) in records.enumerated() {
        let place = list.appending(index)
        if record.object == nil {
          report(.wrongKind(expected: "record"), at: place, label)
        } else {
          checkFields(fields, under: place, in: record)
        }
      }
    default:
      if let problem = Self.problem(with: value, kind) { report(problem, at: path(), label) }
    }
  }

  private mutating func wrong(_ kind: FieldKind, at path: JSONPath, _ label: String) {
    report(.wrongKind(expected: kind.name), at: path, label)
  }

  /// What is wrong with a value that has nothing beneath it.
  private static func problem(with value: JSON, _ kind: FieldKind) -> ValidationProblem? {
    let isRight: Bool
    switch kind {
    case .text, .longText: isRight = value.string != nil
    case .integer: isRight = value.int != nil
    case .boolean: isRight = value.bool != nil
    case .number:
      if let number = value.number, number.double == nil { return .notFinite(number.literal) }
      isRight = value.number != nil
    case .completion:
      if value.bool != nil { return nil }
      guard let text = value.string else { return .wrongKind(expected: kind.name) }
      return problem(withWord: text, .date)
    default:
      guard let text = value.string else { return .wrongKind(expected: kind.name) }
      return problem(withWord: text, kind)
    }
    return isRight ? nil : .wrongKind(expected: kind.name)
  }

  /// The kinds whose values are texts of a certain form.
  private static func problem(withWord text: String, _ kind: FieldKind) -> ValidationProblem? {
    switch kind {
    case .date: CalendarDate(text) == nil ? .notADate(text) : nil
    case .period: Period(text) == nil ? .notAPeriod(text) : nil
    case .timestamp: DateText.isTimestamp(text) ? nil : .notATime(text)
    case .choice(let choices): unknownChoice(text, choices)
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

  private static func unknownChoice(_ text: String, _ choices: [Choice]) -> ValidationProblem? {
    if choices.contains(where: { $0.value.utf8.elementsEqual(text.utf8) }) { return nil }
    let values = choices.map(\.value)
    return .unknownChoice(
      text, choices: values, suggestions: Similarity.closest(to: text, in: values))
  }
}
