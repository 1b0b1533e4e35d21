import DocumentStore
import Improvement
import Insights

/// What a person's own words bring to their Today: what is new on what they care about, what they
/// could do, whom the network designs for.
extension Collaboration {
  private static let mostOfEach = 3
  /// A word that more documents have is too common to tell what somebody cares about.
  private static let mostWithAWord = 60
  /// Among how many of the newest resources something to do is looked for.
  private static let newestLookedAt = 50

  /// What stands above Today, in the words of the person's perspective; nil for those who come for
  /// the work of their teams.
  public var perspectiveHeading: String? {
    guard principal.role == .participant else { return nil }
    return principal.perspective?.invitation
  }

  /// Nothing for those who look after the teams of others: their day is told by site.
  func perspectiveRows() throws(CollaborationError) -> [TodayRow] {
    guard !principal.role.looksAfterTeams, let me = principal.memberID,
      let member = (try? document(me)).map({ Member($0.tree) })
    else { return [] }
    return try careRows(member) + helpRows(member) + personaRows()
  }

  // MARK: What they care about

  /// New cycles and try-outs of others about what somebody cares about; new resources come as ideas.
  private func careRows(_ member: Member) throws(CollaborationError) -> [TodayRow] {
    let interests = Interests(member)
    guard !interests.isEmpty else { return [] }
    let own = Set(try ownCycles().map(\.id))
    var rows: [(day: String, row: TodayRow)] = []
    for document in try documents(.cycle, naming: interests) {
      let cycle = Cycle(document.tree)
      guard !own.contains(cycle.id), isNew(cycle.createdDay),
        interests.fit([cycle.title, cycle.objective ?? "", cycle.theory ?? ""] + cycle.tags)
      else { continue }
      let row = TodayRow(
        kind: .care, text: cycle.title,
        detail: cycle.stage.isRunning ? "is tried out" : "was tried",
        place: cycle.site.map(shownName) ?? "", when: cycle.createdDay?.label ?? "", tone: .plain,
        target: Target(.cycle, cycle.id))
      rows.append((cycle.createdAt ?? "", row))
    }
    let fitting = try documents(.resource, naming: interests).map { Resource($0.tree) }
      .filter { interests.fit($0.searchTexts) }
    let titles = Dictionary(fitting.map { ($0.id, $0.title) }) { first, _ in first }
    for adoption in try documents(.adoption, mentioning: titles.keys).map({ Adoption($0.tree) }) {
      guard let title = titles[adoption.resource], let day = adoption.day(of: adoption.stage),
        isNew(day), !principal.siteIDs.contains(adoption.site)
      else { continue }
      let site = shownName(of: adoption.site)
      let row = TodayRow(
        kind: .care, text: "\(site) \(adoption.stage.verb) “\(title)”", detail: "", place: site,
        when: day.label, tone: .plain, target: Target(.adoption, adoption.id))
      rows.append(("\(day)", row))
    }
    return rows.sorted { ($1.day, $0.row.target.id) < ($0.day, $1.row.target.id) }
      .prefix(Self.mostOfEach).map(\.row)
  }

  /// The few documents of a type that have a word of what somebody cares about.
  private func documents(
    _ type: DocumentType, naming interests: Interests
  ) throws(CollaborationError) -> [StoredDocument] {
    var found: [DocumentID: StoredDocument] = [:]
    for text in interests.searches {
      let page = try list(ListRequest(type: type, search: text, limit: Self.mostWithAWord))
      guard page.total <= Self.mostWithAWord else { continue }
      for document in page.rows { found[document.id] = document }
    }
    return found.values.sorted { $0.id < $1.id }
  }

  // MARK: What they could do

  /// Needs that they could help with, then one thing for each that they are willing to do.
  private func helpRows(_ member: Member) throws(CollaborationError) -> [TodayRow] {
    let needs = try matchIndex().needs(
      forMember: member.id, knowing: member.skills, willing: member.willingTo, on: clock.today,
      limit: Self.mostOfEach
    ) { SearchText($0).text }
    var rows = needs.compactMap { match -> TodayRow? in
      guard let document = readable(match.id) else { return nil }
      let need = Need(document.tree)
      let because = match.reasons.compactMap { reason -> String? in
        switch reason {
        case .skills(let skills): "you know \(skills.joined(separator: ", "))"
        case .willing(let kind): "you are willing to \(kind.rawValue)"
        default: nil
        }
      }
      return TodayRow(
        kind: .could, text: "help with “\(need.title)”",
        detail: because.joined(separator: "; "), place: need.site.map(shownName) ?? "",
        when: need.neededBy.map { "by \($0.label)" } ?? "", tone: .plain,
        target: Target(.need, need.id))
    }
    guard !Set(member.willingTo).isDisjoint(with: [.test, .review]) else { return rows }
    let others = try newestOfOthers(limit: Self.newestLookedAt).lazy.compactMap(readable)
      .map { Resource($0.tree) }.filter { $0.kind != .persona }
    if member.willingTo.contains(.test), let untried = try firstUntried(among: others) {
      rows.append(row(untried, "be the first to test “\(untried.title)”"))
    }
    if member.willingTo.contains(.review),
      let unread = others.first(where: { $0.reviewedBy == nil })
    {
      rows.append(row(unread, "read “\(unread.title)” and say what is unclear"))
    }
    return rows
  }

  private func firstUntried(
    among resources: some Sequence<Resource>
  ) throws(CollaborationError) -> Resource? {
    for resource in resources where resource.evidence == .idea {
      if try documents(.adoption, mentioning: [resource.id]).isEmpty { return resource }
    }
    return nil
  }

  private func row(_ resource: Resource, _ text: String) -> TodayRow {
    TodayRow(
      kind: .could, text: text, detail: "", place: resource.site.map(shownName) ?? "", when: "",
      tone: .plain, target: Target(.resource, resource.id))
  }

  // MARK: Personas

  /// The newest persona of those who look from the same place.
  private func personaRows() throws(CollaborationError) -> [TodayRow] {
    guard principal.role == .participant, let perspective = principal.perspective else { return [] }
    let personas = try list(
      ListRequest(
        type: .resource, conditions: [.init(field: "kind", value: ResourceKind.persona.rawValue)])
    ).rows.map { Resource($0.tree) }.filter { perspective.isNamed(in: $0.audience + $0.tags) }
    guard
      let newest = personas.max(by: { ($0.createdAt ?? "", $0.id) < ($1.createdAt ?? "", $1.id) })
    else { return [] }
    return [
      TodayRow(
        kind: .idea, text: newest.title, detail: "is this like you? say what is missing",
        place: newest.site.map(shownName) ?? "", when: newest.createdDay?.label ?? "", tone: .plain,
        target: Target(.resource, newest.id))
    ]
  }
}

extension Perspective {
  /// What Today holds for somebody, as they would say it.
  fileprivate var invitation: String {
    switch self {
    case .clinician: "Your questions and what came of them, ideas for your work, and who needs help"
    case .patient: "What you asked and what became of it, what you care about, what you could do"
    case .family: "What you asked and what became of it, news for families, what you could do"
    case .peer: "What you asked, what others tried, and where your experience helps"
    case .staff: "What you asked, what is new for your work, and where a hand is wanted"
    case .researcher: "What you asked, what was newly tried, and who would talk about it"
    case .community: "What you asked, what is new near you, and where you could help"
    }
  }

  /// Whether a list of whom something is for names this perspective: `families`, `Patients at home`.
  fileprivate func isNamed(in audience: [String]) -> Bool {
    // The first letters hold for one and for many: family and families.
    let stem = String(rawValue.prefix(5))
    return audience.contains { SearchText($0).contains(stem) }
  }
}

extension CycleStage {
  fileprivate var isRunning: Bool { self == .plan || self == .do }
}
