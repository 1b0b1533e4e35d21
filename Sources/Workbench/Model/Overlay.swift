import Cells
import Collaborative
import Improvement
import Widgets

/// What lies over the section and takes the keys until it is closed.
public enum Overlay: Sendable {
  case form(FormState)
  case entry(EntryState)
  case palette(PaletteState)
  case prompt(PromptState)
  case filter(FilterState)
  case help(HelpSheet)
  case confirm(Confirmation)
  case facets(FacetsState<Facet>)
  case siteFacets(FacetsState<SiteFacet>)
  case searches(KeptState<SavedSearch>)
  case portfolios(KeptState<SavedPortfolio>)
  case choice(ChoiceState)
}

/// A form being filled in.
public struct FormState: Sendable {
  public var subject: FormSubject
  public var content: FormContent?
  public var form: Form?
  /// A list of choices opened for one of the fields.
  public var choosing: FieldChoice?
  public var problem: String?
  public var ticket: Int
  public var isSaving = false
  /// What was typed before the form was ready, in its order.
  var typedAhead: [Input] = []
  /// Whether only the fields that matter first are shown.
  public var isQuick = false
  /// What stands in the fields that are not shown, by their ids.
  public var unseen: [String: String] = [:]
  /// What others will read, while that is shown in place of the fields.
  var preview: PreviewState?
  /// What stood in the fields when that was shown.
  var previewed: [String: String]?
  /// What stood in all fields when the form was ready, as its editors hold it.
  public var begun: [String: String] = [:]

  public init(subject: FormSubject, ticket: Int) {
    self.subject = subject
    self.ticket = ticket
  }
}

/// What others will read, and how far it is scrolled.
public struct PreviewState: Sendable {
  public var preview: SharingPreview
  public var scroll = 0
}

/// A field whose value is being chosen from a list.
public struct FieldChoice: Sendable {
  public var field: String
  public var choices: [FormField.Choice]
  public var picker: Picker
}

/// The palette: anything by a few of its letters.
public struct PaletteState: Sendable {
  public var field = TextField()
  public var found: [FoundDocument] = []
  public var list = List()
  public var ticket = 0
}

/// A line typed at the bottom: words to find, or a command.
public struct PromptState: Sendable {
  public enum Kind: Sendable { case find, command }
  public var kind: Kind
  public var line: PromptLine
}

/// What a section can be narrowed to.
public struct FilterState: Sendable {
  public var choices: [RowFilter]
  public var picker: Picker
}

/// One of several things to be chosen, which are read first.
public struct ChoiceState: Sendable {
  /// What the choice is for.
  public enum Purpose: Sendable {
    /// The measure that a portfolio is looked at by.
    case measure
    /// The package whose elements are shown by site.
    case package
  }

  public var purpose: Purpose
  /// The choices' values, in the order of the picker; nil for the one that stands for none.
  public var values: [String?] = []
  public var picker: Picker
  public var problem: String?
  public var ticket: Int
}

/// A question that is answered with yes or no before something is done.
public struct Confirmation: Sendable {
  public var confirm: Confirm
  public var operation: Operation
}
