import Improvement

/// One thing a person can do, described once for keys, hints, help, completion and palette.
public struct Command: Sendable {
  public enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case look = "Look"
    case change = "Change"
    case chart = "Chart"
    case form = "Form"
    case sections = "Sections"
    case program = "Program"
  }

  /// Where a command is meant: what has the focus, and in which sections.
  public enum Context: Hashable, Sendable, CaseIterable {
    case list, page, chart, comparison, stack, course, meeting, form, entry
  }

  public var id: String
  /// What it does, as a verb: `log cycle`.
  public var title: String
  /// One sentence for the help page and the documentation.
  public var help: String
  public var group: Group
  public var contexts: Set<Context>
  /// The sections it belongs to; none means all.
  public var sections: Set<SectionID>
  /// The types of document it is about: the selected row's or the open page's; none means any.
  public var documents: Set<DocumentType>
  public var keys: [Keystroke]
  /// Further words `:` understands beside the id.
  public var aliases: [String]
  /// A few words for the hint line; nothing keeps it off that line.
  public var hint: String?
  /// Why whoever is at the keys may not run it, in words; nil when they may.
  public var denial: @Sendable (Model) -> String?
  /// Why it means nothing just now, in words; nil when it does.
  public var obstacle: @Sendable (Model) -> String?
  public var run: @Sendable (inout Model) -> [Effect]

  public init(
    _ id: String, _ title: String, help: String, group: Group,
    contexts: Set<Context> = [.list, .page, .chart, .comparison, .stack, .course, .meeting],
    sections: Set<SectionID> = [], documents: Set<DocumentType> = [],
    keys: [Keystroke] = [], aliases: [String] = [], hint: String? = nil,
    run: @escaping @Sendable (inout Model) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.help = help
    self.group = group
    self.contexts = contexts
    self.sections = sections
    self.documents = documents
    self.keys = keys
    self.aliases = aliases
    self.hint = hint
    denial = { _ in nil }
    obstacle = { _ in nil }
    self.run = run
  }

  /// Why it can't run just now, in words; nil when it can.
  public func disabled(_ model: Model) -> String? { denial(model) ?? obstacle(model) }

  /// The same command, which can't run while there is a reason; it stays listed and says why.
  public func blocked(by reason: @escaping @Sendable (Model) -> String?) -> Command {
    var command = self
    command.obstacle = reason
    return command
  }

  /// The same command, which not everybody may run; it stays listed, says why, and that it was tried
  /// is written down where somebody keeps account of it.
  public func denied(by reason: @escaping @Sendable (Model) -> String?) -> Command {
    var command = self
    command.denial = reason
    return command
  }

  /// Whether the command is meant for what is on the screen.
  ///
  /// - Parameter document: the type of the document that is selected or open.
  public func belongs(
    to context: Context, in section: SectionID, about document: DocumentType?
  ) -> Bool {
    contexts.contains(context) && (sections.isEmpty || sections.contains(section))
      && (documents.isEmpty || document.map(documents.contains) ?? false)
  }
}
