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
        ? (months >= 18 && site % 2 == 0 ? AdoptionStage.sustained : .implemented)
        : stages[(site + index * 3) % stages.count]
      return adoption(site, index, of: source.resource, from: source.owner, stage)
    }
  }

  private func adoption(
    _ site: Int, _ index: Int, of resource: String, from owner: Int, _ stage: AdoptionStage
  ) -> JSON {
    let path: [AdoptionStage] =
      stage == .abandoned
      ? [.aware, .considering, .testing, .abandoned]
      : Array(AdoptionStage.allCases.prefix { $0 != stage }) + [stage]
    let change = changeDay(ofSite: site)
    // The own idea was in use when the chart changed; the others came later.
    let start = index == 0 ? change.adding(days: -150) : today.adding(days: -230 + index * 21)
    let by = memberId(site: site, 0)
    let history = path.enumerated().map { step, stage -> JSON in
      let day =
        index == 0 && stage == .implemented
        ? change
        : index == 0 && stage == .sustained
          ? today.adding(days: -12)
          : start.adding(days: step * 34)
      return [
        "stage": .string(stage.rawValue), "at": .string("\(held(day))"), "by": .string(by),
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
