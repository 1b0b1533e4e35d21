import Cells
import Collaborative
import Improvement
import Widgets

/// A section's list, what it is narrowed to, and the pane beside it.
public struct SectionState: Sendable {
  public enum Pane: Sendable { case list, detail }

  public var query = RowQuery()
  public var rows: Rows?
  /// What the rows answer; nil before the first are there.
  private var answeredQuery: RowQuery?
  /// What was typed for rows that are still to come.
  var typedAhead: [Key] = []
  /// What is said above the rows; its place is kept until it is known whether there is anything.
  public var heading: String?
  public var knowsHeading = false
  public var rowsTicket = 0
  /// Why the rows could not be read.
  public var problem: String?
  public var list = List()
  public var pane = Pane.list
  /// The page beside the list; follows the selection after a moment of rest.
  public var detail: PageState?
  /// What shall be selected once it is among the rows, because it was just saved: a document's id,
  /// or the key of a row that is a part of one.
  public var wantedID: String?
  /// Whether it is wanted of the next rows only.
  var mayMissWanted = false
  /// Whether the next rows answer new words: the one that fits best comes first and is selected.
  public var wantsBest = false
  /// Cycles as a board of stages, measures as small charts, a project as a driver diagram.
  public var isBoard = false

  public var count: Int { rows?.count ?? 0 }

  /// Whether other rows were asked for than those that are there.
  var awaitsRows: Bool { answeredQuery != query }

  /// Takes that the rows could not be read; what was typed for them goes with them.
  mutating func fail(_ words: String) {
    problem = words
    answeredQuery = query
    typedAhead = []
  }

  /// The selected row's identity and what it opens.
  public var selectedKey: String? { rows?.key(at: list.selection) }
  public var selectedTarget: Target? { rows?.target(at: list.selection) }

  /// Takes new rows and keeps the selection on the row it was on, wherever that stands now, unless
  /// something else is to be selected.
  public mutating func accept(_ rows: Rows) {
    let key = selectedKey
    self.rows = rows
    answeredQuery = query
    problem = nil
    list.setCount(rows.count)
    defer {
      wantsBest = false
      if mayMissWanted { (wantedID, mayMissWanted) = (nil, false) }
    }
    if let wanted = wantedID,
      let index = (0..<rows.count).first(where: {
        rows.key(at: $0) == wanted || rows.target(at: $0)?.id == wanted
      })
    {
      wantedID = nil
      if selectedKey != wanted, selectedTarget?.id != wanted { list.select(index) }
    } else if wantsBest {
      list.select(0)
    } else if let key, let index = (0..<rows.count).first(where: { rows.key(at: $0) == key }) {
      list.select(index)
    } else {
      list.select(min(list.selection, max(0, rows.count - 1)))
    }
  }
}

/// A document's page: what was read, how far it is scrolled, which of its links is chosen.
public struct PageState: Sendable {
  public var target: Target
  public var page: Page?
  /// What stands there until it is read: a pane that is blanked first would be sent twice.
  public var previous: Page?
  public var problem: String?
  public var ticket: Int
  public var link = 0
  public var scroll = 0
  /// Whether it tells of the document's changes instead of the document.
  public var isHistory: Bool
  /// The side of a cycle that is told instead of its four stages.
  public var aspect: CycleAspect?
  /// The side of a shared resource that is told instead of what it says.
  public var resourceAspect: ResourceAspect?
  /// Whether it tells what fits a need or an offer instead of what it says.
  public var isMatches = false
  /// Whether it tells what happened at a site instead of how it stands.
  public var isStory = false

  public init(_ target: Target, ticket: Int, isHistory: Bool = false) {
    self.target = target
    self.ticket = ticket
    self.isHistory = isHistory
  }

  var request: Request {
    if let aspect { return .cycle(aspect, id: target.id) }
    if let resourceAspect { return .resource(resourceAspect, id: target.id) }
    if isStory { return .story(siteID: target.id) }
    if isMatches { return .matches(id: target.id) }
    return isHistory ? .history(target) : .page(target)
  }

  public var selectedLink: Target? {
    guard let links = page?.links, links.indices.contains(link) else { return nil }
    return links[link]
  }

  /// What keys are about: the document that is told, or on a list of cycles the chosen one. What
  /// predictions taught is about no cycle until one is chosen.
  var subject: Target? {
    guard let aspect else { return target }
    return page == nil && aspect == .ramp ? target : selectedLink
  }

  /// The stage of the cycle that keys are about.
  var stage: CycleStage? {
    guard aspect != nil else { return page?.stage }
    return subject.flatMap { page?.cycles[$0.id]?.stage }
  }

  /// What the document is called that keys are about.
  var title: String? {
    guard aspect != nil else { return page?.title }
    return subject.flatMap { page?.cycles[$0.id]?.title }
  }
}

/// A full-screen chart: its cursor column, and whether the table or the reasons are shown instead.
public struct ChartState: Sendable {
  public enum Face: Sendable { case chart, table, reasons }

  public var seriesID: String
  public var detail: SeriesDetail?
  public var problem: String?
  public var ticket: Int
  /// The chosen point, counted from 0; the last one when the chart is opened.
  public var cursor = 0
  public var face = Face.chart
  public var scroll = 0

  public init(seriesID: String, ticket: Int) {
    self.seriesID = seriesID
    self.ticket = ticket
  }
}
