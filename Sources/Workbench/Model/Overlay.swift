import Collaborative
import Widgets

/// What lies over the section and takes the keys until it is closed.
public enum Overlay: Sendable {
  case form(FormState)
  case palette(PaletteState)
  case prompt(PromptState)
  case filter(FilterState)
  case help(scroll: Int)
  case confirm(Confirmation)
}

/// A form being filled in.
public struct FormState: Sendable {
  public var subject: FormSubject
  public var content: FormContent?
  public var form: Form?
  public var problem: String?
  public var ticket: Int
  public var isSaving = false
}

/// The palette: anything by a few of its letters.
public struct PaletteState: Sendable {
  public var field = TextField()
  public var found: [FoundDocument] = []
  public var list = ListState()
  public var ticket = 0
}

/// A line typed at the bottom: words to find, or a command.
public struct PromptState: Sendable {
  public enum Kind: Sendable { case find, command }
  public var kind: Kind
  public var field = TextField()
  public var choice: Int?
  /// What was typed before completion changed it.
  var stemText = ""
}

/// What a section can be narrowed to.
public struct FilterState: Sendable {
  public var choices: [RowFilter]
  public var list = ListState()
}

/// A question that is answered with yes or no before something is done.
public struct Confirmation: Sendable {
  public var question: String
  public var operation: Operation
}
