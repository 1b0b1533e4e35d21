import DocumentStore
import Improvement
import JSONTree

/// One line of `huddle apply`, read but not carried out.
public enum BatchOperation: Sendable {
  /// With an id, doing it again changes nothing.
  case add(DocumentType, JSON, id: DocumentID?)
  case set(id: String, fields: [(path: String, value: JSON)], ifRevision: String?)
  case log(ObservationEntry)
  case remove(id: String)
  /// All of them or none; each of another document.
  case together([BatchOperation])

  /// Reads an operation.
  ///
  /// - Throws: what is wrong with it.
  public init(_ tree: JSON) throws(BatchProblem) {
    guard tree.object != nil else { throw .notAnObject }
    switch tree["op"]?.string {
    case "add":
      let type = try Self.text("type", tree)
      guard let known = DocumentType(rawValue: type), DocumentType.authored.contains(known) else {
        throw .unknownType(type)
      }
      let document = tree["doc"] ?? [:]
      guard document.object != nil else { throw .notAField("doc", expected: "one JSON object") }
      let id = try Self.optionalText("id", tree) ?? document["id"]?.string
      if let id, known != .series, ULID(id) == nil { throw .notAnID(id) }
      self = .add(known, document, id: id?.lowercased())
    case "set":
      guard let fields = tree["fields"]?.object?.fields, !fields.isEmpty else {
        throw .notAField("fields", expected: "one JSON object with a field or more")
      }
      self = .set(
        id: try Self.text("id", tree), fields: fields.map { ($0.key, $0.value) },
        ifRevision: try Self.optionalText("ifRevision", tree))
    case "log":
      self = .log(
        ObservationEntry(
          measure: try Self.text("measure", tree), site: try Self.text("site", tree),
          period: try Self.text("period", tree), text: try Self.observation(tree),
          note: try Self.optionalText("note", tree),
          enteredFor: try Self.optionalText("for", tree)))
    case "remove": self = .remove(id: try Self.text("id", tree))
    case "together":
      guard let operations = tree["operations"]?.array, !operations.isEmpty else {
        throw .notAField("operations", expected: "a list of operations")
      }
      self = .together(
        try operations.map { (tree) throws(BatchProblem) in
          if tree["op"]?.string == "together" { throw .nested }
          return try BatchOperation(tree)
        })
    case let other: throw .unknownOperation(other)
    }
  }

  /// The number as it would be typed.
  private static func observation(_ tree: JSON) throws(BatchProblem) -> String {
    if let numerator = tree["numerator"] {
      guard let numerator = numerator.number, let denominator = tree["denominator"]?.number else {
        throw .notAField("numerator and denominator", expected: "two numbers")
      }
      return "\(numerator.literal)/\(denominator.literal)"
    }
    switch tree["value"] {
    case .number(let number): return number.literal
    case .string(let text): return text
    case nil: throw .missing("value, or numerator and denominator")
    default: throw .notAField("value", expected: "a number, or a text such as ~2/118, na or ?")
    }
  }

  private static func text(_ name: String, _ tree: JSON) throws(BatchProblem) -> String {
    guard let text = try optionalText(name, tree), !text.isEmpty else { throw .missing(name) }
    return text
  }

  private static func optionalText(
    _ name: String, _ tree: JSON
  ) throws(BatchProblem) -> String? {
    guard let value = tree[name], !value.isNull else { return nil }
    guard let text = value.string else { throw .notAField(name, expected: "a text") }
    return text
  }
}

/// Why a line is no operation.
public enum BatchProblem: Error, Hashable, Sendable {
  case notAnObject
  case unknownOperation(String?)
  case unknownType(String)
  case missing(String)
  case notAField(String, expected: String)
  case notAnID(String)
  case notARevision(String)
  /// One step within another.
  case nested
}
