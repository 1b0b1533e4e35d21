import ControlCharts

/// What is to be charted, whether it comes from a store, a table or a case.
public struct ChartInput: Sendable {
  public var observations: [Observation]
  public var options: ChartOptions
  public var words: ChartWords
  /// The labels of the points as people read them.
  public var labels: [String]
  /// Whether the bare rules speak, as they do to compare one program with another; else what
  /// `CautiousVerdict` lets through.
  public var showsBareRules: Bool
  /// What a reader should know besides the finding, a sentence each.
  public var notes: [String]

  public init(
    observations: [Observation], options: ChartOptions, words: ChartWords,
    labels: [String]? = nil, showsBareRules: Bool = false, notes: [String] = []
  ) {
    self.observations = observations
    self.options = options
    self.words = words
    self.labels = labels ?? observations.map { words.period($0.x) }
    self.showsBareRules = showsBareRules
    self.notes = notes
  }
}
