import Collaborative
import Improvement

extension Model {
  /// What the selection on the screen opens.
  public var selectedTarget: Target? {
    switch place {
    case .section:
      isInDetailPane ? sectionState.detail?.selectedLink : sectionState.selectedTarget
    case .page(let page): page.selectedLink
    case .chart(let chart): Target(.series, chart.seriesID)
    case .comparison(let comparison): comparison.seriesID.map { Target(.series, $0) }
    case .stack(let stack): stack.seriesID.map { Target(.series, $0) }
    case .course(let course): course.target
    case .meeting(let meeting): meeting.item?.target
    }
  }

  mutating func openSelected() -> [Effect] {
    if let group = selectedGroup { return open(group) }
    if let row = draftInSight { return openDraft(row) }
    guard let target = selectedTarget else { return [] }
    return open(target)
  }

  /// The line of Today that leads back to a draft, where it is selected.
  private var draftInSight: TodayRow? {
    guard case .section(.today) = place, !isInDetailPane, case .today(let rows) = sectionState.rows,
      let row = rows[safe: sectionState.list.selection], row.draft != nil
    else { return nil }
    return row
  }

  /// Opens a document over what is shown: a series as its chart, everything else as its page.
  mutating func open(_ target: Target) -> [Effect] {
    let ticket = nextTicket()
    if target.type == .series {
      places.append(.chart(ChartState(seriesID: target.id, ticket: ticket)))
      return [.ask(.chart(seriesID: target.id), .place(places.count - 1), ticket: ticket)]
    }
    places.append(.page(PageState(target, ticket: ticket)))
    return [.ask(.page(target), .place(places.count - 1), ticket: ticket)]
  }

  /// What happened to the document that is open or selected.
  mutating func openHistory() -> [Effect] {
    guard let target = editableTarget else { return [] }
    let state = PageState(target, ticket: nextTicket(), isHistory: true)
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }

  mutating func goTo(_ section: SectionID) -> [Effect] {
    guard identity?.sections.contains(section) ?? true else {
      return deny("\(section.title) is for coaches and stewards")
    }
    places = [.section(section)]
    sectionState.pane = .list
    return refresh()
  }

  /// One level back, always: the face of a chart, a page, a pane, a search, a filter.
  mutating func goBack() -> [Effect] {
    if case .chart(var chart) = place, chart.face != .chart {
      chart.face = .chart
      place = .chart(chart)
      return []
    }
    if case .comparison(var comparison) = place, comparison.face == .table {
      comparison.show(.table)
      place = .comparison(comparison)
      return []
    }
    if case .stack(let stack) = place, stack.isTable { return toggleStackTable() }
    if places.count > 1 {
      places.removeLast()
      return []
    }
    if isInDetailPane { return switchPane() }
    if leavesGroup { return backToGroups() }
    if !sectionState.query.isEmpty {
      sectionState.query = sectionState.query.showingAll
      return loadRows(of: section)
    }
    return []
  }

  mutating func goBackOrQuit() -> [Effect] {
    let canGoBack = places.count > 1 || isInDetailPane || !sectionState.query.isEmpty
    return canGoBack ? goBack() : quit()
  }

  mutating func quit() -> [Effect] {
    isFinished = true
    return [.quit]
  }

  /// - Parameter isFirst: whether nothing is there yet, so that a part of it is better than none.
  mutating func loadRows(of section: SectionID, isFirst: Bool = false) -> [Effect] {
    let ticket = nextTicket()
    sections[section]?.rowsTicket = ticket
    let query = sections[section]?.query ?? RowQuery()
    let request: Request = isFirst ? .rowsAtFirst(section, query) : .rows(section, query)
    return [.ask(request, .rows(section), ticket: ticket)]
  }

  /// Asks again for everything that is on the screen, and says so.
  mutating func reload() -> [Effect] {
    status = Status("read again", tone: .quiet)
    return refresh()
  }

  /// Asks again for what is shown, without moving anybody's selection.
  mutating func refresh() -> [Effect] {
    var effects = loadRows(of: section) + [.ask(.identity, .identity, ticket: nextTicket())]
    if var detail = sectionState.detail {
      detail.ticket = nextTicket()
      sectionState.detail = detail
      effects.append(.ask(.page(detail.target), .detail(section), ticket: detail.ticket))
    }
    for index in places.indices {
      switch places[index] {
      case .section: break
      case .page(var page):
        page.ticket = nextTicket()
        places[index] = .page(page)
        effects.append(.ask(page.request, .place(index), ticket: page.ticket))
      case .chart(var chart):
        chart.ticket = nextTicket()
        places[index] = .chart(chart)
        effects.append(
          .ask(.chart(seriesID: chart.seriesID), .place(index), ticket: chart.ticket))
      case .comparison(var comparison):
        comparison.ticket = nextTicket()
        places[index] = .comparison(comparison)
        effects.append(comparison.question(at: index))
      case .stack(var stack):
        stack.ticket = nextTicket()
        places[index] = .stack(stack)
        effects.append(.ask(.stack(stack.subject), .place(index), ticket: stack.ticket))
      case .course(var course):
        course.ticket = nextTicket()
        places[index] = .course(course)
        effects.append(course.question(at: index))
      case .meeting(var meeting):
        meeting.ticket = nextTicket()
        places[index] = .meeting(meeting)
        effects.append(.ask(meeting.question, .place(index), ticket: meeting.ticket))
      }
    }
    return effects
  }

  mutating func showChartFace(_ face: ChartState.Face) -> [Effect] {
    guard case .chart(var chart) = place else { return [] }
    chart.face = chart.face == face ? .chart : face
    chart.scroll = 0
    place = .chart(chart)
    return []
  }

  mutating func toggleBoard() -> [Effect] {
    sectionState.isBoard.toggle()
    // Beside the list stands the page of what was chosen on the board.
    return sectionState.isBoard ? [] : followSelectionNow()
  }

  /// The text that `y` copies: an id, with which the command line finds the document again.
  var copyText: String? { selectedTarget?.id }

  mutating func copySelected() -> [Effect] {
    guard let text = copyText else { return [] }
    status = Status("copied \(text)", tone: .good)
    return [.copy(text)]
  }
}
