extension ChartMethod {
  /// How the chart came to be, in one line: its type, the rules by name and version, the
  /// calculation with its constants, and whether moving ranges were screened.
  public var line: String {
    let titles = ruleSets.map(\.titleWithLengths).joined(separator: "; ")
    return
      "\(type.title.capitalisedFirst). Rules: \(titles.isEmpty ? "no rules" : titles). \(words)."
  }
}
