import Collaborative
import DocumentStore
import Improvement
import JSONTree

/// Cycles that begin from another one: the next in its chain, or a copy for another team.
extension Collaboration {
  /// The cycle after a cycle: linked back, with its theory, measures and unfinished tasks; the
  /// prediction is asked anew, beside the one of last time, and the next sensible size is advice.
  func nextCycleForm(after base: StoredDocument) throws(CollaborationError) -> FormContent {
    let last = Cycle(base.tree)
    let chain = try ramp(of: last)
    var tree: JSON = ["parentCycle": .string(last.id)]
    for path in [
      "project", "site", "driver", "purpose", "testers", "changeIdea", "visibility", "tags",
      "plan.objective", "plan.theory", "plan.dataPlan", "plan.stopCriteria", "scale.setting",
      "scale.conditions",
    ] as [JSONPath] {
      tree[path] = base.tree[path]
    }
    let ramp = last.ramp ?? last.title
    tree["ramp"] = .string(ramp)
    tree["title"] = .string("\(ramp): test \(chain.cycles.count + 1)")
    tree["howSure.before" as JSONPath] = base.tree["howSure.after" as JSONPath]
    tree["plan.predictions" as JSONPath] = Self.measures(of: last)
    let open = last.tasks.filter { !$0.done.isDone }.map { task in
      var record = task.tree
      for name in ["when", "done"] { record[name] = nil }
      return record
    }
    if !open.isEmpty { tree["plan.tasks" as JSONPath] = .array(open) }
    let scale = NextScale(after: last, in: chain)
    let unit = last.scaleUnit
    if let count = scale?.count { tree[JSONPath(["scale", unit])] = JSON(count) }
    return try formForCycle(
      tree, title: "Next cycle after: \(last.title)", placeholders: Self.lastTime(last),
      with: ["scale.\(unit)"], advice: scale.map { "Next sensible size: \($0)." }
    )
    .based(on: base)
  }

  /// A copy of a cycle for one's own project: what was to be learnt and how, without results, dates
  /// and people.
  func cloneForm(of base: StoredDocument) throws(CollaborationError) -> FormContent {
    let original = Cycle(base.tree)
    var tree: JSON = [:]
    for path in [
      "title", "purpose", "ramp", "changeIdea", "tags", "plan.objective", "plan.theory",
      "plan.dataPlan", "plan.stopCriteria",
    ] as [JSONPath] {
      tree[path] = base.tree[path]
    }
    let tasks = original.tasks.map { task in
      var record = task.tree
      for name in ["who", "when", "done"] { record[name] = nil }
      return record
    }
    if !tasks.isEmpty { tree["plan.tasks" as JSONPath] = .array(tasks) }
    try assumePlace(in: &tree, measure: nil)
    let mine = Set(
      tree["project"]?.string.flatMap { try? Project(document($0).tree) }?.measureIds ?? [])
    let theirs = original.predictions.compactMap(\.measure).filter(mine.contains)
    if !theirs.isEmpty {
      tree["plan.predictions" as JSONPath] = .array(theirs.map { ["measure": .string($0)] })
    }
    let from = original.site.map { " at \(name(of: $0))" } ?? ""
    return try formForCycle(
      tree, title: "Copy of: \(original.title)", placeholders: Self.lastTime(original, who: "they"),
      advice: "Copied from the cycle\(from), without its results, dates and people."
    )
    .based(on: base)
  }

  /// A prediction for each measure that was looked at, its text still to be written.
  private static func measures(of cycle: Cycle) -> JSON? {
    let measures = cycle.predictions.compactMap(\.measure)
    return measures.isEmpty ? nil : .array(measures.map { ["measure": .string($0)] })
  }

  /// What was expected last time and what came of it, to be read beside the empty field.
  private static func lastTime(_ cycle: Cycle, who: String = "last time") -> [String: String] {
    var texts: [String: String] = [:]
    for (index, prediction) in cycle.predictions.enumerated() where !prediction.prediction.isEmpty {
      let result = cycle.result(ofPrediction: index)?.result
      let came = result.map { " → \($0)" } ?? ""
      texts["plan.predictions.\(index).prediction"] =
        who == "they"
        ? "they expected: \(prediction.prediction)" : "last time: \(prediction.prediction)\(came)"
    }
    return texts
  }
}

extension FormContent {
  /// The same form, which knows the document it comes from.
  fileprivate func based(on base: StoredDocument) -> FormContent {
    var content = self
    content.base = base
    return content
  }
}

extension Cycle {
  /// What its size counts: patients where nothing else is known.
  fileprivate var scaleUnit: String {
    if scale.patients != nil { return "patients" }
    if scale.encounters != nil { return "encounters" }
    return scale.clinicians != nil ? "clinicians" : "patients"
  }
}
