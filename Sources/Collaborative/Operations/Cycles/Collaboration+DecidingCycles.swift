import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Notes what was decided, and takes the cycle to Act where it has not come that far.
  ///
  /// - Parameter texts: by the fields' paths, as they were typed.
  public func decide(
    _ texts: [String: String], in base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    guard texts["act.decision"]?.isEmpty == false else {
      throw .invalid(.cycle, [Self.missing("act.decision", "What now?")])
    }
    var tree = base.tree
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let field = try field(path, of: .cycle)
      // What nobody typed over keeps its bytes.
      if FieldText.edit(base.tree[field.path], as: field.kind) == text { continue }
      tree = try assigning([Assignment(path, text)], to: tree, .cycle)
    }
    if Cycle(tree).stage < .act { tree["stage"] = .string(CycleStage.act.rawValue) }
    let cycle = Cycle(tree)
    let decision = cycle.decision?.label.lowercased() ?? ""
    let did = "decided about “\(cycle.title)”: \(decision)"
    var outcome = try save(tree, over: base, note: did)
    if cycle.decision?.leadsOn == true, cycle.nextCycle == nil { outcome.cycleStep = .planNext }
    if cycle.decision == .abandon, cycle.sharedAsResource == nil {
      outcome.cycleStep = .shareLesson
    }
    if outcome.hasChanged { outcome.adoptionMove = adoptionMove(decided: cycle) }
    return outcome.hasChanged ? outcome.saying(did) : outcome
  }

  /// Adds the cycle that carries on where another one ends, and links both, in one step.
  ///
  /// A chain that had no name gets one, so that its tests stand together.
  public func addNext(
    _ assignments: [Assignment], after base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    let last = Cycle(base.tree)
    var tree = try begun(.cycle, assignments: assignments)
    tree["parentCycle"] = .string(base.id)
    var old = base.tree
    old["act.nextCycle" as JSONPath] = tree["id"]
    if last.ramp == nil { old["ramp"] = tree["ramp"] }
    return try together(
      adding: tree, .cycle, saving: old, over: base,
      note: "planned “\(Cycle(tree).title)” after “\(last.title)”")
  }

  /// A new document and the one that refers to it, saved in one step or not at all.
  func together(
    adding new: JSON, _ type: DocumentType, saving tree: JSON, over base: StoredDocument,
    note: String
  ) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        var inside = self
        guard case .change(let added) = try inside.prepareAdding(new, type) else {
          throw .badOperation(.missing("document"))
        }
        inside.prepared[added.id] = added.tree
        guard case .change(let changed) = try inside.prepareSaving(tree, over: base) else {
          return try carryOut(.change(added)).saying(note)
        }
        let outcomes = try inside.carryOut([added, changed], note: note)
        return Outcome(
          id: added.id, revision: outcomes[0].revision,
          words: note + (outcomes[1].needsChoice ? "; \(outcomes[1].words)" : ""),
          isMerged: outcomes[1].isMerged, needsChoice: outcomes[1].needsChoice,
          others: Array(outcomes.dropFirst()))
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }
}
