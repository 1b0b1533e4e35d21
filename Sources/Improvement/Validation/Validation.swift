import JSONTree

/// Holds documents against their field tables. What it finds keeps a document from being saved;
/// good practice is advice and is said elsewhere.
public enum Validation {
  /// What is wrong with a document, in reading order.
  ///
  /// Fields that no table knows are nobody's fault and are kept.
  /// Complexity: O(size of the document and its table).
  public static func findings(in tree: JSON, type: DocumentType) -> [Finding] {
    guard case .object = tree else {
      return [
        Finding(path: JSONPath([]), label: "The document", problem: .wrongKind(expected: "object"))
      ]
    }
    var check = DocumentCheck(tree: tree)
    check.checkGroups(of: type.table)
    check.checkFields(type.table.fields, under: JSONPath([]), in: tree)
    check.checkIdentity(type)
    check.checkMeaning(type)
    return check.findings
  }

  /// What is wrong with a single value, for a form that asks for it.
  public static func problem(with value: JSON, kind: FieldKind) -> ValidationProblem? {
    var check = DocumentCheck(tree: value)
    check.checkValue(value, kind, at: JSONPath([]), label: "")
    return check.findings.first?.problem
  }
}

/// A document on its way through the checks.
struct DocumentCheck {
  let tree: JSON
  var findings: [Finding] = []

  init(tree: JSON) { self.tree = tree }

  mutating func report(_ problem: ValidationProblem, at path: JSONPath, _ label: String) {
    findings.append(Finding(path: path, label: label, problem: problem))
  }

  /// A path such as `plan.objective` wants an object at `plan`.
  mutating func checkGroups(of table: DocumentTable) {
    for group in table.groups {
      guard let value = tree[group], !value.isNull, value.object == nil else { continue }
      report(.notAGroup, at: group, group.description)
    }
  }

  mutating func checkFields(_ fields: [Field], under prefix: JSONPath, in record: JSON) {
    for field in fields {
      func path() -> JSONPath { JSONPath(prefix.steps + field.path.steps) }
      guard let value = record[field.path] else {
        checkPresence(field, in: record, at: path())
        continue
      }
      if value.isBlank, value.object == nil {
        checkPresence(field, in: record, at: path())
      } else {
        checkValue(value, field.kind, at: path(), label: field.label)
      }
    }
  }

  private mutating func checkPresence(
    _ field: Field, in record: JSON, at path: @autoclosure () -> JSONPath
  ) {
    guard field.requirement.isDemanded(in: record) else { return }
    let condition: FieldCondition? =
      if case .when(let condition) = field.requirement { condition } else { nil }
    report(.missing(when: condition), at: path(), field.label)
  }

  private mutating func checkIdentityWord(_ type: DocumentType) {
    guard let found = tree["type"]?.string, found != type.rawValue else { return }
    report(.wrongType(found: found, expected: type), at: "type", "Type")
  }

  mutating func checkIdentity(_ type: DocumentType) {
    checkIdentityWord(type)
    if let id = tree["id"]?.string, !id.isEmpty, !IdentifierShape.isId(id, of: type),
      !findings.contains(where: { $0.path == "id" })
    {
      report(.notAnId(id, of: type), at: "id", "Id")
    }
    if let schema = tree["schema"]?.int, schema > type.table.schemaVersion {
      report(.newerSchema(found: schema, known: type.table.schemaVersion), at: "schema", "Schema")
    }
  }
}
