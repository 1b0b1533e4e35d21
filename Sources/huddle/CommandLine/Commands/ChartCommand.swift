import ArgumentParser
import Cells
import Collaborative
import ControlCharts
import Exchange
import Improvement
import JSONTree
import Plots
import Workbench

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw a control chart: of the store, of a CSV file, or of a case.",
    discussion: """
      Without --measure a CSV file is charted, or the input. Columns that are
      not named are picked by their names and said. Points are counted from 1.

      Examples:
        huddle chart --measure wound-infections --site riverside
        huddle chart --measure wound-infections
        huddle chart --type funnel --measure wound-infections --period 2026
        huddle chart --type pareto incidents.csv --x category --y count
        huddle chart falls.csv --y falls --n bed_days --type u --multiply 1000
        huddle chart --case case.json --format json
      """)

  @Argument(
    help: ArgumentHelp("A CSV file; - reads the input.", valueName: "file"),
    completion: .file(extensions: ["csv", "tsv", "txt"]))
  var file: String?

  @Option(help: ArgumentHelp("The measure's name, PROJECT/MEASURE or id.", valueName: "m"))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      "The site's code or id; without it every site's chart, small.", valueName: "s"))
  var site: String?

  @Option(
    help: ArgumentHelp(
      "What a funnel of the store compares: 2026, 2026-Q1, 2026-03.", valueName: "p"))
  var period: String?

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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns of text, or pixels of SVG.", valueName: "n"))
  var width: Int?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Rows of text, or pixels of SVG.", valueName: "n"))
  var height: Int?

  @OptionGroup var view: ViewOptions

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let sources = [file, measure, caseFile].compactMap(\.self)
    if sources.count > 1 {
      throw ValidationError("Chart one thing: a FILE, --measure, or --case.")
    }
    if suggest, measure == nil || site == nil {
      throw ValidationError("--suggest wants --measure and --site: only a series can have a phase.")
    }
    if measure == nil, site != nil { throw ValidationError("--site needs --measure.") }
    try validateComparison()
    let columns = [x, y, n].compactMap(\.self)
    if measure != nil || caseFile != nil, !columns.isEmpty {
      throw ValidationError("--x, --y and --n name the columns of a FILE; leave them out.")
    }
    if caseFile != nil, shape.isGiven {
      throw ValidationError("A case brings its own options; leave out all but --format and size.")
    }
    for (name, value) in [("--width", width), ("--height", height)] {
      if let value, !(1...10_000).contains(value) {
        throw ValidationError("\(name) \(value) can't be; it wants a number from 1 to 10000.")
      }
    }
  }

  func run() throws {
    if suggest, let measure, let site {
      let (detail, id, phases) = try detail(measure, site)
      Output.line(suggestion(detail, id, next: phases))
      return
    }
    if let comparison = shape.type?.comparison { return try draw(comparison) }
    if let measure, site == nil { return try drawEverySite(measure) }
    let source = try source()
    let input = source.input
    let reading = try ChartReading(input)
    // Said only once there is a chart: before a refusal it would read as if it were the reason.
    for note in source.said { Output.note(note) }
    let plot = ChartPlot(
      chart: reading.chart, verdict: reading.verdict, labels: input.labels,
      annotations: source.annotations, caption: [reading.summary] + reading.notes,
      unit: input.words.unit)
    switch format {
    case .json: Output.json(ChartDocument(reading).json)
    case .svg:
      let svg = plot.svg(width: width ?? 960, height: height ?? 480, title: reading.summary)
      Output.result(TerminalText.visible(svg))
    case .spark:
      let spark = Sparkline(
        chart: reading.chart, width: width ?? 60, verdict: reading.verdict)
      Output.line("\(spark.text(glyphs: options.shownGlyphs))  \(reading.summary)")
    case .text, .ascii:
      let glyphs = format == .ascii ? Glyphs.ascii : options.shownGlyphs
      let columns = width ?? min(Output.columns ?? 100, 160)
      let rows = height ?? Self.rows(for: [reading.summary] + reading.notes, columns)
      Output.line(plot.text(columns: columns, rows: rows, glyphs: glyphs))
    }
  }

  /// The rows of a drawing that has room for all that is said below it, which takes two fifths of
  /// them at most.
  private static func rows(for sentences: [String], _ columns: Int) -> Int {
    let lines = sentences.reduce(0) { $0 + 1 + $1.count / max(20, columns - 8) }
    return max(24, (lines + 5) * 5 / 2)
  }

  /// What is charted, wherever it comes from.
  private struct Source {
    var input: ChartInput
    /// The marks of the work around it.
    var annotations: [PlotAnnotation] = []
    /// How the input was read, for whoever left it to huddle.
    var said: [String] = []
  }

  private func source() throws -> Source {
    if let caseFile {
      return Source(input: try ChartCase(InputFile.json(caseFile, limits: .file)).input)
    }
    if let measure, let site { return try series(measure, site) }
    return try table(file ?? "-")
  }

  private func series(_ measure: String, _ site: String) throws -> Source {
    let (detail, _, _) = try detail(measure, site)
    let series = detail.chart
    guard let drawn = series.chart else {
      throw Failure.refused(
        "\(detail.measure) at \(detail.site): \(series.problem ?? "no numbers")")
    }
    var input = ChartInput(
      observations: series.observations, options: drawn.options, words: series.words,
      labels: series.labels)
    input.options = try shape.options(over: input.options, observations: &input.observations)
    // What is said of the measure's own phases doesn't hold where others are asked for.
    if shape.freeze == nil, shape.phase.isEmpty { input.notes = detail.limitWords }
    if detail.age.isOverdue { input.notes.append("Newest number: \(detail.age.words).") }
    return Source(input: input, annotations: series.plotAnnotations)
  }

  /// A series with its chart, its id, and how many phases people have begun in it.
  private func detail(
    _ measure: String, _ site: String
  ) throws -> (SeriesDetail, id: String, phases: Int) {
    let collaboration = view.of(try options.open())
    let measureID = try collaboration.resolve(measure, type: .measure)
    let siteID = try collaboration.resolve(site, type: .site)
    let id = Series.id(site: siteID, measure: measureID)
    guard collaboration.hasNumbers(measureID, at: siteID) else {
      throw Failure.refused(
        "\(collaboration.name(of: measureID)) has no numbers at \(collaboration.name(of: siteID)); "
          + "type huddle log to give the first")
    }
    return try collaboration.whole {
      let phases = Series(try collaboration.document(id).tree).phases.count
      return (try collaboration.seriesDetail(id), "\(id)", phases)
    }
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

  private func table(_ path: String) throws -> Source {
    var reader = try CSVFile(path: path).reader()
    let table = try ChartTableInput(
      &reader, x: x, y: y, n: n, wantsDenominator: shape.type.map(\.type.needsDenominator))
    let type = shape.type?.type ?? table.usualType
    if type.needsDenominator, table.denominator == nil {
      throw Failure.refused(
        "\(type.title): each point needs a denominator; name its column with --n, or choose "
          + "another --type")
    }
    var observations = try table.observations(for: type)
    let given = try shape.options(
      over: ChartOptions(type: type, axis: table.axis), observations: &observations)
    let input = ChartInput(
      observations: observations, options: given,
      words: ChartWords(measure: table.y.name, unit: type.needsDenominator ? "" : table.unit) {
        Period($0)?.label ?? $0
      })
    var said = table.notes(for: type, points: observations.count)
    if given.target != nil, shape.improvement == nil {
      said.append("--improvement increase or decrease lets the target be judged")
    }
    return Source(input: input, said: said)
  }
}

enum ChartFormat: String, CaseIterable, ExpressibleByArgument {
  case text, ascii, spark, json, svg
}
