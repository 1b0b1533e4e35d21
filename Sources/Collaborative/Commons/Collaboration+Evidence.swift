import DocumentStore
import Improvement
import Insights
import JSONTree

extension Collaboration {
  /// Who tried a resource and what the charts there say, as far as this person may read them.
  ///
  /// - Complexity: O(try-outs of the resource) the first time until something changes, each with the
  ///   points of its project's outcome and process measures at its site.
  public func evidence(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    try known(\.evidence, of: id) { () throws(CollaborationError) in
      try addingCycles(to: judgedTries(of: id))
    }
  }

  /// The same without the cycles, which are most of the documents that it rests on.
  ///
  /// Of the thousands of documents none is kept in memory but the try-outs: what is read of each is a
  /// few fields, where the snapshot has them.
  func judgedTries(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    try known(\.judgedTries, of: id) { () throws(CollaborationError) in
      let resource = Resource(try document(id).tree)
      var documents = ReadForEvidence()
      var entries: [ResourceEvidence.Entry] = []
      for adoption in try adoptions(of: id) {
        let project = project(of: adoption, &documents)
        let (series, hidesNumbers) = numbers(for: adoption, in: project, &documents)
        entries.append(
          ResourceEvidence.Entry(
            judgement: AdoptionJudgement(
              adoption, in: project, series: series, hidesNumbers: hidesNumbers),
            siteName: shownName(of: adoption.site), cycles: [],
            seriesIDs: AdoptionJudgement.chosen(series, for: adoption, in: project).map(\.0.id)))
      }
      entries.sort { ($0.siteName, $0.adoption.id) < ($1.siteName, $1.adoption.id) }
      return ResourceEvidence(
        resource: resource, entries: entries,
        summary: EvidenceSummary(entries.map(\.judgement)))
    }
  }

  private func addingCycles(
    to evidence: ResourceEvidence
  ) throws(CollaborationError) -> ResourceEvidence {
    var evidence = evidence
    let cycles = try testingCycles(of: evidence.resource.id)
    // A cycle belongs to the try-out that it names or that names it, else to those at its site.
    let ofTry = Dictionary(grouping: cycles.filter { $0.adoption != nil }) { $0.adoption ?? "" }
    let others = cycles.filter { $0.adoption == nil }
    let atSite = Dictionary(grouping: others) { $0.site ?? "" }
    let named = Dictionary(others.map { ($0.told.id, $0) }) { first, _ in first }
    for index in evidence.entries.indices {
      let adoption = evidence.entries[index].adoption
      let near = (ofTry[adoption.id] ?? []) + (atSite[adoption.site] ?? [])
      let far = adoption.cycles.compactMap { named[$0] }.filter { $0.site != adoption.site }
      evidence.entries[index].cycles = (near + far).filter { $0.tests(adoption) }.sorted {
        ($0.begun, $0.told.id) < ($1.begun, $1.told.id)
      }.map(\.told)
    }
    return evidence
  }

  /// The try-outs of a resource.
  func adoptions(of resource: DocumentID) throws(CollaborationError) -> [Adoption] {
    try documents(.adoption, mentioning: [resource]).map { Adoption($0.tree) }
      .filter { $0.resource == resource }
  }

  /// The cycles that test a resource.
  private func testingCycles(
    of resource: DocumentID
  ) throws(CollaborationError) -> [TestingCycle] {
    try survey(.cycle, mentioning: [resource], fields: TestingCycle.fields) { tree in
      let cycle = Cycle(tree)
      return cycle.changeIdeaResource == resource ? TestingCycle(cycle) : nil
    }
  }

  /// A try-out's project as far as it says which charts decide.
  private func project(of adoption: Adoption, _ documents: inout ReadForEvidence) -> Project? {
    guard let id = adoption.project, !id.isEmpty else { return nil }
    if let known = documents.projects[id] { return known }
    let found = try? glance(at: id, fields: ReadForEvidence.fieldsOfProject)
    let project = found.flatMap {
      $0.type == DocumentType.project.rawValue ? Project($0.tree) : nil
    }
    documents.projects[id] = .some(project)
    return project
  }

  /// The series at a try-out's site of the measures it may be judged by; without their numbers where
  /// it was never taken into use, when there is nothing to judge.
  ///
  /// - Returns: those that this person may read, and whether there are others. Where the project
  ///   itself is not theirs to read, nobody can say which there are.
  private func numbers(
    for adoption: Adoption, in project: Project?, _ documents: inout ReadForEvidence
  ) -> (shown: [(Series, Measure)], hasOthers: Bool) {
    var hasOthers = project == nil && adoption.project.map { naming(of: $0) == .hidden } ?? false
    var ids = project?.measureIds ?? []
    ids += [project?.aim.measure, adoption.reliabilityMeasure].compactMap(\.self)
    let fields = adoption.implementedOn == nil ? ReadForEvidence.fieldsOfSeries : nil
    var found: [(Series, Measure)] = []
    for id in Set(ids).sorted() {
      if documents.measures[id] == nil {
        documents.measures[id] = .some((try? document(id)).map { Measure($0.tree) })
      }
      guard case .some(.some(let measure)) = documents.measures[id],
        AdoptionJudgement.mayDecide(measure.kind)
      else { continue }
      let seriesID = Series.id(site: adoption.site, measure: id)
      if let series = try? glance(at: seriesID, fields: fields) {
        found.append((Series(series.tree), measure))
      } else if naming(of: seriesID) == .hidden {
        hasOthers = true
      }
    }
    return (found, hasOthers)
  }
}

/// What many try-outs share, read once.
private struct ReadForEvidence {
  var measures: [DocumentID: Measure?] = [:]
  var projects: [DocumentID: Project?] = [:]

  static let fieldsOfSeries = JSON.FieldNames(
    ofDocument: Collaboration.fieldsOfRights + ["measure", "stratum"])
  static let fieldsOfProject = JSON.FieldNames(
    ofDocument: Collaboration.fieldsOfRights + ["measures", "aim"])
}

/// A cycle that tests a resource, as far as it is told of it and by which try-out it stands.
private struct TestingCycle {
  var told: TriedCycle
  var site: DocumentID?
  var resource: DocumentID?
  /// The try-out that it names.
  var adoption: DocumentID?
  var begun: String

  /// What of a cycle's document this is read from.
  static let fields = [
    "title", "site", "stage", "changeIdea", "actualStart", "plannedStart", "plan", "study", "act",
  ]

  init(_ cycle: Cycle) {
    told = TriedCycle(cycle)
    site = cycle.site
    resource = cycle.changeIdeaResource
    adoption = cycle.adoption
    begun = cycle.begun
  }

  /// Whether it is part of a try-out: it says so, or it tries the same at the same site.
  func tests(_ tried: Adoption) -> Bool {
    if let adoption { return adoption == tried.id }
    return tried.cycles.contains(told.id) || resource == tried.resource && site == tried.site
  }
}

extension Cycle {
  /// Whether it is part of a try-out: it says so, or it tries the same at the same site.
  func tests(_ adoption: Adoption) -> Bool { TestingCycle(self).tests(adoption) }
}
