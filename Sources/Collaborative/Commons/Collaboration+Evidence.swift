import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// Who tried a resource and what the charts there say, as far as this person may read them.
  ///
  /// - Complexity: O(try-outs of the resource) the first time until something changes, each with the
  ///   points of its project's outcome and process measures at its site.
  public func evidence(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    try known(\.evidence[id]) { () throws(CollaborationError) in try makeEvidence(of: id) }
  }

  private func makeEvidence(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    let resource = Resource(try document(id).tree)
    let cycles = try cycles(mentioning: [id]).filter { $0.changeIdeaResource == id }
    // A cycle belongs to the try-out that it names or that names it, else to those at its site.
    let ofTry = Dictionary(grouping: cycles.filter { $0.adoption != nil }) { $0.adoption ?? "" }
    let others = cycles.filter { $0.adoption == nil }
    let atSite = Dictionary(grouping: others) { $0.site ?? "" }
    let named = Dictionary(others.map { ($0.id, $0) }) { first, _ in first }
    var measures: [String: Measure?] = [:]
    var entries: [ResourceEvidence.Entry] = []
    for adoption in try adoptions(of: id) {
      let project = project(adoption.project)
      let series = numbers(for: adoption, in: project, &measures)
      let near = (ofTry[adoption.id] ?? []) + (atSite[adoption.site] ?? [])
      let far = adoption.cycles.compactMap { named[$0] }.filter { $0.site != adoption.site }
      entries.append(
        ResourceEvidence.Entry(
          judgement: AdoptionJudgement(adoption, in: project, series: series),
          siteName: shownName(of: adoption.site),
          cycles: (near + far).filter { $0.tests(adoption) }.sorted {
            ($0.begun, $0.id) < ($1.begun, $1.id)
          }.map(TriedCycle.init),
          seriesIDs: AdoptionJudgement.chosen(series, for: adoption, in: project).map(\.0.id)))
    }
    entries.sort { ($0.siteName, $0.adoption.id) < ($1.siteName, $1.adoption.id) }
    return ResourceEvidence(
      resource: resource, entries: entries,
      summary: EvidenceSummary(entries.map(\.judgement)))
  }

  /// The try-outs of a resource.
  func adoptions(of resource: DocumentID) throws(CollaborationError) -> [Adoption] {
    try documents(.adoption, mentioning: [resource]).map { Adoption($0.tree) }
      .filter { $0.resource == resource }
  }

  /// The series at a try-out's site of the measures it may be judged by.
  ///
  /// - Parameter measures: those that were read already; many try-outs share them.
  private func numbers(
    for adoption: Adoption, in project: Project?, _ measures: inout [String: Measure?]
  ) -> [(Series, Measure)] {
    var ids = project?.measureIds ?? []
    ids += [project?.aim.measure, adoption.reliabilityMeasure].compactMap(\.self)
    var found: [(Series, Measure)] = []
    for id in Set(ids).sorted() {
      if measures[id] == nil {
        measures[id] = .some((try? document(id)).map { Measure($0.tree) })
      }
      guard case .some(.some(let measure)) = measures[id],
        let series = try? document(Series.id(site: adoption.site, measure: id))
      else { continue }
      found.append((Series(series.tree), measure))
    }
    return found
  }
}

extension Cycle {
  /// Whether it is part of a try-out: it says so, or it tries the same at the same site.
  func tests(_ adoption: Adoption) -> Bool {
    if let part = self.adoption { return part == adoption.id }
    return adoption.cycles.contains(id)
      || changeIdeaResource == adoption.resource && site == adoption.site
  }
}
