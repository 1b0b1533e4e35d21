import ControlCharts
import Improvement

/// One measure at several sites over one span of time, as a funnel.
///
/// Only what is the same is compared: the span is cut where a new definition of the measure begins,
/// numbers left out, provisional or unknown add nothing, and who gave fewer numbers is named.
public struct SiteComparison: Sendable {
  /// One of the sites, in the order of their names.
  public struct Entry: Hashable, Sendable {
    public var seriesID: String
    public var site: String
    public var numerator: Double
    public var denominator: Double
    /// How many periods it gave final numbers for, and how many were left out, provisional or
    /// unknown.
    public var given: Int
    public var notUsed: Int
  }

  public let measure: Measure
  /// What is compared; nothing where no site has numbers.
  public let span: TimeSpan?
  /// The span before a new definition cut it.
  public let wanted: TimeSpan?
  public let entries: [Entry]
  public let funnel: FunnelChart?
  /// Why there is no funnel, in words without a full stop.
  public let problem: String?
  private let beginsWithDefinition: Bool

  /// - Parameter asked: the span that somebody asked for; without it the twelve months up to the
  ///   newest month that at least half of the sites have final numbers for.
  /// - Complexity: O(points).
  public init(of measure: Measure, _ charts: [SeriesChart], over asked: TimeSpan? = nil) {
    self.measure = measure
    // A group's numbers are a part of its site's own.
    let charts = charts.filter { $0.stratum == nil }
      .sorted { ($0.siteName, $0.seriesID) < ($1.siteName, $1.seriesID) }
    guard let kind = measure.funnelKind else {
      (span, wanted, entries, funnel, beginsWithDefinition) = (nil, nil, [], nil, false)
      problem =
        "\(measure.name) has no denominators; a funnel compares proportions and rates"
      return
    }
    guard let wanted = asked ?? Self.usualSpan(charts) else {
      (span, wanted, entries, funnel, beginsWithDefinition) = (nil, nil, [], nil, false)
      problem = "no site has final numbers with denominators yet"
      return
    }
    let begun = measure.definitionVersions.compactMap(\.from)
      .filter { wanted.first < $0 && $0 <= wanted.last }.max()
    let span = begun.map { TimeSpan(first: $0, last: wanted.last) } ?? wanted
    self.span = span
    self.wanted = wanted
    beginsWithDefinition = begun != nil
    let entries = charts.map { Entry($0, span) }
    self.entries = entries
    guard !entries.isEmpty else {
      (funnel, problem) = (nil, "no site has numbers yet")
      return
    }
    do {
      funnel = try FunnelChart(
        entries.map { entry in
          FunnelEntry(
            name: entry.site, numerator: entry.given > 0 ? entry.numerator : nil,
            denominator: entry.given > 0 ? entry.denominator : nil)
        }, kind: kind, improvement: measure.direction.controlChartDirection,
        multiplier: Double(max(1, measure.multiplier)))
      problem = nil
    } catch {
      funnel = nil
      let words = error.description
      problem = words.hasSuffix(".") ? String(words.dropLast()) : words
    }
  }

  /// What the funnel shows and how far it may be trusted, in sentences.
  public var caption: [String] {
    guard let funnel else { return problem.map { ["\(measure.name): \($0)."] } ?? [] }
    var sentences = funnel.sentences(
      ChartWords(measure: title, unit: measure.valueUnit))
    if beginsWithDefinition, let span {
      sentences.append("The span begins with the definition of \(span.first.label).")
    }
    let most = entries.map(\.given).max() ?? 0
    let fewer = entries.filter { $0.given > 0 && $0.given < most }
    if !fewer.isEmpty {
      let told = fewer.prefix(4).map { "\($0.site) \($0.given)" }.joined(separator: ", ")
      let more = fewer.count > 4 ? " and \(fewer.count - 4) more" : ""
      sentences.append("Fewer numbers than the others' \(most): \(told)\(more).")
    }
    let notUsed = entries.reduce(0) { $0 + $1.notUsed }
    if notUsed > 0 {
      sentences.append(
        "Left out, provisional or without counts, and so not added: \(notUsed) "
          + (notUsed == 1 ? "number." : "numbers."))
    }
    return sentences
  }

  /// The measure and the span: "Wound infections, Nov 2025 to Oct 2026".
  public var title: String {
    ([measure.name] + (span.map { [$0.label] } ?? [])).joined(separator: ", ")
  }

  /// Twelve months up to the newest that at least half of the sites have final numbers for.
  private static func usualSpan(_ charts: [SeriesChart]) -> TimeSpan? {
    let newest = charts.compactMap { chart in
      chart.points.lazy.filter(\.isComparable).compactMap { $0.period?.lastDay }.max()
    }.sorted()
    guard !newest.isEmpty else { return nil }
    return .year(endingWith: newest[newest.count / 2])
  }
}

extension SiteComparison.Entry {
  init(_ chart: SeriesChart, _ span: TimeSpan) {
    seriesID = chart.seriesID
    site = chart.siteName
    (numerator, denominator, given, notUsed) = (0, 0, 0, 0)
    for point in chart.points where point.period.map(span.contains) ?? false {
      if point.isComparable {
        numerator += point.numerator ?? 0
        denominator += point.denominator ?? 0
        given += 1
      } else if point.status == .reported || point.status == .hidden {
        notUsed += 1
      }
    }
  }
}

extension SeriesPoint {
  /// Whether the point's counts may be added to others.
  fileprivate var isComparable: Bool {
    if status == .noOpportunity { return true }
    return status == .reported && quality != .provisional && !isLeftOut && numerator != nil
      && denominator != nil
  }
}

extension Measure {
  /// What a funnel of it compares; nil where it has no denominators.
  public var funnelKind: FunnelKind? {
    switch dataKind {
    case .proportion: .proportion
    case .rate: .rate
    case .count, .continuous, .timeBetween, .opportunitiesBetween: nil
    }
  }
}
