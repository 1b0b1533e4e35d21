import ArgumentParser
import Collaborative
import Exchange
import Improvement

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report: a project on a page, a month, a site before a visit.",
    discussion: """
      A report holds what you may see. HTML is one file that needs no other,
      for a browser or A4 paper; Markdown has its charts as text.

      Examples:
        huddle report project warm-patients --format html > warm-patients.html
        huddle report month warm-patients --month 2026-10
        huddle report site riverside
        huddle report site riverside --public --format html > riverside.html
      """)

  @Argument(help: "What is told: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: ReportKind

  @Argument(help: "A project's name or id, a site's code or id; a month takes either.")
  var id: String

  @Option(
    help: ArgumentHelp("The month that is told, else the last whole one.", valueName: "month"))
  var month: String?

  @Option(help: "How it is written.")
  var format: ReportFormat = .markdown

  @OptionGroup var view: ViewOptions

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if month != nil, kind != .month {
      throw ValidationError("--month belongs to report month; leave it out.")
    }
  }

  func run() throws {
    let collaboration = view.of(try options.open())
    let report = try collaboration.whole { try self.report(collaboration) }
    switch format {
    case .markdown:
      let glyphs = options.glyphs?.glyphs ?? .unicode
      Output.result(TerminalText.visible(MarkdownReport(report, glyphs: glyphs).text))
    case .html: Output.result(TerminalText.visible(HTMLReport(report).text))
    }
  }

  private func report(_ collaboration: Collaboration) throws -> Report {
    switch kind {
    case .project:
      return try collaboration.projectReport(collaboration.resolve(id, type: .project))
    case .site: return try collaboration.siteReport(collaboration.resolve(id, type: .site))
    case .month:
      let month = try wantedMonth(today: collaboration.clock.today)
      return try collaboration.monthReport(projectOrSite(collaboration), in: month)
    }
  }

  private func wantedMonth(today: CalendarDate) throws -> Period {
    guard let month else { return Period(.month, containing: today).advanced(by: -1) }
    guard let period = Period(month), period.unit == .month else {
      throw Failure.refused("--month \(month): no such month; write it like 2026-03")
    }
    return period
  }

  /// A site where a site has that code or name, else a project.
  private func projectOrSite(_ collaboration: Collaboration) throws -> String {
    if let site = try? collaboration.resolve(id, type: .site) { return site }
    do {
      return try collaboration.resolve(id, type: .project)
    } catch CollaborationError.noSuchDocument {
      throw Failure.refused(
        "there is no project and no site “\(id)”; huddle list project and huddle list site show "
          + "what there is")
    }
  }
}

enum ReportKind: String, CaseIterable, ExpressibleByArgument { case project, month, site }

enum ReportFormat: String, CaseIterable, ExpressibleByArgument { case markdown, html }
