import Improvement
import JSONTree

/// An idea that went round most sites long enough ago to be judged by their charts: it helped at
/// some, at some nothing changed, at one it got worse, and one was getting better already.
extension World {
  /// How clean hands are at a site over the months.
  private enum HandCourse {
    case steady, better, worse
    /// On its way up before anything was changed.
    case rising
  }

  private func handCourse(ofSite site: Int) -> HandCourse {
    guard isPlanned(site) else { return .steady }
    return switch site {
    case 0, 1, 6: .better
    case 4: .worse
    case 5: .rising
    default: .steady
    }
  }

  /// The month from which the sites had it in use.
  private var handRubMonth: Int { months / 2 }

  /// The share of moments with clean hands that a site has in a month.
  func handHygieneLevel(_ before: Double, _ after: Double, month: Int, site: Int) -> Double {
    let local = 1 + Double((site * 7) % 5 - 2) * 0.02
    let isAfter = month >= handRubMonth
    switch handCourse(ofSite: site) {
    case .steady: return before * local
    case .better: return (isAfter ? after : before) * local
    case .worse: return (isAfter ? 2 * before - after : before) * local
    case .rising:
      let share = min(1, Double(month) / Double(max(1, handRubMonth)))
      return (2 * before - after + (after - before) * (isAfter ? 2.2 : 1.8 * share)) * local
    }
  }

  private var handRubDay: CalendarDate { held(periods[0].firstDay.adding(days: 40)) }
  private var handRubOwner: Int { 2 % sites }
  private var handRubId: String { stamp(.resource, 2_000, on: handRubDay).id }

  var handRub: JSON {
    let author = memberId(site: handRubOwner, 5)
    return document(
      .resource, 2_000, on: handRubDay, by: author,
      [
        "title": "Hand rub where the hands are", "kind": "change-idea",
        "plainSummary": "A small bottle at every bed and in every pocket, not only at the door.",
        "description": .string(
          "If the rub is within reach of the bed, then hands are cleaned when it matters, because "
            + "nobody has to walk."),
        "drivers": ["Clean hands"], "audience": ["everyone at the bedside"], "language": "en",
        "steps": [
          "Walk one patient's path and mark where hands would be cleaned.",
          "Put a bottle there for a week.", "Count the moments, ask what was in the way.",
        ],
        "howToStartSmall": "One bed, one shift, one bottle on a hook.",
        "whatToAvoid": "Bottles that nobody refills: agree first who does.",
        "evidence": "repeated-elsewhere", "authors": [.string(author)],
        "site": .string(siteId(handRubOwner)), "licence": "CC BY 4.0", "tags": ["hand hygiene"],
      ])
  }

  /// A site's try-out of it; nothing where there are no hands to watch.
  func handRubAdoption(ofSite site: Int) -> JSON? {
    guard isPlanned(site), sort(ofSite: site) != 9 else { return nil }
    let inUse = periods[handRubMonth].firstDay.adding(days: 2)
    var steps: [(AdoptionStage, CalendarDate)] = [(.testing, inUse.adding(days: -50))]
    var fields: JSON = [
      "resource": .string(handRubId), "version": 1, "site": .string(siteId(site)),
      "reliabilityMeasure": .string(handHygieneId), "tags": ["hand hygiene"],
    ]
    switch site {
    case 10: steps = [(.testing, today.adding(days: -80))]
    case 11:
      steps += [(.implemented, inUse), (.abandoned, inUse.adding(days: 215))]
      fields["reasonStopped"] = "Bottles stood empty for weeks; nobody had the key to the store."
    default:
      steps.append((.implemented, inUse))
      fields["fidelity"] = .string("\(3 + site % 2) of 4 places have a bottle")
    }
    if site == 3 { fields["whatWasAdapted"] = "Pocket bottles only; hooks are not allowed here." }
    let by = memberId(site: site, 0)
    fields["stage"] = .string(steps.last?.0.rawValue ?? AdoptionStage.testing.rawValue)
    fields["history"] = .array(
      steps.map { stage, day in
        ["stage": .string(stage.rawValue), "at": .string("\(held(day))"), "by": .string(by)]
      })
    return document(
      .adoption, 900_000_000 + site, on: held(steps[0].1), by: by, fields)
  }
}
