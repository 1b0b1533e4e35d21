import ArgumentParser
import Collaborative
import ControlCharts
import Improvement

/// Keeps that a coach looked at a site, as `M` does in the workbench.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Keep that you looked at a site; what comes from now on is new.",
    discussion: """
      Only you see it; huddle undo takes it back.

      Example:
        huddle review riverside
      """)

  @Argument(help: ArgumentHelp("The site's code or id.", valueName: "site"))
  var site: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    Output.line(try collaboration.markReviewed(collaboration.resolve(site, type: .site)).words)
  }
}

struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Let a reason of a site wait until a day, or bring it back with now.",
    discussion: """
      The reason is named as in huddle portfolio: all of that kind wait. Only your
      own list is shorter for it.

      Examples:
        huddle snooze riverside "data overdue" +2w
        huddle snooze riverside roleGap 2026-12-01
        huddle snooze riverside "data overdue" now
      """)

  @Argument(help: ArgumentHelp("The site's code or id.", valueName: "site"))
  var site: String

  @Argument(help: ArgumentHelp("The kind of reason, such as “cycle stuck”.", valueName: "reason"))
  var reason: String

  @Argument(help: ArgumentHelp("The day it comes back.", valueName: "date"))
  var until: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let site = try collaboration.resolve(site, type: .site)
    let reasons = try collaboration.reasons(named: reason, at: site)
    Output.line(try collaboration.snooze(reasons, at: site, typed: until).words)
  }
}

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score how far a team has come: a coach theirs, everybody else the team's.",
    discussion: """
      Without a score every anchor of the scale is printed. Of a site its active
      project is scored.

      Examples:
        huddle score
        huddle score riverside 3 --why "Two wards changed and the rate fell"
        huddle score warm-patients 2.5 --suggestion "Chart the bundle weekly"
      """)

  @Argument(help: ArgumentHelp("A site's code, or a project.", valueName: "site-or-project"))
  var subject: String?

  @Argument(help: ArgumentHelp("0.5 to 5, in halves.", valueName: "score"))
  var score: String?

  @Option(help: ArgumentHelp("What you see that speaks for it.", valueName: "text"))
  var why: String?

  @Option(help: ArgumentHelp("What could come next.", valueName: "text"))
  var suggestion: String?

  @Option(help: ArgumentHelp("The day; else today.", valueName: "date"))
  var on: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if subject != nil, score == nil {
      throw ValidationError("Name a score as well; huddle score alone prints what each means.")
    }
  }

  func run() throws {
    guard let subject, let score else {
      Output.result(
        ProgressAnchor.all.map { "\(NumberText.short($0.score))  \($0.title): \($0.text)\n" }
          .joined())
      return
    }
    let collaboration = try options.open()
    let outcome = try collaboration.score(
      project(subject, collaboration),
      ProgressEntry(
        score: score, why: why ?? "", suggestion: suggestion ?? "", date: on ?? ""))
    Output.line(outcome.words)
  }

  /// A site stands for the project that its coach scores; every other word for a project.
  private func project(_ subject: String, _ collaboration: Collaboration) throws -> String {
    guard let site = try? collaboration.resolve(subject, type: .site) else {
      return try collaboration.resolve(subject, type: .project)
    }
    guard let project = try collaboration.projectToScore(at: site) else {
      throw Failure.refused(
        "\(collaboration.name(of: site)) has no active project; name the project to score")
    }
    return project
  }
}

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Answer a note; whoever wrote it finds the answer on Today.",
    discussion: """
      An answer to what is for coaches only is for coaches only.

      Example:
        huddle answer 01k3v "The form is in the blue folder."
      """)

  @Argument(help: ArgumentHelp("The id of the note, or its beginning.", valueName: "note"))
  var note: String

  @Argument(help: ArgumentHelp("The answer.", valueName: "text"))
  var text: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(note, type: .note)
    Output.line(try collaboration.reply(to: id, words: text).words)
  }
}

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Mark a note as answered or done with.",
    discussion: """
      Example:
        huddle resolve 01k3v
      """)

  @Argument(help: ArgumentHelp("The id of the note, or its beginning.", valueName: "note"))
  var note: String

  @Flag(help: "Open it again.")
  var reopen = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(note, type: .note)
    Output.line(try collaboration.markResolved(id, !reopen).words)
  }
}
