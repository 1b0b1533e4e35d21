/// A JSON value as a tree that keeps what was written: literals of numbers, fields nobody knows.
///
/// Equality compares bytes. Swift's own `String ==` holds "é" in one code point and in two for the
/// same text, which would let a merge drop a change that someone made.
public enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object(JSONObject)
}

extension JSON: Equatable {
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

// Not by a nil literal: `found ? value : nil` would then be a null instead of no value at all.
extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
  public init(floatLiteral value: Double) { self = JSON(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// The last of two equal keys wins, as in an assignment.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(JSONObject(elements))
  }
}

extension JSON {
  public init(_ value: Int) { self = .number(JSONNumber(value)) }

  /// A number, or null where JSON has no word for it (infinity, not a number).
  public init(_ value: Double) { self = JSONNumber(value).map(JSON.number) ?? .null }

  public init(strings: some Sequence<String>) { self = .array(strings.map(JSON.string)) }

  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
  public var int: Int? { number?.int }
  public var double: Double? { number?.double }
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// The elements of an array, or none.
  public var elements: [JSON] { array ?? [] }

  /// The texts in an array of texts; whatever else stands there is passed over.
  public var strings: [String] { elements.compactMap(\.string) }

  /// A field of an object; nil where there is none or this is no object. Setting nil removes it;
  /// setting a field of anything but an object makes it one.
  public subscript(key: String) -> JSON? {
    get { object?[key] }
    set {
      var fields = object ?? JSONObject()
      fields[key] = newValue
      self = .object(fields)
    }
  }
}
