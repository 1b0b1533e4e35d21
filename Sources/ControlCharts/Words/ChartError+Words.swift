extension ChartError: CustomStringConvertible {
  /// What is wrong, where, and what to do about it. Points are counted from 1.
  public var description: String {
    switch self {
    case .noObservations:
      "There is nothing to chart: no row was given. Add at least one observation."
    case .numberOutOfRange(let index, let x):
      "Point \(index + 1) (\(x)) is not a number that can be charted. Correct it or leave it empty."
    case .negativeCount(let index, let x, let count):
      "Point \(index + 1) (\(x)) counts \(NumberText.short(count)); a count can't be below zero. "
        + "Correct it or leave it empty."
    case .negativeDenominator(let index, let x, let denominator):
      "Point \(index + 1) (\(x)) has the denominator \(NumberText.short(denominator)); it can't be "
        + "below zero. Correct it or leave it empty."
    case .numeratorAboveDenominator(let index, let x, let numerator, let denominator):
      "Point \(index + 1) (\(x)) has \(NumberText.short(numerator)) out of "
        + "\(NumberText.short(denominator)); a proportion can't be above 1. "
        + "Correct the numerator or the denominator."
    case .notPositive(let index, let x, let value):
      "Point \(index + 1) (\(x)) is \(NumberText.short(value)); a time between events has to be "
        + "above zero. Use smaller units or a G chart."
    case .denominatorsMissing(let type):
      "A \(type.title) needs a denominator for each point. Give one, or choose an I or a C chart."
    case .optionOutOfRange(let name):
      "The \(name) is not a number that can be charted. Give a plain number."
    case .sigmaNotApplicable(let type):
      "A \(type.title) has no use for a given sigma. Leave it out, or choose another chart."
    case .centreOutOfRange(let type, let centre):
      "A \(type.title) can't have its centre line at \(NumberText.short(centre)). "
        + "Give one that its points can reach."
    }
  }
}
