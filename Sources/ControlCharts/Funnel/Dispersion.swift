import Glibc

/// Whether places differ from one another by more than chance would let them.
///
/// Where they do, for whatever reason (case mix, ways of counting, care itself), limits that allow
/// for chance only call too many of them different. φ, the mean of the squared z values, is about 1
/// under chance alone, and φ times their number then follows a χ² distribution with one degree of
/// freedom less than there are places (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202).
public struct Dispersion: Hashable, Sendable {
  public enum Finding: String, Hashable, Sendable {
    /// Fewer than three places, or nothing that could vary.
    case notTested = "not_tested"
    case asChance = "as_chance"
    case over = "overdispersed"
  }

  /// The fewest places among which differences can be judged.
  public static let fewestPlaces = 3
  /// The share of comparisons without any difference that would be called overdispersed.
  public static let significance = 0.05

  public var finding: Finding
  /// The overdispersion factor φ; nil where it wasn't tested.
  public var factor: Double?
  /// The sum of the squared z values; nil where it wasn't tested.
  public var statistic: Double?
  public var degreesOfFreedom: Int
  /// How probable so large a sum is by chance; nil where it wasn't tested.
  public var probability: Double?

  /// - Parameter spread: the variance of one opportunity, which has to be above zero.
  init(of scores: [Double], spread: Double?) {
    degreesOfFreedom = max(0, scores.count - 1)
    finding = .notTested
    guard let spread, spread > 0, scores.count >= Self.fewestPlaces else { return }
    let sum = StableSum.of(scores.map { $0 * $0 })
    guard sum.isFinite else { return }
    let probability = ChiSquared.upperTail(of: sum, degreesOfFreedom: degreesOfFreedom)
    factor = sum / Double(scores.count)
    statistic = sum
    self.probability = probability
    finding = probability < Self.significance ? .over : .asChance
  }
}

/// The χ² distribution.
enum ChiSquared {
  /// The probability of a value of at least so much: the regularised upper incomplete gamma function
  /// Q(ν/2, x/2), by its series below ν/2 + 1 and its continued fraction above (Abramowitz and
  /// Stegun 1964, 6.5.29 and 6.5.31).
  static func upperTail(of value: Double, degreesOfFreedom: Int) -> Double {
    guard value > 0, degreesOfFreedom > 0 else { return 1 }
    let shape = Double(degreesOfFreedom) / 2
    let x = value / 2
    let scale = exp(shape * log(x) - x - lgamma(shape).0)
    let tail = x < shape + 1 ? 1 - scale * series(shape, x) : scale * fraction(shape, x)
    return min(max(tail, 0), 1)
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var divisor = shape
    for _ in 0..<10_000 {
      divisor += 1
      term *= x / divisor
      sum += term
      if term < sum * 1e-16 { break }
    }
    return sum
  }

  /// The continued fraction, evaluated from the front by Lentz's method.
  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for step in 1..<10_000 {
      let a = -Double(step) * (Double(step) - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
