import Cells
import ControlCharts

/// How a rectangle is shared between the parts of a funnel, and where its markers stand.
struct FunnelLayout {
  /// A marker's cell within the plot.
  struct Place: Hashable {
    var column: Int
    var row: Int
  }

  var plot: Rect
  var axisColumns: Int
  var nameColumns: Int
  var labelRow: Int?
  var cursorRow: Int?
  var caption: [String]
  var captionRow: Int
  var geometry: FunnelGeometry
  /// By the index of the point.
  var places: [Int: Place]

  init(_ rect: Rect, _ plot: FunnelPlot, cursor: Int?, glyphs: Glyphs) {
    let chart = plot.chart
    labelRow = rect.rows >= 4 ? 0 : nil
    cursorRow = cursor != nil && rect.rows >= 7 ? 0 : nil
    let lines = (labelRow == nil ? 0 : 1) + (cursorRow == nil ? 0 : 1)
    let forCaption = max(0, rect.rows - lines - max(7, rect.rows * 3 / 5))
    let width = rect.columns - 3
    let centreWidth = chart.centre.map { TextWidth.of("centre \(plot.number($0))") + 1 } ?? 0

    func geometry(_ rows: Int, _ axis: Int, _ names: Int) -> FunnelGeometry {
      FunnelGeometry(chart, columns: rect.columns - axis - names, rows: rows)
    }
    func share(_ caption: [String]) -> (rows: Int, axis: Int, names: Int) {
      let rows = max(0, rect.rows - lines - caption.count)
      let scale = geometry(rows, 0, 0).ladder.scale
      let numbers = scale.ticks.map { scale.text($0).utf8.count }.max() ?? 0
      let axis = rect.columns >= 16 && numbers + 2 <= rect.columns / 3 ? numbers + 2 : 0
      let hasNames =
        centreWidth > 1 && rect.columns - axis - centreWidth >= max(20, rect.columns / 2)
      return (rows, axis, hasNames ? centreWidth : 0)
    }
    var caption = PlotLayout.wrapped(plot.caption, width: width, rows: forCaption, glyphs: glyphs)
    var shared = share(caption)
    var geometry = geometry(shared.rows, shared.axis, shared.names)
    var placed = Self.places(chart, geometry)
    let notes = Self.notes(geometry, hidden: placed.hidden)
    if !notes.isEmpty, forCaption > 0 {
      let told = PlotLayout.wrapped([notes], width: width, rows: forCaption / 2, glyphs: glyphs)
      caption =
        PlotLayout.wrapped(
          plot.caption, width: width, rows: forCaption - told.count, glyphs: glyphs) + told
      shared = share(caption)
      geometry = FunnelGeometry(
        chart, columns: rect.columns - shared.axis - shared.names, rows: shared.rows)
      placed = Self.places(chart, geometry)
    }
    self.caption = caption
    self.geometry = geometry
    places = placed.places
    axisColumns = shared.axis
    nameColumns = shared.names
    self.plot = Rect(
      column: shared.axis, row: 0, columns: max(0, rect.columns - shared.axis - shared.names),
      rows: shared.rows)
    var next = shared.rows
    if cursorRow != nil {
      cursorRow = next
      next += 1
    }
    if labelRow != nil {
      labelRow = next
      next += 1
    }
    captionRow = next
  }

  /// Puts each marker into a cell of its own; those outside their limits choose first.
  private static func places(
    _ chart: FunnelChart, _ geometry: FunnelGeometry
  ) -> (places: [Int: Place], hidden: Int) {
    guard geometry.columns > 0, geometry.rows > 0 else { return ([:], 0) }
    var places: [Int: Place] = [:]
    var taken: Set<Place> = []
    var hidden = 0
    let drawn = chart.points.filter { !$0.isMissing }
    for point in drawn.filter({ $0.beyondLimit != nil }) + drawn.filter({ $0.beyondLimit == nil }) {
      let wanted = geometry.column(of: point)
      let free = [0, 1, -1, 2, -2, 3, -3].lazy.compactMap { step -> Place? in
        let column = wanted + step
        guard (0..<geometry.columns).contains(column),
          let row = geometry.row(of: point, at: column)
        else { return nil }
        let place = Place(column: column, row: row)
        return taken.contains(place) ? nil : place
      }.first
      if let free {
        taken.insert(free)
        places[point.index] = free
      } else {
        hidden += 1
      }
    }
    return (places, hidden)
  }

  /// What the drawing can't show.
  private static func notes(_ geometry: FunnelGeometry, hidden: Int) -> String {
    var notes: [String] = []
    if hidden > 0 {
      notes.append(
        hidden == 1
          ? "1 stands behind another marker." : "\(hidden) stand behind other markers.")
    }
    if geometry.lacksRows { notes.append("Too few rows for some of the limits.") }
    return notes.joined(separator: " ")
  }
}
