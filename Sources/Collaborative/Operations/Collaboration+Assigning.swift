import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// A document with some fields assigned as they were typed.
  public func assigning(
    _ assignments: [Assignment], to tree: JSON, _ type: DocumentType
  ) throws(CollaborationError) -> JSON {
    var tree = tree
    for assignment in assignments { try assign(assignment, to: &tree, type) }
    return tree
  }

  /// The field at a typed path.
  public func field(
    _ path: String, of type: DocumentType
  ) throws(CollaborationError) -> Field {
    do throws(UnknownField) {
      return try type.table.field(at: path)
    } catch {
      throw .unknownField(error)
    }
  }

  private func assign(
    _ assignment: Assignment, to tree: inout JSON, _ type: DocumentType
  ) throws(CollaborationError) {
    let field = try field(assignment.path, of: type)
    guard !field.isAutomatic else { throw .automaticField(field) }
    switch assignment.operation {
    case .set:
      let value = try read(assignment.text, as: field)
      try put(value, at: field, in: &tree, type)
    case .append, .takeAway:
      guard field.kind.isList else { throw .notAList(field) }
      let given = try read(assignment.text, as: field)?.elements ?? []
      var elements = tree[field.path]?.elements ?? []
      if assignment.operation == .append {
        elements += given.filter { !elements.contains($0) }
      } else {
        elements.removeAll(where: given.contains)
      }
      try put(elements.isEmpty ? nil : .array(elements), at: field, in: &tree, type)
    }
  }

  /// A typed text as a field's value; nil for an empty text, which clears the field.
  ///
  /// A reference may be typed as a name, a code or a login; it becomes an id.
  public func read(_ text: String, as field: Field) throws(CollaborationError) -> JSON? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    switch field.kind {
    case .reference(let type): return try .string(resolve(text, type: type))
    case .anyReference: return try .string(resolve(text))
    case .author: return try .string(resolve(text, type: .member))
    case .list(.reference(let type)):
      return try .array(
        Self.parts(of: text).map { part throws(CollaborationError) in
          try .string(resolve(part, type: type))
        })
    case .list(.anyReference):
      return try .array(
        Self.parts(of: text).map { part throws(CollaborationError) in
          try .string(resolve(part))
        })
    default: return try readText(text, as: field)
    }
  }

  /// The texts between commas.
  static func parts(of text: String) -> [String] {
    text.split(separator: ",").map { part in
      var part = part[...]
      while part.first?.isWhitespace == true { part.removeFirst() }
      while part.last?.isWhitespace == true { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  /// Puts a value at a path, with the lists on the way made as lists.
  private func put(
    _ value: JSON?, at field: Field, in tree: inout JSON, _ type: DocumentType
  ) throws(CollaborationError) {
    let steps = field.path.steps
    for length in 1..<max(1, steps.count) {
      let prefix = JSONPath(Array(steps[..<length]))
      guard Int(steps[length]) != nil, let list = try? type.table.field(at: prefix),
        list.kind.isList
      else { continue }
      let count = tree[prefix]?.array?.count ?? 0
      guard let index = Int(steps[length]), index <= count else {
        throw .noSuchEntry(field: field, count: count)
      }
      if tree[prefix]?.array == nil, value != nil { tree[prefix] = .array([]) }
    }
    tree[field.path] = value
  }
}
