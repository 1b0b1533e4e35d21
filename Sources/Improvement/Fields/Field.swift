import JSONTree

/// One field of a document type: everything that forms, tables, validation, the command line and
/// the reference know about it.
public struct Field: Hashable, Sendable {
  /// What is special about a field.
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A column of tables and CSV.
    public static let listed = Traits(rawValue: 1 << 0)
    /// Found by a search for words.
    public static let searchable = Traits(rawValue: 1 << 1)
    /// Asked for in the quick form.
    public static let quick = Traits(rawValue: 1 << 2)
    /// Set by huddle and by nobody's hand.
    public static let automatic = Traits(rawValue: 1 << 3)
    /// Shown to the person it is about, and to others only with consent.
    public static let personal = Traits(rawValue: 1 << 4)
    /// Two people's versions are never mixed within one entry of the list.
    public static let undivided = Traits(rawValue: 1 << 5)
    /// Made from other fields where it is left empty.
    public static let derived = Traits(rawValue: 1 << 6)
  }

  /// The full path in the document; in a record of a list, the path in the record.
  public let path: JSONPath
  public let kind: FieldKind
  /// What stands before the field in a form.
  public let label: String
  /// One sentence, with an example where one helps.
  public let help: String
  public let requirement: Requirement
  /// The value of a new document.
  public let initial: JSONLiteral?
  public let unit: String?
  /// The first version of the type's schema that has it.
  public let since: Int
  public let traits: Traits

  public init(
    _ path: JSONPath, _ kind: FieldKind, _ label: String, _ help: String,
    _ traits: Traits = [], required: Requirement = .never, initial: JSONLiteral? = nil,
    unit: String? = nil, since: Int = 1
  ) {
    self.path = path
    self.kind = kind
    self.label = label
    self.help = help
    self.requirement = required
    self.initial = initial
    self.unit = unit
    self.since = since
    self.traits = traits
  }

  /// The last word of the path.
  public var name: String { path.steps.last ?? "" }

  public var isListed: Bool { traits.contains(.listed) }
  public var isSearchable: Bool { traits.contains(.searchable) }
  public var isQuick: Bool { traits.contains(.quick) }
  public var isAutomatic: Bool { traits.contains(.automatic) }
  public var isPersonal: Bool { traits.contains(.personal) }
  public var isUndivided: Bool { traits.contains(.undivided) }
  public var isDerived: Bool { traits.contains(.derived) }
  public var isAlwaysRequired: Bool { requirement == .always }

  /// The same field addressed from further up.
  func placed(under prefix: JSONPath) -> Field {
    Field(
      JSONPath(prefix.steps + path.steps), kind, label, help, traits, required: requirement,
      initial: initial, unit: unit, since: since)
  }
}

/// A plain value that a new document starts with.
public enum JSONLiteral: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)

  public var json: JSON {
    switch self {
    case .text(let value): .string(value)
    case .integer(let value): JSON(value)
    case .boolean(let value): .bool(value)
    }
  }
}

extension JSONLiteral: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
