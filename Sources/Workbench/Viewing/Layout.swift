import Cells

/// Where the parts of the screen stand at a size; small windows lose parts by priority.
///
/// ```
/// place line      who and where
/// tabs            the sections
/// ───────────     (from 16 rows on)
/// banner          why nothing can be saved, while that is so
/// content         list │ detail
/// ───────────     (from 16 rows on)
/// status and hints
/// ```
struct Layout: Equatable {
  /// The smallest window in which work is possible.
  static let smallest = Size(columns: 40, rows: 12)
  /// From this width on a page stands beside its list.
  static let widthForTwoPanes = 100

  var place: Rect
  var tabs: Rect
  var rules: [Rect]
  var banner: Rect
  var content: Rect
  var status: Rect

  /// - Parameter bannerRows: how many rows what stands above everything takes.
  init(_ size: Size, bannerRows: Int = 0) {
    let (place, belowPlace) = Rect(size).splitTop(1)
    let (tabs, belowTabs) = belowPlace.splitTop(1)
    let (middle, status) = belowTabs.splitBottom(1)
    self.place = place
    self.tabs = tabs
    self.status = status
    if size.rows >= 16 {
      let (upper, rest) = middle.splitTop(1)
      let (content, lower) = rest.splitBottom(1)
      rules = [upper, lower]
      (banner, self.content) = content.splitTop(bannerRows)
    } else {
      rules = []
      (banner, content) = middle.splitTop(bannerRows)
    }
  }

  /// A list and the page of what is selected in it.
  struct Panes: Equatable {
    var list: Rect
    var divider: Rect
    var detail: Rect
    /// Whether the page stands below the list rather than beside it.
    var isBelow = false
  }

  /// The list, and the page beside it where there is room for both.
  func panes(listShare: Double) -> Panes? {
    guard content.columns >= Self.widthForTwoPanes else { return nil }
    let (list, rest) = content.splitLeft(Int(Double(content.columns) * listShare))
    let (divider, detail) = rest.splitLeft(1)
    return Panes(list: list, divider: divider, detail: detail.inset(columns: 1))
  }

  /// From this many rows on a page has room below a list.
  static let rowsForPageBelow = 14

  /// The list over its whole width, and the page below it where there is room for both.
  ///
  /// - Parameter wanted: how many rows the list would take.
  func panesBelow(wanted: Int) -> Panes? {
    guard content.rows >= Self.rowsForPageBelow else { return nil }
    let most = content.rows - 1 - max(6, content.rows * 2 / 5)
    let (list, rest) = content.splitTop(min(max(4, wanted), most))
    let (divider, detail) = rest.splitTop(1)
    return Panes(list: list, divider: divider, detail: detail, isBelow: true)
  }
}

extension Model {
  var layout: Layout { Layout(size, bannerRows: bannerLines.count) }

  /// Why nothing can be saved now, and what just happened where that needs more than the line at the
  /// bottom, on as many lines as leave room for the rest.
  var bannerLines: [(text: String, role: Role)] {
    var lines: [(text: String, role: Role)] = []
    if let text = identity?.banner ?? trouble {
      lines = wrapped(text).map { ($0, .warning) }
    }
    if !statusFits { lines += wrapped(status.text).map { ($0, status.role) } }
    return Array(lines.prefix(size.rows >= 24 ? 6 : size.rows >= 16 ? 4 : 2))
  }

  /// Whether the line at the bottom has room for what just happened and at least one key.
  var statusFits: Bool {
    let key = fewestHints.map { $0.key.count + $0.text.count + 3 } ?? 0
    return TextWidth.of(status.text, glyphs: glyphs) <= size.columns - 2 - key
  }

  private func wrapped(_ text: String) -> [String] {
    TextWrap.lines(text, width: max(1, size.columns - 2), glyphs: glyphs)
  }

  var isTooSmall: Bool {
    size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows
  }

  /// How many rows a list or a page has that has the focus.
  var contentRows: Int {
    guard case .section = place, let panes, panes.isBelow else { return layout.content.rows }
    return isInDetailPane ? panes.detail.rows : panes.list.rows
  }

  /// The section's list and the page of what is selected; nil where the list stands alone.
  var panes: Layout.Panes? {
    if sectionState.isBoard { return nil }
    return section == .portfolio ? portfolioPanes : layout.panes(listShare: section.listShare)
  }

  /// Whether the section shows a page beside or below its list.
  public var hasDetailPane: Bool {
    guard case .section = place else { return false }
    return panes != nil
  }

  /// Whether the keys go to the page beside the list.
  public var isInDetailPane: Bool { hasDetailPane && sectionState.pane == .detail }
}
