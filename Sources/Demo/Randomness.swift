/// Random numbers that are the same for the same seed, on every machine: SplitMix64 (Steele, Lea
/// and Flood 2014, "Fast Splittable Pseudorandom Number Generators", fig. 18).
///
/// Only whole-number arithmetic and additions of halves are used, so that no mathematics library
/// can change a byte.
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  /// A stream of its own for each subject, so that what one site does shifts nothing at another.
  init(seed: UInt64, _ subject: Subject, _ number: Int) {
    state = Self.mixed(
      seed &+ Self.mixed(UInt64(truncatingIfNeeded: subject.rawValue &* 0x1_0000_0001 &+ number)))
  }

  enum Subject: Int {
    case names = 1
    case site, series, cycles, identifier, notes, retelling
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// How many of some cases, each with the same chance.
  mutating func binomial(_ cases: Int, _ chance: Double) -> Int {
    var count = 0
    for _ in 0..<max(0, cases) where share() < chance { count += 1 }
    return count
  }

  /// About a Poisson number: 240 rare chances.
  mutating func count(mean: Double) -> Int { binomial(240, mean / 240) }

  /// About a normal number with mean 0 and standard deviation 1: twelve shares less six.
  mutating func deviation() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += share() }
    return sum
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }
}
