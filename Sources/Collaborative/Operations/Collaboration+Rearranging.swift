import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Changes a project's driver diagram step by step, all of them or none.
  ///
  /// The steps are taken on the diagram as it is now, not as it was on somebody's screen; where
  /// another person is quicker they are taken again on what that person left. So two people can
  /// rearrange at once, and no merge of halves can put a driver under itself. Cycles that test an
  /// idea follow it where it is called something else, or stands elsewhere.
  public func rearrange(
    _ project: DocumentID, _ steps: [DriverStep]
  ) throws(CollaborationError) -> Outcome {
    var triesLeft = 50
    while true {
      let base = try document(project)
      let before = DriverTree(Project(base.tree))
      var tree = before
      for step in steps {
        do throws(DriverTreeProblem) {
          tree = try tree.applying(step)
        } catch {
          throw .driverTree(error, field: step.field)
        }
      }
      let words = steps.map { $0.words(from: before, to: tree) }.filter { !$0.isEmpty }
        .joined(separator: "; ")
      do throws(CollaborationError) {
        let saved = try save(tree, from: before, over: base, words)
        var outcome = saved
        outcome.part = steps.last?.id
        return outcome
      } catch {
        guard case .conflict = error, triesLeft > 0 else { throw error }
        triesLeft -= 1
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }
}

extension Collaboration {
  /// Saves a diagram, and with it the cycles whose idea has other words or another place now, in
  /// one step.
  private func save(
    _ tree: DriverTree, from before: DriverTree, over base: StoredDocument, _ words: String
  ) throws(CollaborationError) -> Outcome {
    let preparation = try prepareSaving(
      tree.written(into: base.tree), over: base, note: words, mergesWithOthers: false)
    guard case .change(let change) = preparation else { return try carryOut(preparation) }
    let following = try cycles(following: tree, from: before, in: Project(base.tree))
    let note =
      following.isEmpty
      ? words
      : "\(words); its \(following.count == 1 ? "cycle follows" : "\(following.count) cycles follow")"
    return try carryOut([change] + following, note: note)[0].saying(note)
  }

  /// The cycles that tested an idea by its old words or under its old driver, with the new ones. One
  /// that this person may not write stays where it was.
  private func cycles(
    following tree: DriverTree, from before: DriverTree, in project: Project
  ) throws(CollaborationError) -> [PreparedChange] {
    let changed = before.entries.filter { entry in
      guard entry.kind == .idea, let now = tree.entry(entry.id) else { return false }
      return now.text != entry.text || tree.driver(of: entry.id) != before.driver(of: entry.id)
    }
    guard !changed.isEmpty else { return [] }
    let rows = ProjectTree(project, cycles: try cycles(in: project.id), places: "").rows
    var changes: [PreparedChange] = []
    for idea in changed {
      guard let text = tree.entry(idea.id)?.text,
        let place = rows.firstIndex(where: { $0.nodeID == idea.id })
      else { continue }
      for row in rows[(place + 1)...].prefix(while: { $0.kind == .cycle }) {
        let cycle = try document(row.target.id)
        var edited = cycle.tree
        let ramp = Cycle(cycle.tree).ramp
        // A ramp of another name stays; then it is the words of the idea that the cycle goes by.
        let isByRamp = ramp == nil || ramp?.lowercased() == idea.text.lowercased()
        let words: JSONPath = isByRamp ? "ramp" : "changeIdea.text"
        if text != idea.text { edited[words] = .string(text) }
        edited["driver"] = tree.driver(of: idea.id).map(JSON.string)
        if case .change(let change)? = try? prepareSaving(edited, over: cycle) {
          changes.append(change)
        }
      }
    }
    return changes
  }
}

extension DriverStep {
  /// Which question of a form the step answers.
  fileprivate var field: String {
    switch self {
    case .place: "parent"
    default: "text"
    }
  }

  /// What was done, for the person and the journal.
  func words(from before: DriverTree, to after: DriverTree) -> String {
    let name = "“\((after.entry(id) ?? before.entry(id))?.text ?? "")”"
    switch self {
    case .add(let kind, _, _, _), .addBeside(let kind, _, _, _):
      return "added the \(kind.label) \(name)\(place(in: after))"
    case .reword: return "called it \(name)"
    case .indent, .outdent, .place: return "moved \(name)\(place(in: after))"
    case .up: return "moved \(name) up"
    case .down: return "moved \(name) down"
    case .remove(_, let together):
      let below = before.index(of: id).map { before.stretch(at: $0).count - 1 } ?? 0
      guard below > 0 else { return "removed \(name)" }
      return together
        ? "removed \(name) and the \(below) below it"
        : "removed \(name); what stood under it moved up"
    }
  }

  private func place(in tree: DriverTree) -> String {
    guard let index = tree.index(of: id) else { return "" }
    guard let parent = tree.parent(at: index) else { return "; it is a primary driver" }
    return " under “\(tree.entries[parent].text)”"
  }
}

extension DriverTree.Kind {
  /// What a person calls it.
  public var label: String {
    switch self {
    case .driver: "driver"
    case .idea: "change idea"
    }
  }
}
