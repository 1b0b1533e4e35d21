/// How large the test after a test should sensibly be. Advice, never a gate.
///
/// Tests of an idea grow from about 1 to about 5 to about 25 as long as they teach that it works
/// (Langley et al. 2009, The Improvement Guide, 2nd ed., chapter 7); what surprised is tested again
/// before it is tested larger.
public struct NextScale: Hashable, Sendable {
  /// Why this size.
  public enum Reason: Hashable, Sendable {
    /// A first test of an idea.
    case first
    /// The decision was to test it larger.
    case larger(than: Int)
    /// Everything went as predicted.
    case asPredicted(at: Int)
    /// What came of the last test is not known yet.
    case open(at: Int)
    /// Something surprised, so that the same size comes again.
    case surprised(at: Int)
    /// It is to be changed or repeated first.
    case again(at: Int)
    /// It has been tested at about 25: now it is about how things are done.
    case implement(after: Int)
    /// What is known of belief, cost and commitment allows no more.
    case cautious(TestScale)
  }

  /// About how many patients, clinicians or encounters; nil for as many as there are.
  public var count: Int?
  public var reason: Reason

  /// The sizes that tests of one idea go through.
  public static let ladder = [1, 5, 25]

  /// The size after the last test of a chain; of an empty chain that of the first. Nil where the
  /// chain has come to its end, because the change was adopted or abandoned.
  ///
  /// - Parameter chain: where to look for the size of the last test whose size was said, if that of
  ///   `cycle` was not.
  public init?(after cycle: Cycle?, in chain: Ramp? = nil) {
    if cycle?.decision == .adopt || cycle?.decision == .abandon { return nil }
    let known = chain?.cycles.last { $0.scale.size != nil }?.scale.size
    guard let cycle, let size = cycle.scale.size ?? known else {
      (count, reason) = (Self.ladder[0], .first)
      return
    }
    let record = PredictionRecord(of: cycle)
    let step = Self.step(of: size)
    switch cycle.decision {
    case .adapt, .repeat:
      (count, reason) = (Self.ladder[min(step, Self.ladder.count - 1)], .again(at: size))
    case .scaleUp: self = Self.larger(than: size, step, because: .larger(than: size), cycle)
    case .adopt, .abandon, nil:
      if record.judged == 0 {
        (count, reason) = (Self.ladder[min(step, Self.ladder.count - 1)], .open(at: size))
      } else if !record.surprises.isEmpty {
        (count, reason) = (Self.ladder[min(step, Self.ladder.count - 1)], .surprised(at: size))
      } else {
        self = Self.larger(than: size, step, because: .asPredicted(at: size), cycle)
      }
    }
  }

  private init(count: Int?, reason: Reason) {
    self.count = count
    self.reason = reason
  }

  /// The rung that a size stands on: "about 5" reaches to 10, as in `TestScale`.
  private static func step(of size: Int) -> Int {
    TestScale.allCases.firstIndex { $0.largestCount.map { size <= $0 } ?? true } ?? 0
  }

  private static func larger(
    than size: Int, _ step: Int, because reason: Reason, _ cycle: Cycle
  ) -> NextScale {
    guard step + 1 < ladder.count else {
      return NextScale(count: nil, reason: .implement(after: size))
    }
    let wanted = NextScale(count: ladder[step + 1], reason: reason)
    // What is said of how sure people are now may ask for less than the next rung.
    let sure = cycle.sureAfter
    guard let belief = sure.degreeOfBelief, let cost = sure.costOfFailure,
      let commitment = sure.commitment
    else { return wanted }
    let allowed = TestScale(belief: belief, costOfFailure: cost, commitment: commitment)
    guard let most = allowed.largestCount, ladder[step + 1] > most else { return wanted }
    return NextScale(count: ladder[min(step, allowed.rawValue)], reason: .cautious(allowed))
  }
}
