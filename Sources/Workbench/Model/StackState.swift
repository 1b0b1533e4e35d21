import Collaborative
import Plots

/// Charts above each other on one time axis: which of them the reader is at, and at which time.
public struct StackState: Sendable {
  public var subject: StackSubject
  public var detail: StackDetail?
  public var problem: String?
  public var ticket: Int
  public var panel = 0
  /// The place of the time axis, counted from 0; the last one when it is opened.
  public var cursor = 0
  public var isTable = false
  public var scroll = 0

  public init(_ subject: StackSubject, ticket: Int) {
    self.subject = subject
    self.ticket = ticket
  }

  mutating func accept(_ detail: StackDetail) {
    let count = detail.time.periods.count
    let isNew = self.detail?.siteID != detail.siteID || self.detail?.time.periods.count != count
    self.detail = detail
    problem = nil
    panel = min(panel, max(0, detail.entries.count - 1))
    cursor = isNew ? max(0, count - 1) : min(cursor, max(0, count - 1))
  }

  /// The series of the panel the reader is at.
  var seriesID: String? { detail?.entries[safe: panel]?.tile?.seriesID }

  var charts: StackedCharts? { detail.map { StackedCharts($0) } }

  mutating func move(_ movement: Movement, rows: Int) {
    guard let detail else { return }
    if isTable {
      scroll = max(0, scroll + movement.lines(rows: rows, from: scroll))
      return
    }
    switch movement {
    case .by(let step): panel += step
    case .page(let direction), .halfPage(let direction): cursor += direction * 6
    case .start: cursor = 0
    case .end: cursor = detail.time.periods.count - 1
    }
    panel = min(max(0, panel), max(0, detail.entries.count - 1))
    cursor = min(max(0, cursor), max(0, detail.time.periods.count - 1))
  }

  mutating func moveCursor(by step: Int) {
    cursor = min(max(0, cursor + step), max(0, (detail?.time.periods.count ?? 0) - 1))
  }
}

extension Movement {
  /// How far a text that is scrolled goes; its end is wherever drawing stops it.
  func lines(rows: Int, from scroll: Int) -> Int {
    switch self {
    case .by(let step): step
    case .page(let direction): direction * max(1, rows - 1)
    case .halfPage(let direction): direction * max(1, rows / 2)
    case .start: -scroll
    case .end: 10_000
    }
  }
}
