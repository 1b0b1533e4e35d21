import Improvement
import JSONTree

extension World {
  /// Those who belong to the whole network: a steward, researchers, community members, coaches.
  var staff: [JSON] {
    let known = [
      ("Ingrid Solheim", "ingrid"), ("Priya Nair", "priya"), ("Tomasz Wolny", "tomasz"),
      ("Leila Haddad", "leila"),
    ]
    return (0..<(5 + coachCount)).map { number in
      let isCoach = number >= 5
      let place = number == 0 ? 0 : isCoach ? number - 4 : known.count
      let person = place < known.count ? known[place] : person(10 + sites * 6 + number)
      let role: NetworkRole = number == 0 ? .steward : isCoach ? .coach : .participant
      let perspective: Perspective =
        number == 0 ? .staff : isCoach ? .clinician : number < 3 ? .researcher : .community
      var fields = self.fields(
        of: person, role: role, perspective: perspective, skills: skills(isCoach ? 0 : number))
      fields["siteIds"] = JSON(strings: isCoach ? coachedSites(number - 5).map(siteId) : [])
      return document(.member, number, on: founded, by: steward, fields)
    }
  }

  /// At most forty of the sites that a coach looks after, four next to each other at a time.
  private func coachedSites(_ coach: Int) -> [Int] {
    let firsts = stride(from: coach * 4, to: sites, by: coachCount * 4).prefix(10)
    return firsts.flatMap { first in (first..<min(first + 4, sites)) }
  }

  /// Six people of a site: those who lead, measure and sponsor, a patient, and a family member, a
  /// peer or a neighbour.
  func members(ofSite site: Int) -> [JSON] {
    (0..<6).map { place in
      let isPeerHouse = sort(ofSite: site) == 9
      let number = 10 + site * 6 + place
      let person = site == 0 && place == 0 ? ("Marta Okafor", "marta") : person(number)
      let others: [Perspective] = [.family, .peer, .community, .family]
      let perspective: Perspective =
        switch place {
        case 0, 1: isPeerHouse ? .peer : .clinician
        case 2, 3: .staff
        case 4: .patient
        default: others[site % others.count]
        }
      var fields = self.fields(
        of: person, role: place == 0 ? .lead : .participant, perspective: perspective,
        skills: skills(site + place))
      fields["siteIds"] = [.string(siteId(site))]
      if place >= 4 {
        fields["caresAbout"] = .string(Self.cares[(site + place) % Self.cares.count])
        fields["sharesCaresAbout"] = .bool((site + place) % 3 != 0)
      }
      return document(
        .member, 1_000_000 + site * 10 + place, on: founded, by: steward, fields)
    }
  }

  private func fields(
    of person: (name: String, login: String), role: NetworkRole, perspective: Perspective,
    skills: [String]
  ) -> JSON {
    let isReachable = person.login.utf8.count % 3 != 0
    return [
      "name": .string(person.name), "login": .string(person.login),
      "pseudonym": .string("person \(person.login.utf8.reduce(7) { ($0 * 31 + Int($1)) % 9973 })"),
      "networkRole": .string(role.rawValue), "perspective": .string(perspective.rawValue),
      "skills": JSON(strings: skills), "active": ["from": .string("\(founded)")],
      "interests": JSON(strings: [Self.interests[person.login.utf8.count % Self.interests.count]]),
      "contact": .string("\(person.login) (a made-up address)"),
      "consents": [
        "listed": true, "contact": .bool(isReachable),
        "research": .bool(person.name.utf8.count % 4 != 0),
      ],
      "willingTo": isReachable ? ["talk", "test"] : ["review"],
      "sharesCaresAbout": .bool(isReachable),
    ]
  }

  private func skills(_ number: Int) -> [String] {
    let all = [
      "coaching", "run charts", "plain language", "theatre nursing", "wound care", "pharmacy",
      "interviews", "spreadsheets", "facilitating meetings", "translation", "telling stories",
      "sepsis", "dementia care", "home visits",
    ]
    return [all[number % all.count], all[(number * 5 + 3) % all.count]]
  }

  private static let interests = [
    "falls", "delirium", "discharge", "infections", "home visits", "peer support", "medicines",
    "access to care", "measurement", "co-design",
  ]

  private static let cares = [
    "That nobody has to tell their story twice.", "That someone answers the phone at night.",
    "That my father is not left on a corridor.", "That words are chosen so that I understand them.",
    "That people like me are asked before things are decided.", "That pain is believed.",
    "That children are not woken for our routines.",
  ]
}
