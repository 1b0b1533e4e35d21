import Improvement
import JSONTree

extension World {
  /// Five try-outs of a site: its own idea, the blanket that went round, and three from others.
  func adoptions(ofSite site: Int) -> [JSON] {
    let sort = sort(ofSite: site)
    let tried: [(resource: String, owner: Int)] = [
      (ideaId(sort, 0), sort), sort == 0 ? (ideaId(1, 0), 1) : (ideaId(0, 0), 0),
      (ideaId((sort + 3) % 12, 0), (sort + 3) % 12), (ideaId((sort + 7) % 12, 1), (sort + 7) % 12),
      (sharedTextId(2 + sort % 4), (sort + 5) % 12),
    ]
    let stages: [AdoptionStage] = [
      .implemented, .testing, .adapted, .considering, .abandoned, .sustained, .aware,
    ]
    return tried.enumerated().map { index, source in
      let stage =
        index == 0
        ? (site % 2 == 0 ? AdoptionStage.sustained : .implemented)
        : stages[(site + index * 3) % stages.count]
      return adoption(site, index, of: source.resource, from: source.owner, stage)
    }
  }

  /// The day from which a resource that sites try is there to be known of.
  private func sharedDay(_ index: Int, of owner: Int, site: Int) -> CalendarDate {
    let sort = sort(ofSite: site)
    return index == 4 ? sharedTextDay(2 + sort % 4) : ideaDay(owner, index == 3 ? 1 : 0)
  }

  /// The days of the stages on the way to one, each after the one before where the time allows.
  ///
  /// What is called still in use a year on has been in use for a year; where the network is too
  /// young for that, it is in use.
  private func steps(
    _ site: Int, _ index: Int, from owner: Int, to stage: AdoptionStage
  ) -> [(stage: AdoptionStage, day: CalendarDate)] {
    let change = changeDay(ofSite: site)
    let begun: [AdoptionStage] = [.aware, .considering, .testing, .adapted]
    // The own idea was in use when the chart changed; the others came later.
    if index == 0 {
      let steps = (begun + [.implemented]).enumerated().map { step, stage in
        (stage, stage == .implemented ? change : held(change.adding(days: -150 + step * 34)))
      }
      let year = change.adding(days: 370 + site % 9)
      return stage == .sustained && year <= today ? steps + [(.sustained, year)] : steps
    }
    let shared = sharedDay(index, of: owner, site: site).adding(days: 6)
    if stage == .sustained, shared.adding(days: 4 * 14 + 372) <= today {
      let steps = (begun + [.implemented]).enumerated().map { step, stage in
        (stage, shared.adding(days: step * 14))
      }
      return steps + [(.sustained, shared.adding(days: 4 * 14 + 370))]
    }
    let reached = stage == .sustained ? AdoptionStage.implemented : stage
    let path: [AdoptionStage] =
      reached == .abandoned
      ? [.aware, .considering, .testing, .abandoned]
      : Array(AdoptionStage.allCases.prefix { $0 != reached }) + [reached]
    let start = min(max(today.adding(days: -230 + index * 21), shared), today)
    let pace = min(34, today.days(since: start) / max(1, path.count))
    return path.enumerated().map { ($1, held(start.adding(days: $0 * pace))) }
  }

  private func adoption(
    _ site: Int, _ index: Int, of resource: String, from owner: Int, _ wanted: AdoptionStage
  ) -> JSON {
    let steps = steps(site, index, from: owner, to: wanted)
    let stage = steps.last?.stage ?? .aware
    let start = steps.first?.day ?? today
    let by = memberId(site: site, 0)
    let history = steps.map { step -> JSON in
      [
        "stage": .string(step.stage.rawValue), "at": .string("\(step.day)"), "by": .string(by),
      ]
    }
    var fields: JSON = [
      "resource": .string(resource), "version": 1, "site": .string(siteId(site)),
      "project": .string(projectId(site)), "stage": .string(stage.rawValue),
      "history": .array(history), "tags": JSON(strings: [Self.tags[owner]]),
    ]
    if index > 0 {
      let teacher = owner < sites && owner != site ? owner : (site + 1) % sites
      if teacher != site {
        fields["learntFrom"] = [
          "site": .string(siteId(teacher)), "member": .string(memberId(site: teacher, 0)),
          "event": .string("Learning session \(1 + (site + index) % 3)"),
        ]
      }
    }
    if stage == .adapted || stage == .sustained {
      fields["whatWasAdapted"] = .string(Self.adaptations[(site + index) % 5])
    }
    // A site's own idea is what one of its process measures is about.
    if index == 0, let number = Theme.all[owner].measures.firstIndex(where: { $0.kind == .process })
    {
      fields["reliabilityMeasure"] = .string(measureId(owner, number))
    }
    if stage.isInUse { fields["fidelity"] = .string("\(3 + site % 2) of 4 steps as described") }
    if stage == .abandoned {
      fields["reasonStopped"] = .string(Self.reasons[(site + index) % Self.reasons.count])
    }
    return document(
      .adoption, site * 10 + index, on: held(start), by: by, fields)
  }

  private static let adaptations = [
    "Shorter, because we see people for an hour only.", "Done by volunteers, with a card.",
    "In two languages.", "Weekdays only, until there is a weekend team.",
    "The form became a drawing on the wall.",
  ]

  private static let reasons = [
    "Nobody could take it over when the nurse who led it changed wards.",
    "It doubled a check that we already had, and people were cross about it.",
    "The room is too small; we would need another one.",
    "Residents did not like it, and said so.",
  ]
}
