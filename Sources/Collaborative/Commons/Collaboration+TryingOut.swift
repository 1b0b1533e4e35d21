import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Whether this person begins try-outs: who leads a team does, and so does whoever helps teams.
  func leadsProject() throws(CollaborationError) -> Bool {
    switch principal.role {
    case .lead, .coach, .steward: return true
    case .visitor: return false
    case .participant:
      guard let me = principal.memberID else { return false }
      return try ownProjects().contains { $0.isLed(by: me, on: clock.today) }
    }
  }

  /// Begins a site's try-out of a resource: the try-out and its first small cycle, each naming the
  /// other, in one step.
  ///
  /// Where the site has one going on already, the cycle becomes part of that.
  ///
  /// - Parameters:
  ///   - stage: testing, or considering where the cycle is only planned.
  ///   - assignments: the cycle's fields; what they leave out comes from the resource.
  public func tryOut(
    _ resource: DocumentID, stage: AdoptionStage = .testing, _ assignments: [Assignment]
  ) throws(CollaborationError) -> Outcome {
    let idea = Resource(try document(resource).tree)
    let cycle = try firstCycle(of: idea, assignments)
    guard let site = Cycle(cycle).site else {
      throw .invalid(.cycle, [Self.missing("site", "Site")])
    }
    return try repeatedWhileOvertaken { () throws(CollaborationError) in
      let running = try runningTryOut(of: idea.id, at: site)
      return try save(cycle, trying: idea, at: site, in: running, stage)
    }
  }

  /// What a site has going on with a resource.
  public func runningTryOut(
    of resource: DocumentID, at site: DocumentID
  ) throws(CollaborationError) -> Adoption? {
    try adoptions(of: resource).first { $0.site == site && $0.stage != .abandoned }
  }

  private func firstCycle(
    of idea: Resource, _ assignments: [Assignment]
  ) throws(CollaborationError) -> JSON {
    var tree = try begun(.cycle, assignments: assignments)
    tree["changeIdea.resource" as JSONPath] = .string(idea.id)
    tree["changeIdea.version" as JSONPath] = JSON(idea.version)
    let defaults: [(JSONPath, String?)] = [
      ("title", "\(idea.title): first test here"),
      ("changeIdea.text", idea.plainSummary ?? idea.title), ("ramp", idea.title),
      ("plan.objective", idea.firstQuestion), ("plan.theory", idea.theory),
      ("purpose", CyclePurpose.test.rawValue),
    ]
    for (path, text) in defaults where tree[path] == nil { tree[path] = text.map(JSON.string) }
    return completed(tree, .cycle, old: nil)
  }

  private func save(
    _ given: JSON, trying idea: Resource, at site: DocumentID, in running: Adoption?,
    _ stage: AdoptionStage
  ) throws(CollaborationError) -> Outcome {
    var cycle = given
    let id = Cycle(cycle).id
    var adoption = running?.tree ?? newDocument(.adoption, id: ULID().text)
    let known = Adoption(adoption)
    adoption["cycles"] = JSON(strings: known.cycles + [id])
    if running == nil {
      adoption["resource"] = .string(idea.id)
      adoption["version"] = JSON(idea.version)
      adoption["site"] = .string(site)
      adoption["project"] = cycle["project"]
    }
    if running == nil || known.stage < stage { adoption["stage"] = .string(stage.rawValue) }
    cycle["changeIdea.adoption" as JSONPath] = adoption["id"]
    let now = Adoption(adoption).stage
    let isFurther = running.map { !($0.stage < now) } ?? false
    let did = "\(name(of: site)) \(now.doing(isFurther: isFurther)) “\(idea.title)”"
    let note =
      "\(did); the \(known.cycles.isEmpty ? "first" : "next") cycle is “\(Cycle(cycle).title)”"
    var inside = self
    // Each names the other, so each is there already while the other is looked at.
    inside.prepared[known.id] = adoption
    inside.prepared[id] = cycle
    let preparations: [Preparation]
    if running == nil {
      preparations = [
        try inside.prepareAdding(adoption, .adoption), try inside.prepareAdding(cycle, .cycle),
      ]
    } else {
      preparations = [
        try inside.prepareSaving(adoption, over: document(known.id)),
        try inside.prepareAdding(cycle, .cycle),
      ]
    }
    let changes = preparations.compactMap { preparation -> PreparedChange? in
      if case .change(let change) = preparation { change } else { nil }
    }
    let outcomes = try inside.carryOut(changes, note: note)
    guard let last = outcomes.last else { throw .badOperation(.missing("document")) }
    return Outcome(
      id: last.id, revision: last.revision, words: note, isMerged: outcomes[0].isMerged,
      needsChoice: outcomes[0].needsChoice, others: Array(outcomes.dropLast()))
  }

  /// Does something again on what is there by then, as often as somebody else is quicker.
  private func repeatedWhileOvertaken(
    _ body: () throws(CollaborationError) -> Outcome
  ) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        return try body()
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }
}

extension AdoptionStage {
  /// What a site does that begins a cycle: "Riverside tries “Warm blanket”".
  ///
  /// - Parameter isFurther: whether it did so before.
  fileprivate func doing(isFurther: Bool) -> String {
    switch self {
    case .aware, .considering: "considers"
    case .testing, .abandoned: isFurther ? "goes on trying" : "tries"
    case .adapted: "goes on trying its own version of"
    case .implemented, .sustained: "already uses"
    }
  }
}

extension Resource {
  /// What a first small test of it asks.
  public var firstQuestion: String { "Does “\(title)” work here?" }

  /// Its mechanism, where its description tells one as "if … then …".
  public var theory: String? {
    let text = description ?? ""
    for sentence in text.split(whereSeparator: { $0.isNewline }) {
      guard let start = sentence.range(of: ["If ", "if "]),
        let end = sentence[start...].firstIndex(of: ".") ?? sentence.indices.last
      else { continue }
      let theory = sentence[start...end]
      if theory.contains("then ") { return String(theory) }
    }
    return nil
  }
}

extension Substring {
  /// Where the first of some words begins at the start of the text or of a sentence.
  fileprivate func range(of words: [String]) -> Index? {
    var start = startIndex
    while start < endIndex {
      if words.contains(where: { self[start...].hasPrefix($0) }) { return start }
      guard let stop = self[start...].firstIndex(of: ".") else { return nil }
      start = self[stop...].dropFirst().firstIndex { !$0.isWhitespace } ?? endIndex
    }
    return nil
  }
}

extension AdoptionStage {
  /// Whether it is less far than another, in the order of the stages.
  static func < (left: AdoptionStage, right: AdoptionStage) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

extension Project {
  /// Whether somebody holds a role by which the team's work is decided.
  fileprivate func isLed(by member: DocumentID, on day: CalendarDate) -> Bool {
    let leading: [RosterRole] = [.clinicalLead, .dayToDayLead, .executiveSponsor]
    return roster.contains {
      $0.member == member && leading.contains($0.role) && $0.isHeld(on: day)
    }
  }
}
