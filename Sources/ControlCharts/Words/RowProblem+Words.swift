extension RowProblem {
  /// What is wrong with the row and what to do about it, without saying where it stands.
  ///
  /// - Parameter denominator: how whoever wrote the row finds its denominator: "column 3 (n)".
  public func words(denominator name: String) -> String {
    switch reason {
    case .outOfRange: "this is no number that can be charted; correct it or leave it empty"
    case .negativeCount(let count):
      "\(NumberText.short(count)) is below 0, which no count can be; correct it or leave it empty"
    case .negativeDenominator(let count):
      "\(NumberText.short(count)) is below 0, which no denominator can be; "
        + "correct it or leave it empty"
    case .aboveDenominator(let above, let below):
      "\(NumberText.short(above)) is more than the \(NumberText.short(below)) in \(name) that it "
        + "is out of; correct one of them, or choose a U chart if more can happen"
    case .notPositive(let time):
      "\(NumberText.short(time)) is no time between events, which has to be above 0; use smaller "
        + "units or a G chart"
    }
  }
}
