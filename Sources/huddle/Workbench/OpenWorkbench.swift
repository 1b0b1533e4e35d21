import Cells
import Collaborative
import CursesTerminal
import Improvement
import Themes
import Workbench

/// How the workbench is opened: where, in which colours, with which signs.
struct WorkbenchOptions {
  var section = SectionID.today
  var theme: String?
  var glyphs: Glyphs?
  var isPlain = false
}

/// Opens the workbench on a network, or prints the section where there is no screen to draw on.
///
/// What the first screen needs is asked for before the terminal is opened, so that both get ready
/// at the same time.
func openWorkbench(_ collaboration: Collaboration, _ options: WorkbenchOptions) throws {
  guard !options.isPlain else { return try printSection(collaboration, options) }
  var collaboration = collaboration
  collaboration.draftsElsewhere = GlobalOptions.stateFolder
  let gate = Entrance.gate
  let mailbox = Mailbox()
  let runner = EffectRunner(collaboration: collaboration, mailbox: mailbox)
  let themes = ThemeLibrary.withUsersThemes()
  var model = Model(
    size: Size(columns: 80, rows: 24), theme: options.theme ?? "default", themes: themes.names,
    section: options.section)
  runner.askAtFirst(model.start())
  let terminal: CursesTerminal
  do throws(TerminalError) {
    terminal = try CursesTerminal(.init(glyphs: options.glyphs, stops: gate == nil))
  } catch {
    return try printSection(collaboration, options)
  }
  if gate != nil { Entrance.opened(mailbox) }
  model.size = terminal.size
  model.glyphs = terminal.glyphs
  var loop = WorkbenchLoop(terminal, runner, themes, model)
  loop.run()
  var words = loop.finishSaves()
  terminal.close()
  if let end = Entrance.wordsAtEnd {
    words.append(end + (loop.hasKeptDraft ? "; what you were typing is kept as a draft" : ""))
  }
  for words in words { Output.note("huddle: \(words)") }
}

/// The section as plain text: the same data, for pipes, plain terminals and screen readers.
func printSection(_ collaboration: Collaboration, _ options: WorkbenchOptions) throws {
  try collaboration.verifyBelieved()
  Output.line(
    try collaboration.plainText(of: options.section, glyphs: options.glyphs ?? .unicode))
}

extension SectionID {
  /// What the section's rows are made of, the last that is asked for first, so that whoever looks
  /// ahead meets whoever asks in the middle.
  var lastRead: [DocumentType] {
    switch self {
    case .today, .portfolio: [.adoption, .resource, .need, .offer, .note, .cycle, .project]
    case .measures: [.cycle, .project]
    case .projects, .cycles, .team, .commons: []
    }
  }
}
