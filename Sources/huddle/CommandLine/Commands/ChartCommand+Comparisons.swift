import ArgumentParser
import Cells
import Collaborative
import ControlCharts
import Exchange
import Insights
import JSONTree
import Plots
import Workbench

extension ChartCommand {
  /// What belongs to comparisons only, and what they can't take.
  func validateComparison() throws {
    let comparison = shape.type?.comparison
    if period != nil, comparison != .funnel || measure == nil {
      throw ValidationError("--period belongs to --type funnel with --measure.")
    }
    guard let comparison else { return }
    if site != nil || caseFile != nil {
      throw ValidationError("A \(comparison.rawValue) takes neither --site nor --case.")
    }
    if comparison == .pareto, measure != nil {
      throw ValidationError("A pareto counts the categories of a FILE; leave out --measure.")
    }
    if format == .spark {
      throw ValidationError(
        "A \(comparison.rawValue) has no spark; choose text, ascii, svg or json.")
    }
  }

  func draw(_ comparison: ComparisonType) throws {
    switch (comparison, measure) {
    case (.pareto, _): try drawPareto()
    case (.funnel, let measure?): try drawFunnel(of: measure)
    case (.funnel, nil): try drawFunnelOfTable()
    }
  }

  private func drawFunnel(of measure: String) throws {
    let collaboration = view.of(try options.open())
    let span = try period.map { text in
      guard let span = TimeSpan(text) else {
        throw Failure.refused(
          "--period \(text): no such period; write it like 2026, 2026-Q1 or 2026-03")
      }
      return span
    }
    let id = try collaboration.resolve(measure, type: .measure)
    let comparison = try collaboration.whole { try collaboration.comparison(of: id, over: span) }
    guard let funnel = comparison.funnel else {
      throw Failure.refused("\(comparison.measure.name): \(comparison.problem ?? "no numbers")")
    }
    try show(
      FunnelPlot(
        chart: funnel, caption: comparison.caption, unit: comparison.measure.valueUnit,
        denominatorName: comparison.measure.denominatorDefinition ?? "denominator"),
      title: comparison.title)
  }

  private func drawFunnelOfTable() throws {
    var reader = try CSVFile(path: file ?? "-").reader()
    let table = try CategoryTable(
      &reader, x: x, y: y, n: n, usual: CategoryTable.places, wantsDenominator: true)
    guard let denominators = table.denominatorColumn else {
      throw Failure.refused("a funnel needs denominators; name their column with --n")
    }
    Output.note("funnel: x \(table.xColumn), y \(table.yColumn), n \(denominators)")
    let chart = try FunnelChart(
      table.entries, kind: table.kind,
      improvement: shape.improvement?.improvement ?? .neutral, multiplier: shape.multiply ?? 1)
    let sentences = chart.sentences(ChartWords(measure: table.yColumn))
    try show(
      FunnelPlot(chart: chart, caption: sentences, denominatorName: denominators),
      title: table.yColumn)
  }

  private func show(_ plot: FunnelPlot, title: String) throws {
    switch format {
    case .json:
      Output.json(
        FunnelDocument(plot.chart, title: title, sentences: plot.caption).json)
    case .svg: show(svg: plot.svg(width: width ?? 960, height: height ?? 480, title: title))
    case .text, .ascii, .spark:
      Output.line(plot.text(columns: textColumns, rows: height ?? 26, glyphs: textGlyphs))
    }
  }

  private func drawPareto() throws {
    var reader = try CSVFile(path: file ?? "-").reader()
    let table = try CategoryTable(
      &reader, x: x, y: y, n: nil, usual: CategoryTable.categories, wantsDenominator: false)
    Output.note("pareto: x \(table.xColumn), y \(table.yColumn)")
    let chart = try ParetoChart(table.rows.map { ($0.x, $0.y) })
    let summary = chart.summary(table.yColumn)
    let plot = ParetoPlot(chart: chart, caption: [summary])
    switch format {
    case .json: Output.json(ParetoDocument(chart, summary: summary).json)
    case .svg:
      show(svg: plot.svg(width: width ?? 960, height: height ?? 480, title: table.yColumn))
    case .text, .ascii, .spark:
      let rows = height ?? plot.rows(columns: textColumns, glyphs: textGlyphs)
      Output.line(plot.text(columns: textColumns, rows: rows, glyphs: textGlyphs))
    }
  }

  /// Small multiples: the chart of every site that may be read, none left out.
  func drawEverySite(_ measure: String) throws {
    let collaboration = view.of(try options.open())
    let id = try collaboration.resolve(measure, type: .measure)
    let tiles = try collaboration.whole { try collaboration.tiles(of: id) }
    guard let first = tiles.first else {
      throw Failure.refused(
        "\(collaboration.name(of: id)) has no numbers at any site; type huddle log to give the first"
      )
    }
    switch format {
    case .json:
      let sites = try tiles.map { tile -> JSON in
        [
          "site": .string(tile.site), "series": .string(tile.seriesID),
          "measure": .string(tile.measure), "finding": .string(tile.chart.finding),
          "chart": try tile.chart.chart.map { chart in
            let input = ChartInput(
              observations: tile.chart.observations, options: chart.options,
              words: tile.chart.words, labels: tile.chart.labels)
            return ChartDocument(try ChartReading(input)).json
          } ?? .null,
        ]
      }
      let document: JSON = [
        "schema": 1, "chart": "multiples", "measure": .string(first.chart.measure.name),
        "sites": .array(sites),
      ]
      Output.json(document)
    case .spark:
      for tile in tiles {
        let spark = tile.chart.chart.map {
          Sparkline(chart: $0, width: width ?? 24, verdict: tile.chart.verdict)
            .text(glyphs: options.shownGlyphs)
        }
        Output.line("\(spark ?? "")  \(tile.site): \(tile.chart.finding)")
      }
    case .svg:
      show(svg: SmallMultiples(tiles).svg(width: width ?? 960, title: first.chart.measure.name))
    case .text, .ascii:
      Output.line(first.chart.measure.name)
      let multiples = SmallMultiples(tiles)
      let text =
        height.map { multiples.text(columns: textColumns, rows: $0, glyphs: textGlyphs) }
        ?? multiples.text(columns: textColumns, glyphs: textGlyphs)
      Output.line(text)
    }
  }

  private func show(svg: String) { Output.result(TerminalText.visible(svg)) }

  private var textColumns: Int { width ?? min(Output.columns ?? 100, 160) }
  private var textGlyphs: Glyphs { format == .ascii ? .ascii : options.shownGlyphs }
}
