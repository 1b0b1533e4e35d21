import Improvement
import JSONTree

/// The sample network while it is made: its calendar, and the ids by which its documents name each
/// other before they are there.
struct World {
  static let networkName = "Safer Together Network (synthetic)"

  let seed: UInt64
  let sites: Int
  let months: Int
  let today: CalendarDate
  /// The months with numbers.
  let periods: [Period]
  private let firstNames: [String]
  private let lastNames: [String]

  init(_ network: DemoNetwork) {
    seed = network.seed
    sites = network.sites
    months = network.months
    today = network.today
    let last = Period(.month, containing: network.today).advanced(by: -1)
    periods = (0..<network.months).map { last.advanced(by: $0 + 1 - network.months) }
    var random = Randomness(seed: network.seed, .names, 0)
    firstNames = Names.first.shuffled(using: &random)
    lastNames = Names.last.shuffled(using: &random)
  }

  var sharedDocuments: [JSON] {
    [network] + staff + measures + resources + [handRub] + sharedProjects + sharedCycles
      + sharedExchange + hypotheses
  }

  func documents(ofSite site: Int) -> [JSON] {
    let cycles = cycles(ofSite: site)
    return [self.site(site)] + members(ofSite: site) + [project(ofSite: site)]
      + series(ofSite: site)
      + cycles + adoptions(ofSite: site) + [handRubAdoption(ofSite: site)].compactMap(\.self)
      + exchange(ofSite: site)
      + notes(ofSite: site, cycles: cycles)
  }
}

// MARK: - The calendar

extension World {
  /// The day the network began: six weeks before its first numbers.
  var founded: CalendarDate { periods[0].firstDay.adding(days: -45) }

  /// The month in which a site's change was implemented, as a position in `periods`.
  func change(ofSite site: Int) -> Int {
    min(max(1, months * 9 / 20 + site * 5 % 4), months - 1)
  }

  func changeDay(ofSite site: Int) -> CalendarDate { periods[change(ofSite: site)].firstDay }

  /// A day that is neither before the network began nor still to come.
  func held(_ day: CalendarDate) -> CalendarDate { min(max(day, founded), today) }

  /// The sort of site, project and people in a dozen.
  func sort(ofSite site: Int) -> Int { site % 12 }

  /// Whether a site is of the first dozen, which is made by hand; the others vary by chance.
  func isPlanned(_ site: Int) -> Bool { site < 12 }
}

// MARK: - Ids

extension World {
  struct Stamp {
    var id: String
    var at: String
  }

  /// The id and the moment of a document, the same whenever they are asked for.
  func stamp(_ type: DocumentType, _ number: Int, on day: CalendarDate) -> Stamp {
    let order = DocumentType.allCases.firstIndex(of: type) ?? 0
    var random = Randomness(seed: seed, .identifier, order * 1_000_000_000 + number)
    let minute = 7 * 60 + random.number(in: 0...599)
    let seconds = day.daysSince1970 * 86_400 + minute * 60
    let id = Identifier.ulid(
      milliseconds: Swift.max(0, seconds) * 1000,
      high: UInt16(truncatingIfNeeded: random.next()), low: random.next())
    let hours = minute / 60 < 10 ? "0\(minute / 60)" : "\(minute / 60)"
    let minutes = minute % 60 < 10 ? "0\(minute % 60)" : "\(minute % 60)"
    return Stamp(id: id, at: "\(day)T\(hours):\(minutes):00Z")
  }

  func siteId(_ site: Int) -> String { stamp(.site, site, on: founded).id }
  func memberId(site: Int, _ place: Int) -> String {
    stamp(.member, 1_000_000 + site * 10 + place, on: founded).id
  }
  func staffId(_ number: Int) -> String { stamp(.member, number, on: founded).id }
  func projectId(_ number: Int) -> String { stamp(.project, number, on: projectDay(number)).id }
  func projectDay(_ number: Int) -> CalendarDate {
    number < Self.bundleProject ? held(founded.adding(days: 20 + number % 12)) : founded
  }
  func measureId(_ theme: Int, _ index: Int) -> String {
    stamp(.measure, theme * 10 + index, on: founded).id
  }
  var handHygieneId: String { measureId(20, 0) }

  var steward: String { staffId(0) }
  var coachCount: Int { Swift.max(3, (sites + 19) / 20) }
  func coach(ofSite site: Int) -> String { staffId(5 + (site / 4) % coachCount) }

  /// A document with its id, moment and author.
  func document(
    _ type: DocumentType, _ number: Int, on day: CalendarDate, by author: String, _ fields: JSON
  ) -> JSON {
    let stamp = stamp(type, number, on: day)
    return type.table.newDocument(id: stamp.id, at: stamp.at, by: author, given: fields)
  }
}

// MARK: - Names

extension World {
  /// The name of a person and what they sign in with, different for each number.
  func person(_ number: Int) -> (name: String, login: String) {
    let first = firstNames[number % firstNames.count]
    let last = lastNames[(number / firstNames.count + number) % lastNames.count]
    let round = number / (firstNames.count * lastNames.count)
    return ("\(first) \(last)", Names.login(first: first, last: last, number: round))
  }
}
