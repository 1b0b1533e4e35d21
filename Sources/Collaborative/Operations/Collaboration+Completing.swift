import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// A document with what huddle fills in itself: who, where and when, as far as it can be known.
  func completed(_ given: JSON, _ type: DocumentType, old: JSON?) -> JSON {
    var tree = given
    switch type {
    case .cycle: completeCycle(&tree, isNew: old == nil)
    case .adoption: completeAdoption(&tree, old)
    case .need, .offer:
      if old == nil, tree["member"] == nil, let id = principal.memberID {
        tree["member"] = .string(id)
      }
      if old == nil { fillHome("site", in: &tree) }
    case .resource:
      if old == nil, tree["authors"] == nil, let id = principal.memberID {
        tree["authors"] = [.string(id)]
      }
      if old == nil { fillHome("site", in: &tree) }
      if let old {
        let version = Lineage.version(of: Resource(tree), after: Resource(old))
        if version != Resource(tree).version { tree["version"] = JSON(version) }
      }
    case .project:
      if old == nil, tree["sites"]?.elements.isEmpty ?? true, principal.siteIDs.count == 1 {
        tree["sites"] = JSON(strings: principal.siteIDs)
      }
      mendDiagram(&tree, old)
    case .series: completePhases(&tree, old)
    case .note:
      // What answers a note for coaches tells of it.
      if let question = tree["replyTo"]?.string, isForCoachesOnly(note: question) {
        tree["privateToCoaches"] = .bool(true)
      }
    default: break
    }
    return tree
  }

  /// A diagram that a merge of two hosts left with a circle or an orphan is put right with the next
  /// change of anything else, so that nobody's change is refused for it.
  private func mendDiagram(_ tree: inout JSON, _ old: JSON?) {
    guard let old, tree["drivers"] == old["drivers"], tree["ideas"] == old["ideas"],
      Validation.findings(in: old, type: .project).contains(where: {
        ["drivers", "ideas"].contains($0.path.steps.first ?? "")
      })
    else { return }
    tree = DriverTree(Project(tree)).written(into: tree)
  }

  /// A phase is a decision, so each new one says whose and of which day.
  private func completePhases(_ tree: inout JSON, _ old: JSON?) {
    let known = Set((old.map { Series($0).phases } ?? []).compactMap(\.starts))
    for (index, phase) in Series(tree).phases.enumerated() {
      guard let starts = phase.starts, !known.contains(starts) else { continue }
      let path = ["phases", String(index)]
      if phase.author == nil, let id = principal.memberID {
        tree[JSONPath(path + ["author"])] = .string(id)
      }
      if phase.on == nil { tree[JSONPath(path + ["on"])] = .string(clock.today.description) }
    }
  }

  /// Someone who belongs to one site means that one.
  private func fillHome(_ field: String, in tree: inout JSON) {
    if tree[field] == nil, principal.siteIDs.count == 1 {
      tree[field] = .string(principal.siteIDs[0])
    }
  }

  private func completeCycle(_ tree: inout JSON, isNew: Bool) {
    if tree["title"]?.string?.isEmpty ?? true,
      let objective = tree["plan.objective" as JSONPath]?.string, !objective.isEmpty
    {
      tree["title"] = .string(CycleTitle.derived(fromObjective: objective))
    }
    if isNew {
      if tree["owner"] == nil, let id = principal.memberID { tree["owner"] = .string(id) }
      if tree["site"] == nil, let project = tree["project"]?.string.flatMap(projectTree) {
        let sites = project["sites"]?.strings ?? []
        if sites.count == 1 {
          tree["site"] = .string(sites[0])
        } else if let home = sites.filter(principal.siteIDs.contains).first {
          tree["site"] = .string(home)
        }
      }
    }
    // A prediction counts from the moment it was written down.
    for (index, record) in (tree["plan.predictions" as JSONPath]?.elements ?? []).enumerated() {
      guard record["madeAt"] == nil, let text = record["prediction"]?.string, !text.isEmpty else {
        continue
      }
      tree[JSONPath(["plan", "predictions", String(index), "madeAt"])] =
        .string(clock.now().description)
    }
  }

  private func projectTree(_ id: DocumentID) -> JSON? { (try? store.document(id))?.tree }

  /// Each stage that is reached is dated.
  private func completeAdoption(_ tree: inout JSON, _ old: JSON?) {
    if old == nil { fillHome("site", in: &tree) }
    guard let stage = tree["stage"]?.string, stage != old?["stage"]?.string else { return }
    var history = tree["history"]?.elements ?? []
    guard history.last?["stage"]?.string != stage else { return }
    var entry: JSON = ["stage": .string(stage), "at": .string(clock.today.description)]
    entry["by"] = principal.memberID.map(JSON.string)
    history.append(entry)
    tree["history"] = .array(history)
  }
}
