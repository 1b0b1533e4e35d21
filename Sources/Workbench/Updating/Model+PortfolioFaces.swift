import Cells
import Collaborative
import Widgets

/// How a portfolio is looked at: site by site or put together, by which measure, by its packages.
extension Model {
  /// The group of sites that is selected.
  var selectedGroup: SiteGroup? {
    guard case .section(.portfolio) = place, case .siteGroups(let groups) = sectionState.rows
    else { return nil }
    return groups[safe: sectionState.list.selection]
  }

  /// Sites one by one, then by region, by cohort, by kind.
  mutating func nextGrouping() -> [Effect] {
    let all: [PortfolioQuery.Grouping?] = [nil] + PortfolioQuery.Grouping.allCases
    let now = all.firstIndex(of: sectionState.query.grouping) ?? 0
    let next = all[(now + 1) % all.count]
    sectionState.query.grouping = next
    sectionState.pane = .list
    cameFromGroups = nil
    status = Status(next.map { "sites by \($0.label)" } ?? "site by site", tone: .quiet)
    return loadRows(of: .portfolio)
  }

  /// Shows the sites of a group, narrowed to what they have in common.
  mutating func open(_ group: SiteGroup) -> [Effect] {
    cameFromGroups = group
    sectionState.query.grouping = nil
    sectionState.query.siteFacets[group.grouping.facet] = [group.value]
    return loadRows(of: .portfolio)
  }

  /// Whether going back leads from the sites of a group to the groups.
  var leavesGroup: Bool {
    guard section == .portfolio, let group = cameFromGroups else { return false }
    return sectionState.query.siteFacets[group.grouping.facet] == [group.value]
  }

  mutating func backToGroups() -> [Effect] {
    guard let group = cameFromGroups else { return [] }
    cameFromGroups = nil
    sectionState.query.siteFacets[group.grouping.facet] = nil
    sectionState.query.grouping = group.grouping
    sectionState.wantedID = group.key
    return loadRows(of: .portfolio)
  }

  // MARK: Choosing a measure or a package

  mutating func openMeasureChoice() -> [Effect] {
    openChoice(.measure, "Look at every site by", .portfolioMeasures)
  }

  mutating func openPackageChoice() -> [Effect] {
    openChoice(.package, "Sites by the elements of", .packages)
  }

  private mutating func openChoice(
    _ purpose: ChoiceState.Purpose, _ title: String, _ request: Request
  ) -> [Effect] {
    let ticket = nextTicket()
    overlay = .choice(
      ChoiceState(purpose: purpose, picker: Picker(title: title, items: []), ticket: ticket))
    return [.ask(request, .choice, ticket: ticket)]
  }

  mutating func acceptMeasures(_ measures: [PortfolioMeasure], _ ticket: Int) {
    guard case .choice(var state) = overlay, state.ticket == ticket else { return }
    state.values = [nil] + measures.map(\.id)
    let items =
      [PickerItem("each site's first outcome")]
      + measures.map { measure in
        PickerItem(
          measure.name,
          detail: "\(measure.kind.label.lowercased()), \(measure.sites) "
            + "\(measure.sites == 1 ? "site" : "sites")")
      }
    let now = sectionState.query.measure
    state.picker = Picker(
      title: state.picker.title, items: items,
      selected: state.values.firstIndex { $0 == now })
    overlay = .choice(state)
  }

  /// Where there is one package only, there is nothing to choose.
  mutating func acceptPackages(_ packages: [PackageChoice], _ ticket: Int) -> [Effect] {
    guard case .choice(var state) = overlay, state.ticket == ticket else { return [] }
    if packages.isEmpty {
      overlay = nil
      status = Status(
        "nobody shares a package yet: a resource of the kind change package, made of others",
        tone: .caution)
      return []
    }
    if packages.count == 1 {
      overlay = nil
      return openPackage(packages[0].id)
    }
    state.values = packages.map(\.id)
    state.picker = Picker(
      title: state.picker.title,
      items: packages.map { package in
        PickerItem(
          package.title,
          detail: "\(package.elements) \(package.elements == 1 ? "element" : "elements"), "
            + "\(package.sites) \(package.sites == 1 ? "site" : "sites")")
      })
    overlay = .choice(state)
    return []
  }

  private mutating func openPackage(_ id: String) -> [Effect] {
    var state = PageState(Target(.resource, id), ticket: nextTicket())
    state.resourceAspect = .package
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }

  mutating func handleInChoice(_ state: ChoiceState, _ key: Key) -> [Effect] {
    var state = state
    switch state.picker.handle(key) {
    case .cancelled: overlay = nil
    case .ignored, .moved: overlay = .choice(state)
    case .chosen(let index):
      overlay = nil
      guard let value = state.values[safe: index] else { return [] }
      switch state.purpose {
      case .measure:
        sectionState.query.measure = value
        return loadRows(of: .portfolio)
      case .package: return value.map { openPackage($0) } ?? []
      }
    }
    return []
  }
}
