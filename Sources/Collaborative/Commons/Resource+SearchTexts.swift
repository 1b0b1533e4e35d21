import Improvement

extension Resource {
  /// Everything a word may be found in.
  var searchTexts: [String] {
    [
      title, plainSummary ?? "", description ?? "", howToStartSmall ?? "", whatToAvoid ?? "",
      kind.label,
    ]
      + steps + drivers + audience + tags
  }
}
