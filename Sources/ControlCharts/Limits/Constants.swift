import Glibc

/// The numbers that turn a mean moving range into a standard deviation and into limits.
///
/// Books print them with three or four digits, and results differ in the fourth place by whether
/// those or the exact numbers are used. The exact ones are the default.
public struct Constants: Hashable, Sendable {
  /// Mean range of two normal values in standard deviations: 2/√π, printed as 1.128.
  public var d2: Double
  /// Upper limit of a range of two in mean ranges: 1 + 3 √(2 − 4/π) √π/2, printed as 3.267.
  public var d4: Double
  /// Half the width of an individuals chart in mean moving ranges: 3/d2, printed as 2.66.
  public var individualsFactor: Double

  public init(d2: Double, d4: Double, individualsFactor: Double) {
    self.d2 = d2
    self.d4 = d4
    self.individualsFactor = individualsFactor
  }

  /// The constants without rounding.
  public static let exact = Constants(
    d2: 2 / Double.pi.squareRoot(),
    d4: 1 + 3 * (2 - 4 / Double.pi).squareRoot() * Double.pi.squareRoot() / 2,
    individualsFactor: 1.5 * Double.pi.squareRoot())

  /// The constants as most books print them (Montgomery, Introduction to Statistical Quality
  /// Control, appendix VI).
  public static let rounded = Constants(d2: 1.128, d4: 3.267, individualsFactor: 3 / 1.128)

  /// The constants of the NHS guidance *Making Data Count*, which multiplies by 2.66.
  public static let nhs = Constants(d2: 1.128, d4: 3.267, individualsFactor: 2.66)

  /// The mean of a sample's standard deviation in standard deviations of the process:
  /// √(2/(m−1)) Γ(m/2)/Γ((m−1)/2), for samples of `m` ≥ 2 (Montgomery, appendix VI).
  static func c4(_ size: Int) -> Double {
    let m = Double(size)
    return (2 / (m - 1)).squareRoot() * exp(lgamma(m / 2).0 - lgamma((m - 1) / 2).0)
  }
}
