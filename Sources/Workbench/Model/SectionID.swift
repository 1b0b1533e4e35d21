/// The sections of the workbench, in the order of their digits.
public enum SectionID: String, CaseIterable, Hashable, Sendable {
  case today, projects, cycles, measures, team, commons, portfolio

  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// The section a word on the command line names.
  public init?(word: String) { self.init(rawValue: word.lowercased()) }
}
