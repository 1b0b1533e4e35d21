import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Adds to what was seen while a test ran, with the time and who saw it.
  ///
  /// What two people add at once both stays: it is put behind what stands there now.
  public func observe(_ text: String, in id: DocumentID) throws(CollaborationError) -> Outcome {
    let path = "do.observations"
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        let base = try document(id)
        let count = base.tree[JSONPath(path)]?.elements.count ?? 0
        var tree = base.tree
        guard let written = try read(text, as: field("\(path).0.text", of: .cycle)) else {
          throw .invalid(.cycle, [Self.missing("\(path).\(count).text", "What did you see?")])
        }
        var record: JSON = ["text": written, "at": .string(clock.now().description)]
        record["by"] = principal.memberID.map(JSON.string)
        tree[JSONPath(path)] = .array((base.tree[JSONPath(path)]?.elements ?? []) + [record])
        let did = "noted what was seen in “\(Cycle(tree).title)”"
        return try save(tree, over: base, note: did, mergesWithOthers: false).saying(did)
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  /// Notes harm in a cycle, at whatever stage it is; the coach is told by it at once.
  public func noteHarm(
    what: String, when: String, in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    guard !what.allSatisfy(\.isWhitespace) else {
      throw .invalid(.cycle, [Self.missing("harm.what", "Harm")])
    }
    let tree = try assigning(
      [Assignment("harm.what", what), Assignment("harm.when", when)], to: base.tree, .cycle)
    let did = "noted harm in “\(Cycle(tree).title)”"
    return try save(tree, over: base, note: did).saying(
      "\(did); your coach sees it now. Report it to your incident system as well")
  }

  static func missing(_ path: String, _ label: String) -> Finding {
    Finding(path: JSONPath(path), label: label, problem: .missing(when: nil))
  }
}
