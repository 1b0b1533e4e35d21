/// How the lines of a chart were calculated.
public struct ChartMethod: Hashable, Sendable {
  public var type: ChartType
  /// The rules that were applied, in order, with their versions and lengths.
  public var ruleSets: [RuleSet]
  /// Whether moving ranges were screened.
  public var screensMovingRanges: Bool
  /// The constants that take part, by name; empty where none does.
  public var constants: [Constant]
  /// The calculation in one line.
  public var formula: String

  public struct Constant: Hashable, Sendable {
    public var name: String
    public var value: Double
  }

  init(_ options: ChartOptions) {
    type = options.type
    ruleSets = options.ruleSets
    let usesRanges = [.i, .t, .pp, .up].contains(options.type)
    screensMovingRanges = options.screensMovingRanges && (usesRanges || options.type == .ip)
    let d2 = Constant(name: "d2", value: options.constants.d2)
    let d4 = Constant(name: "D4", value: options.constants.d4)
    switch options.type {
    case .i, .t:
      constants = [
        d2, Constant(name: "3/d2", value: options.constants.individualsFactor),
      ]
    case .pp, .up: constants = [d2]
    case .mr: constants = [d4]
    default: constants = []
    }
    if screensMovingRanges, options.type != .ip { constants.append(d4) }
    formula = options.type.formula
    if options.givenCentre != nil { formula += "; centre line given" }
    if options.givenSigma != nil { formula += "; sigma given" }
  }
}

extension ChartType {
  /// How the lines of such a chart are calculated, in one line.
  public var formula: String {
    switch self {
    case .run: "centre = median"
    case .i: "centre = mean; limits = mean ± 3 × mean moving range / d2"
    case .mr: "centre = mean moving range; upper limit = D4 × mean moving range"
    case .xbar: "centre = mean of all measurements; limits = centre ± 3 s / (c4 √n)"
    case .s: "centre = mean s; limits = s ± 3 s √(1 − c4²) / c4"
    case .p: "centre = p = Σ numerator / Σ denominator; limits = p ± 3 √(p (1 − p) / n)"
    case .pp:
      "centre = p = Σ numerator / Σ denominator; limits = p ± 3 σz √(p (1 − p) / n), "
        + "σz = mean moving range of z / d2"
    case .u: "centre = u = Σ numerator / Σ denominator; limits = u ± 3 √(u / n)"
    case .up:
      "centre = u = Σ numerator / Σ denominator; limits = u ± 3 σz √(u / n), "
        + "σz = mean moving range of z / d2"
    case .c: "centre = c = mean count; limits = c ± 3 √c"
    case .np: "centre = n p, p = Σ numerator / Σ denominator; limits = n p ± 3 √(n p (1 − p))"
    case .g: "centre = median; limits = g ± 3 √(g (g + 1)), g = mean"
    case .t:
      "y = time^(1/3.6); centre = mean y; limits = mean y ± 3 × mean moving range / d2; "
        + "drawn as y^3.6"
    case .ip:
      "centre = Σ numerator / Σ denominator; limits = centre ± 3 s / √n, "
        + "s = mean of √(π/2) |difference| / √(1/n1 + 1/n2)"
    }
  }
}
