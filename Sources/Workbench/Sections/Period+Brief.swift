import Improvement

extension Period {
  /// As short as it can be and still say the year: `Oct 26`, `Q3 26`, `W12 26`, `14 Mar`.
  var briefLabel: String {
    unit == .day ? shortLabel : "\(shortLabel) \(label.suffix(2))"
  }
}
