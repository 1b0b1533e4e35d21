import ArgumentParser
import Cells
import Collaborative
import ControlCharts
import Exchange
import Improvement
import JSONTree
import Plots

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw a control chart: of the store, of a CSV file, or of a case.",
    discussion: """
      Without --measure a CSV file is charted, or the input. Columns that are not named are picked
      by their names and said. Points are counted from 1.

      Examples:
        huddle chart --measure wound-infections --site riverside
        huddle chart falls.csv --x month --y falls --n bed_days --type u --multiply 1000
        huddle chart --case case.json --format json
      """)

  @Argument(
    help: ArgumentHelp("A CSV file; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String?

  @Option(help: ArgumentHelp("The measure's name, PROJECT/MEASURE or id.", valueName: "m"))
  var measure: String?

  @Option(help: ArgumentHelp("The site's code or id.", valueName: "s"))
  var site: String?

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("A series with its options, as a JSON file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var caseFile: String?

  @Option(help: ArgumentHelp("The column of the x axis.", valueName: "c"))
  var x: String?

  @Option(help: ArgumentHelp("The column of the numbers or numerators.", valueName: "c"))
  var y: String?

  @Option(help: ArgumentHelp("The column of the denominators.", valueName: "c"))
  var n: String?

  @Flag(help: "Say whether a new phase can be suggested, where and why, instead of a drawing.")
  var suggest = false

  @OptionGroup var shape: ChartShape

  @Option(help: "What is printed.")
  var format: ChartFormat = .text

  @Option(help: ArgumentHelp("Columns of text, or pixels of SVG.", valueName: "n"))
  var width: Int?

  @Option(help: ArgumentHelp("Rows of text, or pixels of SVG.", valueName: "n"))
  var height: Int?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let sources = [file, measure, caseFile].compactMap(\.self)
    if sources.count > 1 {
      throw ValidationError("Chart one thing: a FILE, --measure with --site, or --case.")
    }
    if suggest, measure == nil {
      throw ValidationError("--suggest wants --measure and --site: only a series can have a phase.")
    }
    if (measure == nil) != (site == nil) {
      throw ValidationError("--measure and --site belong together.")
    }
    for (name, value) in [("--width", width), ("--height", height)] {
      if let value, !(1...10_000).contains(value) {
        throw ValidationError("\(name) wants a number from 1 to 10000.")
      }
    }
  }

  func run() throws {
    if let caseFile {
      let input = try ChartCase(InputFile.json(caseFile, limits: .file)).input
      let chart = try ControlChart(input.observations, input.options)
      try print(chart, input, verdict: nil, annotations: [], notes: [])
    } else if let measure, let site {
      try chartSeries(measure, site)
    } else {
      try chartTable(file ?? "-")
    }
  }

  private func chartSeries(_ measure: String, _ site: String) throws {
    let collaboration = try options.open()
    let measureID = try collaboration.resolve(measure, type: .measure)
    let siteID = try collaboration.resolve(site, type: .site)
    let id = Series.id(site: siteID, measure: measureID)
    guard (try? collaboration.store.document(id)) != nil else {
      throw Failure.refused(
        "\(collaboration.name(of: measureID)) has no numbers at \(collaboration.name(of: siteID)); "
          + "type huddle log to give the first")
    }
    let detail = try collaboration.seriesDetail(id)
    let series = detail.chart
    guard let drawn = series.chart else {
      throw Failure.refused(
        "\(detail.measure) at \(detail.site): \(series.problem ?? "no numbers")")
    }
    if suggest {
      let phases = Series(try collaboration.document(id).tree).phases.count
      Output.line(suggestion(detail, id, next: phases))
      return
    }
    var input = ChartInput(
      observations: series.observations, options: drawn.options, words: series.words,
      labels: series.labels)
    input.options = try shape.options(over: input.options, observations: &input.observations)
    let chart = try ControlChart(input.observations, input.options)
    let annotations = series.annotations.map { mark in
      PlotAnnotation(
        position: mark.point, kind: mark.kind == .test ? .tick(mark.text) : .line(mark.text))
    }
    try print(
      chart, input, verdict: CautiousVerdict(chart), annotations: annotations,
      notes: Array(detail.caption.dropFirst()))
  }

  /// What huddle suggests, and the command that accepts it.
  private func suggestion(_ detail: SeriesDetail, _ id: String, next: Int) -> String {
    guard let offer = detail.phaseOffer else {
      return "\(detail.measure) at \(detail.site): no phase to suggest; no shift that goes on has "
        + "held \(PhaseSuggestion.fewestPoints) points."
    }
    let reason = (offer.reason.isEmpty ? "…" : offer.reason)
      .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    return
      (detail.chart.words(of: offer) + [
        "To accept it: huddle set \(id) phases.\(next).starts=\(offer.starts) "
          + "'phases.\(next).reason=\(reason)'"
      ]).joined(separator: "\n")
  }

  private func chartTable(_ path: String) throws {
    var reader = try CSVFile(path: path).reader()
    let table = try ChartTableInput(
      &reader, x: x, y: y, n: n, wantsDenominator: shape.type.map(\.type.needsDenominator))
    let type = shape.type?.type ?? table.usualType
    var observations = Observation.grouped(
      table.rows, along: table.axis, for: type,
      hasDenominators: table.denominatorColumn != nil)
    let given = try shape.options(
      over: ChartOptions(type: type, axis: table.axis), observations: &observations)
    let input = ChartInput(
      observations: observations, options: given,
      words: ChartWords(measure: table.yColumn) { Period($0)?.label ?? $0 })
    let denominators = table.denominatorColumn.map { ", n \($0)" } ?? ""
    Output.note("\(type.title): x \(table.xColumn), y \(table.yColumn)\(denominators)")
    let chart = try ControlChart(observations, given)
    try print(
      chart, input, verdict: CautiousVerdict(chart), annotations: [],
      notes: chart.cautionWords(input.words))
  }

  private func print(
    _ chart: ControlChart, _ input: ChartInput, verdict: CautiousVerdict?,
    annotations: [PlotAnnotation], notes: [String]
  ) throws {
    let summary = verdict?.summary(of: chart, input.words) ?? chart.summary(input.words)
    let plot = ChartPlot(
      chart: chart, verdict: verdict, labels: input.labels, annotations: annotations,
      caption: [summary] + notes, unit: input.words.unit)
    switch format {
    case .json:
      let rules = caseFile == nil ? (input.options.ruleSets.first?.name.rawValue ?? "none") : "all"
      Output.result(ChartDocument(chart, rules: rules, summary: summary).json.canonicalText)
    case .svg:
      Output.result(plot.svg(width: width ?? 960, height: height ?? 480, title: summary))
    case .spark:
      let spark = Sparkline(chart: chart, width: width ?? 60, verdict: verdict)
      Output.line("\(spark.text(glyphs: options.shownGlyphs))  \(summary)")
    case .text, .ascii:
      let glyphs = format == .ascii ? Glyphs.ascii : options.shownGlyphs
      let text = plot.text(
        columns: width ?? min(Output.columns ?? 100, 160), rows: height ?? 24, glyphs: glyphs)
      Output.line(text)
    }
  }
}

enum ChartFormat: String, CaseIterable, ExpressibleByArgument {
  case text, ascii, spark, json, svg
}
