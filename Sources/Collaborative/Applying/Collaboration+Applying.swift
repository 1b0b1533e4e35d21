import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Carries out one operation of a batch; when it returns, what it did survives a power cut.
  public func apply(_ tree: JSON) throws(CollaborationError) -> Outcome {
    let operation: BatchOperation
    do throws(BatchProblem) {
      operation = try BatchOperation(tree)
    } catch {
      throw .badOperation(error)
    }
    if let reason = tree["shareAnyway"]?.string {
      return try sharing(although: reason).applyLookingTwice(operation)
    }
    return try applyLookingTwice(operation)
  }

  private func applyLookingTwice(
    _ operation: BatchOperation
  ) throws(CollaborationError) -> Outcome {
    do throws(CollaborationError) {
      return try apply(operation)
    } catch {
      // What somebody else added a moment ago is found at a second look.
      guard case .noSuchDocument = error,
        try attempt({ () throws(StoreError) in try store.refresh() })
      else { throw error }
      return try apply(operation)
    }
  }

  private func apply(_ operation: BatchOperation) throws(CollaborationError) -> Outcome {
    switch operation {
    case .add(let type, let document, let id):
      guard let id else { return try add(type, document: document) }
      return try addOnce(type, document, id: id)
    case .log(let entry):
      let logged = try log(entry)
      return Outcome(
        id: logged.seriesID, revision: logged.revision, words: logged.words,
        hasChanged: logged.hasChanged)
    case .set, .remove: return try carryOut(prepare(operation))
    case .together(let operations): return try applyTogether(operations)
    }
  }

  /// What an operation comes to before anything is saved.
  func prepare(_ operation: BatchOperation) throws(CollaborationError) -> Preparation {
    switch operation {
    case .add(let type, let document, let id):
      guard let id else { return try prepareAdding(begun(type, document: document), type) }
      return try prepareAddingOnce(type, document, id: id)
    case .set(let text, let fields, let ifRevision):
      return try prepareSetting(resolve(text), fields, ifRevision: ifRevision)
    case .log(let entry): return try prepareLogging(read(entry)).0
    case .remove(let text): return try prepareRemoving(resolve(text))
    case .together: throw .badOperation(.nested)
    }
  }

  /// The revision that was meant: the beginning of one stands for the document's own.
  public func revision(
    meant text: String, of id: DocumentID
  ) throws(CollaborationError) -> Revision {
    let digits = text.lowercased()
    guard (8...64).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit) else {
      throw .badOperation(.notARevision(text))
    }
    let found = try document(id).revision
    if found.hex.hasPrefix(digits) { return found }
    let padding = String(repeating: "0", count: 64 - digits.utf8.count)
    guard let revision = Revision(hex: digits + padding) else {
      throw .badOperation(.notARevision(text))
    }
    return revision
  }

  /// A text is read as it is typed; a list or a record stands for itself.
  private func prepareSetting(
    _ id: DocumentID, _ fields: [(path: String, value: JSON)], ifRevision: String?
  ) throws(CollaborationError) -> Preparation {
    let expected = try ifRevision.map { (text) throws(CollaborationError) in
      try revision(meant: text, of: id)
    }
    let base = try document(id)
    if let expected, expected != base.revision { throw conflict(base, expected: expected) }
    let type = try knownType(base)
    var tree = base.tree
    var chosen: [JSONPath] = []
    for (name, value) in fields {
      for assignment in try Self.assignments(name, value) {
        tree = try assigning([Self.placed(assignment, in: tree, type)], to: tree, type)
        chosen.append(JSONPath(assignment.path))
      }
      if !Self.isTyped(name, value) {
        let path = Self.placed(Assignment(name, ""), in: tree, type).path
        let field = try field(path, of: type)
        guard !field.isAutomatic else { throw .automaticField(field) }
        tree[field.path] = value
        chosen.append(JSONPath(name))
      }
    }
    return try prepareSaving(
      tree, over: base, choosing: chosen, mergesWithOthers: expected == nil)
  }

  private static func isTyped(_ name: String, _ value: JSON) -> Bool {
    switch value {
    case .array: name.hasSuffix("+") || name.hasSuffix("-")
    case .object: false
    default: true
    }
  }

  private static func assignments(
    _ name: String, _ value: JSON
  ) throws(CollaborationError) -> [Assignment] {
    switch value {
    case .array(let elements) where isTyped(name, value):
      var result: [Assignment] = []
      for element in elements { result += try assignments(name, element) }
      return result
    case .array, .object: return []
    case .null: return [try Assignment(typed: "\(name)=")]
    case .bool(let answer): return [try Assignment(typed: "\(name)=\(answer ? "yes" : "no")")]
    case .number(let number): return [try Assignment(typed: "\(name)=\(number.literal)")]
    case .string(let text): return [try Assignment(typed: "\(name)=\(text)")]
    }
  }
}
