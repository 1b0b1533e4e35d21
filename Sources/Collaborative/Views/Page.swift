import Improvement

/// How a piece of text is meant, apart from what it says; never the only carrier of a meaning.
public enum Tone: Hashable, Sendable { case plain, quiet, strong, good, caution, bad }

/// One document, or a finding about several, as a person reads it from top to bottom.
///
/// The same page is drawn in the workbench and printed as plain text: it knows words and order,
/// not columns and colours.
public struct Page: Sendable {
  public var target: Target
  public var title: String
  /// What it is and where it belongs, in a few words.
  public var subtitle: String
  public var groups: [PageGroup]
  /// Why whoever looks at it may not change what it is about, in words.
  public var denial: String?
  /// The stage of the cycle that the page is about.
  public var stage: CycleStage?
  /// The cycles that it is a list of, by their ids: keys are about the one that is chosen.
  public var cycles: [String: Listed] = [:]

  /// What is to be known of a cycle in a list.
  public struct Listed: Sendable {
    public var title: String
    public var stage: CycleStage
  }

  public init(_ target: Target, title: String, subtitle: String = "", groups: [PageGroup] = []) {
    self.target = target
    self.title = title
    self.subtitle = subtitle
    self.groups = groups.filter { !$0.lines.isEmpty }
  }

  /// Every document that can be opened from the page, in reading order.
  public var links: [Target] { groups.flatMap(\.lines).compactMap(\.target) }
}

/// A heading and what stands under it.
public struct PageGroup: Sendable {
  public var heading: String
  public var lines: [PageLine]

  public init(_ heading: String, _ lines: [PageLine]) {
    self.heading = heading
    self.lines = lines
  }
}

/// One line of a page; long ones are wrapped where they are drawn.
public enum PageLine: Sendable {
  /// A name and its value: `Owner  Priya Nair`.
  case field(label: String, value: String, tone: Tone = .plain, target: Target? = nil)
  case paragraph(String, tone: Tone = .plain)
  /// One of several: indented by its depth, with a short mark in front such as a stage or a date.
  case item(
    mark: String = "", text: String, note: String = "", tone: Tone = .plain, depth: Int = 0,
    target: Target? = nil)
  /// A measure at a site as a sparkline with its finding; opens the full chart.
  case measure(MeasureTile, label: String)
  /// A line of a tree: what is drawn before it, and before its further lines where it is wrapped.
  case branch(
    lead: String, follow: String, text: String, note: String, tone: Tone = .plain,
    target: Target? = nil)
  /// The sites that took a package by what it is made of; as wide as there is room.
  case matrix(BundleMatrix)
  /// The ramps of a project, or some of them, side by side on a time axis.
  case ramps([ProjectDetail.Ramp], today: CalendarDate)

  public var target: Target? {
    switch self {
    case .field(_, _, _, let target), .item(_, _, _, _, _, let target): target
    case .measure(let tile, _): tile.target
    case .branch(_, _, _, _, _, let target): target
    case .paragraph, .matrix, .ramps: nil
    }
  }
}
