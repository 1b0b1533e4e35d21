import JSONTree

/// Turns what a person types into a field's value, and a value into what a person reads.
public enum FieldText {
  /// The value of a typed text; nil for an empty one, which takes the field away.
  ///
  /// References are taken as they are typed: who or what a code, a login or the beginning of an id
  /// means is known only where the documents are. Texts are brought to Unicode's form NFC.
  public static func read(
    _ typed: String, as kind: FieldKind, today: CalendarDate
  ) throws(FieldTextError) -> JSON? {
    let text = trimmed(typed)
    if text.isEmpty { return nil }
    switch kind {
    case .text, .reference, .anyReference, .author, .code, .login:
      return .string(normalised(onOneLine(text)))
    case .longText: return .string(normalised(text))
    case .date, .completion, .period, .timestamp: return try readTime(text, as: kind, today: today)
    case .integer:
      guard let number = JSONNumber(typed: text), number.int != nil else {
        throw .notAWholeNumber(text)
      }
      return .number(number)
    case .number: return .number(try readNumber(text))
    case .boolean: return .bool(try readAnswer(text))
    case .choice(let choices): return .string(try readChoice(text, of: choices).value)
    case .list(let element):
      var elements: [JSON] = []
      for part in parts(of: text, kind: element) {
        if let value = try read(part, as: element, today: today) { elements.append(value) }
      }
      return .array(elements)
    case .records: return try readRecords(text)
    }
  }

  private static func readTime(
    _ text: String, as kind: FieldKind, today: CalendarDate
  ) throws(FieldTextError) -> JSON {
    switch kind {
    case .period:
      if let period = Period(text.uppercased()) { return .string(period.description) }
      if let day = CalendarDate(typed: text, today: today) { return .string(day.description) }
      throw .notAPeriod(text)
    case .timestamp:
      guard DateText.isTimestamp(text) else { throw .notATime(text) }
      return .string(text)
    default:
      if let date = CalendarDate(typed: text, today: today) { return .string(date.description) }
      if case .completion = kind, let answer = answer(text) { return .bool(answer) }
      throw .notADate(text)
    }
  }

  /// A number as people and tables write it; a decimal comma is pointed out, not guessed at.
  static func readNumber(_ text: String) throws(FieldTextError) -> JSONNumber {
    if let number = JSONNumber(typed: text) { return number }
    if text.contains(","), JSONNumber(typed: text.replacing(",", with: ".")) != nil {
      throw .decimalComma(text)
    }
    throw .notANumber(text)
  }

  private static func readAnswer(_ text: String) throws(FieldTextError) -> Bool {
    guard let answer = answer(text) else { throw .notYesOrNo(text) }
    return answer
  }

  private static func answer(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "on", "1": true
    case "no", "n", "false", "off", "0": false
    default: nil
    }
  }

  private static func readChoice(
    _ text: String, of choices: [Choice]
  ) throws(FieldTextError) -> Choice {
    let word = text.lowercased()
    let dashed = word.split(separator: " ").joined(separator: "-")
    let found = choices.first { $0.value == word || $0.value == dashed }
    if let found = found ?? choices.first(where: { $0.label.lowercased() == word }) { return found }
    let values = choices.map(\.value)
    throw .notAChoice(
      text, choices: values, suggestions: Similarity.closest(to: dashed, in: values))
  }

  private static func readRecords(_ text: String) throws(FieldTextError) -> JSON {
    do {
      let value = try JSON.parse(text)
      if case .array = value { return value }
      if case .object = value { return .array([value]) }
      throw FieldTextError.notRecords(nil)
    } catch let error as JSONError {
      throw .notRecords(error)
    } catch {
      throw .notRecords(nil)
    }
  }

  /// Short elements are parted by commas, long ones by lines.
  private static func parts(of text: String, kind: FieldKind) -> [String] {
    if case .longText = kind { return text.split(whereSeparator: \.isNewline).map(String.init) }
    return text.split { $0 == "," || $0 == ";" || $0.isNewline }.map(String.init)
  }
}
