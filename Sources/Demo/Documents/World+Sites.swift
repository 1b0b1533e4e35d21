import Improvement
import JSONTree

extension World {
  func plan(ofSite site: Int) -> Places.Plan { Places.dozen[sort(ofSite: site)] }

  func placeName(ofSite site: Int) -> String {
    Places.name(site / 12 * 10 + plan(ofSite: site).place)
  }

  func siteName(_ site: Int) -> String {
    "\(placeName(ofSite: site)) \(plan(ofSite: site).suffix)"
  }

  /// The place's name for the first site there, the place and the sort for others.
  func siteCode(_ site: Int) -> String {
    let place = placeName(ofSite: site).lowercased().split(separator: " ").joined(separator: "-")
    switch sort(ofSite: site) {
    case 1: return "\(place)-w4"
    case 4: return "\(place)-neo"
    default: return place
    }
  }

  func site(_ site: Int) -> JSON {
    let plan = plan(ofSite: site)
    let joined = isPlanned(site) ? founded : held(founded.adding(days: site % 12 * 9))
    var fields: JSON = [
      "name": .string(siteName(site)), "code": .string(siteCode(site)),
      "kind": .string(plan.kind.rawValue),
      "region": .string(Places.regions[(site / 12 + plan.place) % Places.regions.count]),
      "cohort": .string("\(founded.year) wave \(site % 2 + 1)"), "joined": .string("\(joined)"),
      "coachIds": [.string(coach(ofSite: site))], "reportingDay": 10,
      "contextNotes": .string(plan.context + " Synthetic, like everything here."),
      "dataUseAgreement": [
        "reference": .string("DUA \(founded.year)-\(100 + site)"),
        "expiry": .string("\(today.adding(days: site % 12 == 5 ? 19 : 200 + site % 300))"),
      ],
    ]
    // A part is answered for by whoever answers for the whole; two sites have nobody yet.
    if plan.parent == nil, ![5, 7].contains(sort(ofSite: site)) {
      fields["accountableOwner"] = .string(memberId(site: site, 2))
    }
    if let parent = plan.parent {
      fields["parentSite"] = .string(siteId(site - sort(ofSite: site) + parent))
    }
    return document(.site, site, on: founded, by: steward, fields)
  }
}
