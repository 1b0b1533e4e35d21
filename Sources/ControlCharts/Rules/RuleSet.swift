/// Rules that belong together, with the lengths they use, agreed before the data are seen.
public struct RuleSet: Hashable, Sendable {
  /// The set's name as it is written on the command line.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case nhs
    case anhoej
    case westernElectric = "western-electric"
    case nelson
    case none
  }

  public var name: Name
  /// Raised whenever a rule of the set changes its meaning.
  public var version: Int { name.version }
  public var rules: [Rule]
  /// How many points in a row on one side make a shift; at least 2.
  public var shiftLength: Int
  /// How many points, each beyond the one before it, make a trend; at least 3.
  public var trendLength: Int

  /// The set of that name, with its own lengths unless others are asked for.
  public init(_ name: Name, shift: Int? = nil, trend: Int? = nil) {
    self.name = name
    let lengths: (shift: Int, trend: Int)
    switch name {
    case .nhs:
      rules = [.nhsOutside, .nhsTrend, .nhsTwoOfThree, .nhsShift]
      lengths = (7, 7)
    case .anhoej:
      rules = [.nhsOutside, .anhoejRun, .anhoejCrossings]
      lengths = (7, 7)
    case .westernElectric:
      rules = [.we1, .we2, .we3, .we4]
      lengths = (8, 6)
    case .nelson:
      rules = [
        .nelson1, .nelson2, .nelson3, .nelson4, .nelson5, .nelson6, .nelson7, .nelson8,
      ]
      lengths = (9, 6)
    case .none:
      rules = []
      lengths = (7, 7)
    }
    shiftLength = max(2, shift ?? lengths.shift)
    trendLength = max(3, trend ?? lengths.trend)
  }

  /// NHS *Making Data Count*: beyond a limit, 7 on one side, 7 rising or falling, 2 of 3 near a
  /// limit.
  public static func nhs(shift: Int = 7, trend: Int = 7) -> RuleSet {
    RuleSet(.nhs, shift: shift, trend: trend)
  }

  /// Anhøj's runs test, whose lengths grow with the number of points, and points beyond a limit
  /// where there are limits (Anhøj 2015, PLoS ONE 10; Anhøj and Wentzel-Larsen 2018, BMC Medical
  /// Research Methodology 18).
  public static let anhoej = RuleSet(.anhoej)

  /// The zone rules of the *Statistical Quality Control Handbook* (Western Electric 1956).
  public static let westernElectric = RuleSet(.westernElectric)

  /// Nelson's eight tests (Nelson 1984, J. Quality Technology 16).
  public static let nelson = RuleSet(.nelson)

  /// No rule at all.
  public static let none = RuleSet(.none)

  /// Every set there is, to hold one chart against any other program.
  public static let all: [RuleSet] = [.nhs(), .anhoej, .westernElectric, .nelson]
}
