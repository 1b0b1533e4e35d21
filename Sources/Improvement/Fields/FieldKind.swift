/// What a field holds, and with it how it is typed, checked and shown.
public indirect enum FieldKind: Hashable, Sendable {
  /// One line.
  case text
  /// Paragraphs.
  case longText
  /// A day, `2026-03-14`.
  case date
  /// A month, quarter, week or day, see `Period`.
  case period
  /// Whether something is done: the day it was, or yes or no where nobody noted the day.
  case completion
  /// A moment in UTC, `2026-03-14T09:30:00Z`.
  case timestamp
  case integer
  case number
  case boolean
  case choice([Choice])
  /// The id of a document of this type.
  case reference(DocumentType)
  /// The id of a document of any type.
  case anyReference
  /// A member's id, or `visitor:LOGIN` for someone who was none.
  case author
  /// A short name to type instead of an id: letters, digits, `-` and `_`, at most 24.
  case code
  /// A name to sign in with, as the operating system knows it.
  case login
  case list(FieldKind)
  /// A list of records; the fields' paths start at the record. With a key, two copies of the list
  /// are compared record by record.
  case records([Field], keyedBy: String?)
}

extension FieldKind {
  /// The name of the kind for a reference table.
  public var name: String {
    switch self {
    case .text: "text"
    case .longText: "long text"
    case .date: "date"
    case .period: "period"
    case .completion: "date or yes"
    case .timestamp: "time"
    case .integer: "whole number"
    case .number: "number"
    case .boolean: "yes or no"
    case .choice: "choice"
    case .reference(let type): type.rawValue
    case .anyReference: "document"
    case .author: "member"
    case .code: "code"
    case .login: "login"
    case .list(let element): "list of \(element.name)"
    case .records: "list of records"
    }
  }

  /// The values to choose from, of a choice or a list of choices.
  public var choices: [Choice] {
    switch self {
    case .choice(let choices): choices
    case .list(let element): element.choices
    default: []
    }
  }

  /// The type this field refers to, where it refers to one type.
  public var referredType: DocumentType? {
    switch self {
    case .reference(let type): type
    case .author: .member
    case .list(let element): element.referredType
    default: nil
    }
  }

  public var isList: Bool {
    switch self {
    case .list, .records: true
    default: false
    }
  }
}
