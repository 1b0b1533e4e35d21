import Glibc

/// Random numbers that are the same for the same seed, on every machine: SplitMix64 (Steele, Lea
/// and Flood 2014, *Fast splittable pseudorandom number generators*, fig. 18).
struct ChanceSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Above 0 and at most 1.
  mutating func uniform() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  /// Mean 0, standard deviation 1 (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Mean 1.
  mutating func exponential() -> Double { -log(uniform()) }

  /// Events in an interval with so many on average (Knuth 1997, section 3.4.1); time in proportion
  /// to the mean.
  mutating func poisson(_ mean: Double) -> Double {
    let limit = exp(-mean)
    var product = uniform()
    var count = 0.0
    while product > limit {
      product *= uniform()
      count += 1
    }
    return count
  }

  /// Cases before an event, with so many on average.
  mutating func geometric(_ mean: Double) -> Double {
    (log(uniform()) / log(mean / (mean + 1))).rounded(.down)
  }
}
