import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Offers what a cycle taught to the commons: an idea that worked or a lesson, linked from the
  /// cycle, in one step.
  ///
  /// - Parameter texts: the resource's fields by their paths, as they were typed.
  public func share(
    _ texts: [String: String], as kind: ResourceKind, of base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    guard let learnt = texts["plainSummary"], !learnt.allSatisfy(\.isWhitespace) else {
      throw .invalid(.resource, [Self.missing("plainSummary", "In plain words")])
    }
    let cycle = Cycle(base.tree)
    var resource = try begun(.resource, assignments: Self.filled(texts))
    if texts["kind"] ?? "" == "" { resource["kind"] = .string(kind.rawValue) }
    // What was given up before it began was tried by nobody.
    let evidence: EvidenceLevel = cycle.hasBegun ? .triedOnce : .idea
    resource["evidence"] = .string(evidence.rawValue)
    resource["site"] = cycle.site.map(JSON.string)
    var old = base.tree
    old["act.sharedAsResource" as JSONPath] = resource["id"]
    if cycle.summary == nil { old["study.summary" as JSONPath] = resource["plainSummary"] }
    return try together(
      adding: resource, .resource, saving: old, over: base,
      note: "shared what “\(cycle.title)” taught")
  }

  /// What a cycle says already of the resource that it may become, by the resource's paths.
  public func contribution(of cycle: Cycle) -> [String: String] {
    let isLesson = cycle.decision == .abandon
    let learnt = [cycle.summary, cycle.rationale].compactMap(\.self)
    let name = cycle.ramp ?? cycle.title
    var texts = [
      "title": isLesson ? "What we learnt: \(name)" : name,
      "kind": (isLesson ? ResourceKind.lesson : .changeIdea).rawValue,
      "plainSummary": learnt.joined(separator: "\n"), "whatToAvoid": "", "steps": "",
      "contextsTested": "", "licence": Licence.attribution.rawValue,
      "visibility": Visibility.network.rawValue,
    ]
    let tree = cycle.tree
    if !isLesson {
      texts["steps"] = (tree["plan.tasks" as JSONPath]?.elements ?? [])
        .compactMap { $0["what"]?.string }.joined(separator: "\n")
    }
    let contexts = ["scale.setting", "scale.conditions"].compactMap { (path: JSONPath) in
      tree[path]?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
    texts["contextsTested"] = contexts.joined(separator: ", ")
    return texts
  }

  /// Makes one's own version of a resource: a child that names its parent, the parent's version and
  /// what changed. Whoever made the parent keeps the credit through that link.
  ///
  /// - Parameters:
  ///   - texts: the child's fields by their paths, as typed; what is not among them is the parent's.
  ///   - whatChanged: needed, because a copy is nobody's adaptation.
  public func adapt(
    _ texts: [String: String], whatChanged: String, from base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    guard base.type == DocumentType.resource.rawValue else {
      throw .otherType(found: base.type, expected: .resource)
    }
    guard !whatChanged.allSatisfy(\.isWhitespace) else {
      throw .invalid(.resource, [Self.missing("derivedFrom.0.whatChanged", "What changed")])
    }
    let parent = Resource(base.tree)
    var child = try begun(.resource)
    for path in Self.inherited { child[path] = base.tree[path] }
    child = try assigning(Self.filled(texts), to: child, .resource)
    child["derivedFrom"] = [
      [
        "resource": .string(base.id), "version": JSON(parent.version),
        "whatChanged": .string(FieldText.normalised(whatChanged)),
      ]
    ]
    let outcome = try add(child, .resource)
    return outcome.saying(
      "\(outcome.words), made from “\(parent.title)”, version \(parent.version)")
  }

  /// What a child has from its parent until somebody changes it. How well it is tried is not among
  /// it, nor who reviewed it: both are said of each version anew.
  static let inherited: [JSONPath] = [
    "title", "kind", "plainSummary", "description", "drivers", "audience", "language", "steps",
    "howToStartSmall", "whatToAvoid", "citations", "items", "licence", "credits", "tags",
  ]

  static func filled(_ texts: [String: String]) -> [Assignment] {
    texts.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map {
      Assignment($0.key, $0.value)
    }
  }

  /// What a resource owes to those before it: `after “Warm blanket” by Priya Nair`.
  func creditWords(_ resource: Resource) -> [String] {
    resource.derivedFrom.map { link in
      let parent = (try? document(link.resource)).map { Resource($0.tree) }
      let names = (parent?.authors ?? []).map(shownName)
      let version = link.version.map { ", version \($0)" } ?? ""
      return "after “\(shownName(of: link.resource))”\(version)"
        + (names.isEmpty ? "" : " by \(names.joined(separator: ", "))")
    } + resource.credits
  }
}
