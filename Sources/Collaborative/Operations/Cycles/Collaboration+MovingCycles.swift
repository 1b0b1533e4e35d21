import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Moves a cycle one stage on or back, and says what the stage it leaves still lacks.
  ///
  /// On the way to Do and to Study the day is noted as that of the start or the end, where none is.
  /// Two people who move it at once move it once: it goes on from the stage that the person saw.
  ///
  /// - Parameter seen: the stage it was shown in; nil takes the one it is in.
  /// - Throws: `.movedMeanwhile` where somebody has moved it elsewhere since.
  public func moveCycle(
    _ id: DocumentID, from seen: CycleStage?, isForwards: Bool
  ) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        return try moveCycleOnce(id, from: seen, isForwards: isForwards)
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func moveCycleOnce(
    _ id: DocumentID, from seen: CycleStage?, isForwards: Bool
  ) throws(CollaborationError) -> Outcome {
    let base = try document(id)
    let cycle = Cycle(base.tree)
    let from = seen ?? cycle.stage
    guard let stage = isForwards ? from.next : from.previous else {
      let side = isForwards ? "after" : "before"
      return unchanged(
        base, "“\(cycle.title)” is in \(from.label): there is no stage \(side) it")
    }
    if cycle.stage == stage {
      return unchanged(base, "“\(cycle.title)” is in \(stage.label) already\(mover(of: base))")
    }
    if cycle.stage != from {
      throw .movedMeanwhile(title: cycle.title, stage: cycle.stage, by: lastAuthor(of: base))
    }
    var tree = base.tree
    tree["stage"] = .string(stage.rawValue)
    let day = isForwards ? noteDay(of: stage, cycle, in: &tree) : ""
    let did = "moved “\(cycle.title)” \(isForwards ? "on" : "back") to \(stage.label)"
    let saved = try save(tree, over: base, note: did, mergesWithOthers: false)
    let moved = Cycle(tree)
    var outcome = saved
    outcome.cycleStep = isForwards ? step(after: cycle, to: moved) : nil
    if isForwards { outcome.adoptionMove = adoptionMove(begun: moved) }
    return outcome.saying(
      did + day + (isForwards ? openWords(in: cycle, outcome.cycleStep) : ""))
  }

  /// The day a test starts is noted when it goes to Do, the day it ends when it goes to Study.
  private func noteDay(of stage: CycleStage, _ cycle: Cycle, in tree: inout JSON) -> String {
    let today = clock.today
    switch stage {
    case .do where cycle.actualStart == nil && cycle.actualEnd.map { today <= $0 } ?? true:
      tree["actualStart"] = .string(today.description)
      return ", begun today"
    case .study where cycle.actualEnd == nil && cycle.actualStart.map { $0 <= today } ?? true:
      tree["actualEnd"] = .string(today.description)
      return ", ended today"
    default: return ""
    }
  }

  /// What a cycle asks for in its new stage, else the first thing that the stage before lacks.
  private func step(after old: Cycle, to cycle: Cycle) -> CycleStep? {
    switch cycle.stage {
    case .study where !cycle.predictions.isEmpty && !cycle.isScored: .score
    case .act where cycle.decision == nil, .closed where cycle.decision == nil: .decide
    default: StageAdvice.missing(in: old).first.map(CycleStep.fill)
    }
  }

  private func openWords(in cycle: Cycle, _ step: CycleStep?) -> String {
    let gaps = StageAdvice.missing(in: cycle)
    guard let first = gaps.first else { return "" }
    let more = gaps.count > 1 ? ", \(gaps.count - 1) more" : ""
    let key = if case .fill = step { "; e goes there" } else { "" }
    return ". Still open in \(cycle.stage.label): \(first)\(more)\(key)"
  }

  func unchanged(_ base: StoredDocument, _ words: String) -> Outcome {
    Outcome(id: base.id, revision: base.revision, words: words, hasChanged: false)
  }

  private func mover(of base: StoredDocument) -> String {
    lastAuthor(of: base).map { ": \($0) moved it" } ?? ""
  }

  /// Who changed a document last; nil where it was this person, or where nobody knows.
  private func lastAuthor(of base: StoredDocument) -> String? {
    guard let change = (try? store.lastChange(of: base.id)) ?? nil, change.by != principal.author
    else { return nil }
    return name(of: change.by)
  }
}

extension Cycle {
  /// Whether every prediction has been held against what came of it.
  var isScored: Bool {
    predictions.indices.allSatisfy { result(ofPrediction: $0)?.matched != nil }
  }
}
