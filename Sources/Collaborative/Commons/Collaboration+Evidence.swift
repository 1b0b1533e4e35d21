import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// Who tried a resource and what the charts there say, as far as this person may read them.
  ///
  /// - Complexity: O(try-outs of the resource) the first time until something changes, each with the points of its project's outcome and
  ///   process measures at its site.
  public func evidence(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    try known(\.evidence[id]) { () throws(CollaborationError) in try makeEvidence(of: id) }
  }

  private func makeEvidence(of id: DocumentID) throws(CollaborationError) -> ResourceEvidence {
    let resource = Resource(try document(id).tree)
    let cycles = try cycles(mentioning: [id]).filter { $0.changeIdeaResource == id }
    var entries: [ResourceEvidence.Entry] = []
    for adoption in try adoptions(of: id) {
      let project = project(adoption.project)
      let series = numbers(for: adoption, in: project)
      entries.append(
        ResourceEvidence.Entry(
          judgement: AdoptionJudgement(adoption, in: project, series: series),
          siteName: shownName(of: adoption.site),
          cycles: cycles.filter { $0.tests(adoption) }.sorted {
            ($0.begun, $0.id) < ($1.begun, $1.id)
          },
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
  private func numbers(for adoption: Adoption, in project: Project?) -> [(Series, Measure)] {
    var measures = project?.measureIds ?? []
    measures += [project?.aim.measure, adoption.reliabilityMeasure].compactMap(\.self)
    return Set(measures).sorted().compactMap { id in
      guard let definition = try? document(id),
        let series = try? document(Series.id(site: adoption.site, measure: id))
      else { return nil }
      return (Series(series.tree), Measure(definition.tree))
    }
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
