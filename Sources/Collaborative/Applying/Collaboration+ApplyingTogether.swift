import DocumentStore
import JSONTree

extension Collaboration {
  /// Carries out several operations as one step: all of them, or none where one is refused.
  ///
  /// Each may refer to what those before it bring. What somebody else changed at the same moment
  /// makes it begin anew, a few times.
  func applyTogether(_ operations: [BatchOperation]) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        let outcomes = try oneStep(operations)
        guard let first = outcomes.first else { throw .badOperation(.missing("operations")) }
        return Outcome(
          id: first.id, revision: first.revision, words: first.words,
          hasChanged: first.hasChanged, isMerged: first.isMerged, needsChoice: first.needsChoice,
          isGone: first.isGone,
          others: Array(outcomes.dropFirst()))
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func oneStep(
    _ operations: [BatchOperation]
  ) throws(CollaborationError) -> [Outcome] {
    var inside = self
    var changes: [PreparedChange] = []
    // Nil for those that are carried out.
    var unchanged: [Outcome?] = []
    for operation in operations {
      switch try inside.prepare(operation) {
      case .unchanged(let outcome): unchanged.append(outcome)
      case .change(let change):
        if inside.prepared.updateValue(change.tree, forKey: change.id) != nil {
          throw .store(.changedTwice(change.id))
        }
        changes.append(change)
        unchanged.append(nil)
      }
    }
    var done = changes.isEmpty ? [] : try inside.carryOut(changes)[...]
    return unchanged.map { $0 ?? done.removeFirst() }
  }
}
