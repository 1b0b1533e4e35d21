import Collaborative
import Improvement

/// How far a selection or a scroll goes.
enum Movement {
  case by(Int)
  case page(Int)
  case halfPage(Int)
  case start, end
}

extension Model {
  mutating func move(_ movement: Movement) -> [Effect] {
    switch place {
    case .section(let id):
      if isInDetailPane {
        guard var detail = sections[id]?.detail else { return [] }
        detail.move(movement, rows: contentRows)
        sections[id]?.detail = detail
        return []
      }
      return moveList(movement)
    case .page(var page):
      page.move(movement, rows: contentRows)
      place = .page(page)
      return []
    case .chart(var chart):
      chart.move(movement, rows: contentRows)
      place = .chart(chart)
      return []
    case .comparison(var comparison):
      comparison.move(movement, rows: contentRows)
      place = .comparison(comparison)
      return []
    case .stack(var stack):
      stack.move(movement, rows: contentRows)
      place = .stack(stack)
      return []
    case .course(var course):
      course.move(movement, rows: contentRows)
      place = .course(course)
      return []
    case .meeting(var meeting):
      meeting.move(movement, rows: contentRows)
      place = .meeting(meeting)
      return []
    }
  }

  private mutating func moveList(_ movement: Movement) -> [Effect] {
    if section == .measures, sectionState.isBoard { return moveOnMultiples(movement) }
    if section == .projects, sectionState.isBoard { return moveOnDiagram(movement) }
    let before = sectionState.list.selection
    let rows = max(1, contentRows - 1)
    switch movement {
    case .by(let step): sectionState.list.move(by: step)
    case .page(let direction): sectionState.list.move(by: direction * rows)
    case .halfPage(let direction): sectionState.list.move(by: direction * max(1, rows / 2))
    case .start: sectionState.list.select(0)
    case .end: sectionState.list.select(max(0, sectionState.count - 1))
    }
    return sectionState.list.selection == before ? [] : restEffects()
  }

  /// Goes on past the end to the beginning, as when looking through what was found.
  mutating func moveAround(by step: Int) -> [Effect] {
    let count = sectionState.count
    guard count > 0 else { return [] }
    sectionState.list.select((sectionState.list.selection + step + count) % count)
    return restEffects()
  }

  mutating func scrollChart(by step: Int) -> [Effect] {
    guard case .chart(var chart) = place else { return [] }
    chart.move(.by(step), rows: contentRows)
    place = .chart(chart)
    return []
  }

  /// Goes to the nearest stage on that side that has cycles.
  mutating func moveOnBoard(by step: Int) -> [Effect] {
    guard case .cycles(let rows) = sectionState.rows,
      let present = rows[safe: sectionState.list.selection]
    else { return [] }
    let stages = Array(CycleStage.allCases)
    var index = stages.firstIndex(of: present.stage) ?? 0
    index += step
    while stages.indices.contains(index) {
      if let row = rows.firstIndex(where: { $0.stage == stages[index] }) {
        sectionState.list.select(row)
        return []
      }
      index += step
    }
    return []
  }

  mutating func switchPane() -> [Effect] {
    sectionState.pane = sectionState.pane == .list ? .detail : .list
    return []
  }

  /// A moment's rest is asked for where a detail pane follows the selection.
  mutating func restEffects() -> [Effect] {
    guard hasDetailPane else { return [] }
    restTicket = nextTicket()
    return [.rest(ticket: restTicket)]
  }

  mutating func followSelection(after ticket: Int) -> [Effect] {
    ticket == restTicket ? followSelectionNow() : []
  }

  /// Asks for the page of the selected row, unless it is the one already shown.
  mutating func followSelectionNow() -> [Effect] {
    guard hasDetailPane, case .section(let id) = place else { return [] }
    guard let target = sectionState.selectedTarget else {
      sectionState.detail = nil
      return []
    }
    if sectionState.detail?.target == target { return [] }
    let ticket = nextTicket()
    var detail = PageState(target, ticket: ticket)
    detail.previous = sectionState.detail.flatMap { $0.page ?? $0.previous }
    sectionState.detail = detail
    return [.ask(.page(target), .detail(id), ticket: ticket)]
  }
}

extension PageState {
  /// Moves from link to link where there are any, and scrolls where there are none.
  mutating func move(_ movement: Movement, rows: Int) {
    let links = page?.links.count ?? 0
    switch movement {
    case .by(let step):
      if links > 0 { link = min(max(0, link + step), links - 1) } else { scroll += step }
    case .page(let direction): scroll += direction * max(1, rows - 1)
    case .halfPage(let direction): scroll += direction * max(1, rows / 2)
    case .start: (link, scroll) = (0, 0)
    case .end:
      link = max(0, links - 1)
      scroll = Int.max / 2
    }
    scroll = max(0, scroll)
  }
}

extension ChartState {
  /// Walks from point to point on the chart, and scrolls its table and its reasons.
  mutating func move(_ movement: Movement, rows: Int) {
    if face != .chart {
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
    let count = detail?.points.count ?? 0
    guard count > 0 else { return }
    switch movement {
    case .by(let step): cursor += step
    case .page(let direction), .halfPage(let direction): cursor += direction * 6
    case .start: cursor = 0
    case .end: cursor = count - 1
    }
    cursor = min(max(0, cursor), count - 1)
  }
}
