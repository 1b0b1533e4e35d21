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
  /// How often each site's cycles are told once more, with other words; 0 for a young network.
  public let retellings: Int
  public let seed: UInt64
  public let today: CalendarDate

  public init(
    seed: UInt64 = 1, sites: Int = 12, months: Int = 24, retellings: Int = 0,
    endingAt today: CalendarDate
  ) {
    self.seed = seed
    self.sites = Swift.min(Swift.max(sites, 1), 100_000)
    self.months = Swift.min(Swift.max(months, 3), 600)
    self.retellings = Swift.min(Swift.max(retellings, 0), 1_000)
    self.today = today
  }

  /// What the store says about itself: above all that nothing in it is real.
  public var storeFields: JSON {
    var fields: JSON = [
      "synthetic": true, "name": .string(World.networkName),
      "purpose": "A synthetic sample network. Every person, place and number is made up.",
      "demo": [
        "seed": .string(String(seed)), "sites": JSON(sites), "months": JSON(months),
        "endingAt": .string(today.description),
      ],
    ]
    if retellings > 0 { fields["demo.retellings" as JSONPath] = JSON(retellings) }
    return fields
  }

  /// First what the sites share, then each site with all that belongs to it.
  public func makeIterator() -> Iterator { Iterator(self) }

  public struct Iterator: IteratorProtocol {
    private let world: World
    private let retellings: Int
    private var retelling: Retelling?
    private var nextSite = -1
    private var waiting: [JSON] = []
    private var position = 0

    init(_ network: DemoNetwork) {
      world = World(network)
      retellings = network.retellings
      if retellings > 0 { retelling = Retelling(seed: network.seed, endingAt: network.today) }
    }

    public mutating func next() -> JSON? {
      while position == waiting.count {
        guard nextSite < world.sites else { return nil }
        waiting = nextSite < 0 ? world.sharedDocuments : world.documents(ofSite: nextSite)
        if nextSite >= 0 { addRetoldCycles() }
        position = 0
        nextSite += 1
      }
      position += 1
      return waiting[position - 1]
    }

    private mutating func addRetoldCycles() {
      for document in waiting where document["type"]?.string == DocumentType.cycle.rawValue {
        for _ in 0..<retellings {
          if let retold = retelling?.retold(document) { waiting.append(retold) }
        }
      }
    }
  }

  /// All documents at once; see the type.
  public static func documents(
    seed: UInt64, sites: Int = 12, months: Int = 24, endingAt today: CalendarDate
  ) -> [JSON] {
    Array(DemoNetwork(seed: seed, sites: sites, months: months, endingAt: today))
  }
}
