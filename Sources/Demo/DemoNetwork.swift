import Improvement
import JSONTree

/// A sample network: sites, people and two years of their work, none of it real.
///
/// Deterministic: one seed, size and day give the same documents byte for byte. The documents come
/// site by site, so that a network of any size is made in linear time without holding it whole.
public struct DemoNetwork: Sequence, Sendable {
  /// At least one.
  public let sites: Int
  /// Months with numbers, at least three; the last is the one before `today`'s.
  public let months: Int
  public let seed: UInt64
  public let today: CalendarDate

  public init(seed: UInt64 = 1, sites: Int = 12, months: Int = 24, endingAt today: CalendarDate) {
    self.seed = seed
    self.sites = Swift.min(Swift.max(sites, 1), 100_000)
    self.months = Swift.min(Swift.max(months, 3), 600)
    self.today = today
  }

  /// What the store says about itself: above all that nothing in it is real.
  public var storeFields: JSON {
    [
      "synthetic": true, "name": .string(World.networkName),
      "purpose": "A synthetic sample network. Every person, place and number is made up.",
      "demo": [
        "seed": .string(String(seed)), "sites": JSON(sites), "months": JSON(months),
        "endingAt": .string(today.description),
      ],
    ]
  }

  /// First what the sites share, then each site with all that belongs to it.
  public func makeIterator() -> Iterator { Iterator(World(self)) }

  public struct Iterator: IteratorProtocol {
    private let world: World
    private var nextSite = -1
    private var waiting: [JSON] = []
    private var position = 0

    init(_ world: World) { self.world = world }

    public mutating func next() -> JSON? {
      while position == waiting.count {
        guard nextSite < world.sites else { return nil }
        waiting = nextSite < 0 ? world.sharedDocuments : world.documents(ofSite: nextSite)
        position = 0
        nextSite += 1
      }
      position += 1
      return waiting[position - 1]
    }
  }

  /// All documents at once; see the type.
  public static func documents(
    seed: UInt64, sites: Int = 12, months: Int = 24, endingAt today: CalendarDate
  ) -> [JSON] {
    Array(DemoNetwork(seed: seed, sites: sites, months: months, endingAt: today))
  }
}
