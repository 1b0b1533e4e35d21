import Collaborative
import Insights
import Plots

/// Sites side by side on one measure: as a funnel, as small charts, or as a table.
public struct ComparisonState: Sendable {
  public enum Face: Sendable { case funnel, multiples, table }

  public var measureID: String
  /// What is compared; nil for the newest twelve months.
  public var span: TimeSpan?
  public var detail: ComparisonDetail?
  public var problem: String?
  public var ticket: Int
  /// The series the reader is at.
  public var seriesID: String?
  public var face = Face.funnel
  /// What `T` and `Esc` go back to from the table.
  public var lastFace = Face.funnel
  public var scroll = 0

  public init(measureID: String, seriesID: String?, ticket: Int) {
    self.measureID = measureID
    self.seriesID = seriesID
    self.ticket = ticket
  }

  /// Asks for the comparison as the state stands.
  func question(at place: Int) -> Effect {
    .ask(.comparison(measureID: measureID, over: span), .place(place), ticket: ticket)
  }

  /// The drawing of the sites as a funnel; nil where they can't be compared so.
  var plot: FunnelPlot? {
    guard let comparison = detail?.comparison, let funnel = comparison.funnel else { return nil }
    return FunnelPlot(
      chart: funnel, caption: comparison.caption, unit: comparison.measure.valueUnit,
      denominatorName: comparison.measure.denominatorDefinition ?? "denominator")
  }

  /// The series in the order in which the cursor walks.
  var walk: [String] {
    guard let detail else { return [] }
    if face == .funnel, let plot {
      return plot.order.map { detail.comparison.entries[$0].seriesID }
    }
    return detail.tiles.map(\.seriesID)
  }

  mutating func accept(_ detail: ComparisonDetail) {
    self.detail = detail
    problem = nil
    if detail.comparison.funnel == nil, face == .funnel { face = .multiples }
    if lastFace == .funnel, detail.comparison.funnel == nil { lastFace = .multiples }
    keepSelection()
  }

  /// Shows another face; the same one twice goes back.
  mutating func show(_ wanted: Face) {
    if face == .table {
      face = wanted == .table ? lastFace : wanted
    } else {
      lastFace = face
      face = wanted
    }
    scroll = 0
    keepSelection()
  }

  mutating func move(_ movement: Movement, rows: Int) {
    if face == .table {
      switch movement {
      case .by(let step): scroll += step
      case .page(let direction): scroll += direction * max(1, rows - 1)
      case .halfPage(let direction): scroll += direction * max(1, rows / 2)
      case .start: scroll = 0
      case .end: scroll = 10_000
      }
      scroll = max(0, scroll)
      return
    }
    let walk = walk
    guard !walk.isEmpty else { return }
    let now = seriesID.flatMap { walk.firstIndex(of: $0) } ?? 0
    let next: Int =
      switch movement {
      case .by(let step): now + step
      case .page(let direction), .halfPage(let direction): now + direction * 6
      case .start: 0
      case .end: walk.count - 1
      }
    seriesID = walk[min(max(0, next), walk.count - 1)]
  }

  /// A site that isn't drawn can't be stood on.
  private mutating func keepSelection() {
    let walk = walk
    if let seriesID, walk.contains(seriesID) { return }
    seriesID = walk.first
  }
}
