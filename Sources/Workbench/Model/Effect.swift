import Cells
import Collaborative
import DocumentStore
import Improvement
import Insights
import JSONTree

/// What the workbench wants done by the world; `update` only ever declares it.
public enum Effect: Sendable {
  /// Ask the network and post the answer with the same slot and ticket.
  case ask(Request, Slot, ticket: Int)
  /// Change documents and post what came of it.
  case perform(Operation)
  /// Post `.rested` after a moment, so that a detail pane follows a cursor that has come to rest.
  case rest(ticket: Int)
  /// Put a text on the terminal's clipboard.
  case copy(String)
  case saveDraft(FormSubject, values: [String: String])
  case removeDraft(FormSubject)
  /// Keeps what was typed into something that is no form, under a name; and forgets it.
  case keepDraft(name: String, values: [String: String])
  case forgetDraft(name: String)
  /// Write down what was refused, where somebody keeps account of it.
  case noteRefusal(String)
  case suspend
  case quit

  /// Whether what somebody typed is kept by it.
  public var keepsDraft: Bool {
    switch self {
    case .saveDraft, .keepDraft: true
    default: false
    }
  }
}

/// A change that somebody asked for.
public enum Operation: Sendable {
  case saveForm(FormSubject, values: [String: String], base: FormContent)
  /// A grid's numbers, as one step.
  case enterNumbers([NumberEntry], draftName: String)
  /// Marks something as done, or as open again.
  case tick(ToDo)
  /// Keeps that a meeting was held.
  case holdMeeting(projectID: String)
  /// Keeps that a coach has looked at a site.
  case review(siteID: String)
  /// Marks a note as resolved, or opens it again.
  case resolve(noteID: String)
  /// Move a cycle one stage on or back.
  ///
  /// - Parameter stage: the one that the person saw it in; nil where none was shown.
  case moveCycle(id: String, from: CycleStage?, isForwards: Bool)
  case remove(Target, title: String)
  /// Change a project's driver diagram.
  case rearrange(projectID: String, [DriverStep])
  /// Tick a milestone, or take a milestone or a barrier away; `text` says which one was meant.
  case changeEntry(ProjectEntry, text: String, ProjectEntryChange)
  /// Take back one's own last change, whatever it was.
  case undo
  case redo
  /// Note how far a site's try-out has come.
  case moveAdoption(AdoptionMove)
  /// Bring a need and an offer together, or take one off the list.
  case exchange(ExchangeChange)
}

/// Which part of the screen an answer belongs to.
public enum Slot: Hashable, Sendable {
  case identity
  case rows(SectionID)
  /// The pane beside a section's list.
  case detail(SectionID)
  /// A page or chart opened over a section, by its depth in the stack of places.
  case place(Int)
  case palette
  case form
  /// The program itself: the clipboard, drafts.
  case program
  /// What the commons are narrowed by.
  case facets
  /// The searches, or the ways to look at a portfolio, that are kept.
  case searches
  /// What is to be chosen from.
  case choice
}

/// What happened, from the terminal or from the world.
public enum Event: Sendable {
  case input(Cells.Input)
  case answered(Slot, ticket: Int, Answer)
  case failed(Slot, ticket: Int, String)
  case performed(Operation, Outcome)
  case refused(Operation, Refusal)
  case rested(ticket: Int)
  /// Documents changed, here or by somebody else.
  case changed(generation: Int)
}

/// Why a change was refused: in words, and beside which fields.
public struct Refusal: Hashable, Sendable {
  public var words: String
  /// By a field's dotted path.
  public var fields: [String: String]
  /// Whether the disk or the store refused it, and nothing is wrong with what was typed.
  public var isTrouble: Bool
  /// Whether it may be done with a reason, which the form then asks for.
  public var asksForReason = false

  public init(words: String, fields: [String: String] = [:], isTrouble: Bool = false) {
    self.words = words
    self.fields = fields
    self.isTrouble = isTrouble
  }
}
