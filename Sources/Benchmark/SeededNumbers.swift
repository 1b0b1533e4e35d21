import Glibc

/// The same numbers in every run, so that runs can be compared.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits (Steele, Lea and Flood 2014, SplitMix64).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to one less than the limit.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  /// A rank from 1 to a count, whose frequency falls as one over it (Zipf's law).
  mutating func rank(_ count: Int) -> Int {
    let share = Double(next() >> 11) / 9_007_199_254_740_992
    return Int(exp(share * log(Double(count))))
  }
}
