import Cells
import ControlCharts

/// One chart among several that stand above each other on one time axis.
public struct StackedPanel: Sendable {
  /// What kind of measure it is.
  public let kind: String
  public let name: String
  /// The newest value with its unit.
  public let latest: String
  public let finding: String
  /// Nothing where there is no chart, which `problem` explains.
  let plot: ChartPlot?
  public let problem: String
  /// The place of each point on the axis that all share, counted from 0, never falling.
  let places: [Int]

  public init(
    kind: String, name: String, chart: ControlChart?, verdict: CautiousVerdict? = nil,
    places: [Int] = [],
    latest: String = "", finding: String = "", problem: String = "", unit: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.latest = latest
    self.finding = finding
    self.problem = problem
    self.places = places
    plot = chart.flatMap { chart in
      chart.points.count == places.count
        ? ChartPlot(chart: chart, verdict: verdict, unit: unit) : nil
    }
  }

  public var title: String { "\(kind): \(name)" }

  /// The newest of its points at a place; several may share one where events are drawn by month.
  func point(at place: Int) -> Int? { places.lastIndex(of: place) }

  /// How many points stand where a newer one is drawn.
  var hiddenCount: Int { places.count - Set(places).count }

  /// The value at a place in words; nil where there is no point.
  func words(at place: Int) -> String? {
    guard let plot, let index = point(at: place) else { return nil }
    guard let value = plot.chart.points[index].value else { return "missing" }
    let unit = plot.unit.count > 8 ? "" : plot.unit
    return plot.number(value) + (unit.isEmpty || unit == "%" ? unit : " \(unit)")
  }

  /// What is told of the panel in one line, beside its title.
  var words: String {
    let told = finding.prefix(1).uppercased() + finding.dropFirst()
    guard hiddenCount > 0 else { return told }
    return "\(told) \(hiddenCount) of \(places.count) stand behind a newer one."
  }
}
