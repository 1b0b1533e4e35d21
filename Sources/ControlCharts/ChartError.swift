/// Why a chart can't be made of what was given.
///
/// Positions are indexes of observations; `x` is the label found there.
public enum ChartError: Error, Hashable, Sendable {
  case noObservations
  case numberOutOfRange(index: Int, x: String)
  case negativeCount(index: Int, x: String, count: Double)
  case negativeDenominator(index: Int, x: String, denominator: Double)
  case numeratorAboveDenominator(index: Int, x: String, numerator: Double, denominator: Double)
  case notPositive(index: Int, x: String, value: Double)
  case denominatorsMissing(ChartType)
  case optionOutOfRange(name: String)
  case sigmaNotApplicable(ChartType)
  case centreOutOfRange(ChartType, centre: Double)
}
