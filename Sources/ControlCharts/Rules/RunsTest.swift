import Glibc

/// Anhøj's runs test on one phase: is the longest run too long, or does the line cross the centre
/// too seldom?
///
/// Points exactly on the centre line are skipped: they neither count nor end a run. Longest run and
/// crossings are nil where no point is useful (Anhøj 2015, PLoS ONE 10, *Diagnostic value of run
/// chart analysis*).
public struct RunsTest: Hashable, Sendable {
  /// Points that are neither missing, nor left out, nor on the centre line.
  public var useful: Int
  public var longestRun: Int?
  /// The longest run that chance explains: round(log2 useful) + 3.
  public var longestRunLimit: Int?
  public var crossings: Int?
  /// The fewest crossings that chance explains: the lower 5 % quantile of Binomial(useful − 1, ½).
  public var crossingsLimit: Int?
  /// Whether either is exceeded, on charts whose points have an order in time and don't share
  /// values.
  public var isSignal: Bool

  init(sides: [Placement], mayJudge: Bool) {
    let useful = sides.filter { $0 != .on }
    self.useful = useful.count
    isSignal = false
    guard !useful.isEmpty else { return }
    var longest = 0
    var current = 0
    var crossings = 0
    for (index, side) in useful.enumerated() {
      if index > 0, useful[index - 1] == side {
        current += 1
      } else {
        current = 1
        if index > 0 { crossings += 1 }
      }
      longest = max(longest, current)
    }
    let runLimit = RunsTest.longestRunLimit(useful: useful.count)
    let crossingsLimit = RunsTest.crossingsLimit(useful: useful.count)
    longestRun = longest
    longestRunLimit = runLimit
    self.crossings = crossings
    self.crossingsLimit = crossingsLimit
    isSignal = mayJudge && (longest > runLimit || crossings < crossingsLimit)
  }

  static func longestRunLimit(useful: Int) -> Int {
    Int(log2(Double(useful)).rounded(.toNearestOrEven)) + 3
  }

  /// The smallest k with P(X ≤ k) ≥ 0.05 for X ~ Binomial(useful − 1, ½).
  ///
  /// The sum starts ten standard deviations below the mean, where what is left out is below 1e-23,
  /// so that it takes time in proportion to √useful.
  static func crossingsLimit(useful: Int) -> Int {
    let trials = useful - 1
    guard trials > 0 else { return 0 }
    let count = Double(trials)
    var k = max(0, Int(count / 2 - 5 * count.squareRoot()))
    func logChoose(_ k: Int) -> Double {
      lgamma(count + 1).0 - lgamma(Double(k) + 1).0 - lgamma(count - Double(k) + 1).0
    }
    var term = exp(logChoose(k) - count * log(2.0))
    var sum = term
    while sum < 0.05, k < trials {
      term *= Double(trials - k) / Double(k + 1)
      k += 1
      sum += term
    }
    return k
  }
}
