import Cells
import Collaborative
import Improvement

/// Everything the workbench knows at a moment; the screen is a pure function of it.
///
/// It holds windows of rows and one page, never the network: what is shown is asked for and comes
/// back as an event.
public struct Model: Sendable {
  public var size: Size
  public var glyphs: Glyphs
  public var theme: String
  /// The themes `:theme` offers.
  public var themes: [String]
  public var mouse: Bool
  public var identity: Identity?
  public var sections: [SectionID: SectionState]
  /// What is open, the last on top; the first is always a section.
  public var places: [Place]
  public var overlay: Overlay?
  public var status: Status
  /// Why the last save came to nothing though nothing was wrong with it; nil when the last one did.
  public var trouble: String?
  /// Whether small charts stand each at its own scale rather than at one that all share.
  public var hasOwnScales = false
  /// The names of drafts that were kept after the last save of the same thing had begun; they are
  /// not what that save brings, so they outlive it.
  var youngDrafts: Set<String> = []
  /// A field that was offered after a cycle moved on.
  var offer: FieldOffer?
  /// What a cycle asks for, once the question about its try-out is answered.
  var pendingStep: PendingStep?
  /// The group of sites whose sites are looked at, so that going back leads to the groups.
  var cameFromGroups: SiteGroup?
  public var lastTicket = 0
  /// The ticket of the latest `.rest`; older ones are void.
  public var restTicket = 0
  public var isFinished = false

  public init(
    size: Size, glyphs: Glyphs = .unicode, theme: String = "default", themes: [String] = [],
    mouse: Bool = true, section: SectionID = .today
  ) {
    self.size = size
    self.glyphs = glyphs
    self.theme = theme
    self.themes = themes
    self.mouse = mouse
    sections = Dictionary(uniqueKeysWithValues: SectionID.allCases.map { ($0, SectionState()) })
    places = [.section(section)]
    status = .quiet
  }

  public var place: Place {
    get { places.last ?? .section(.today) }
    set { places[places.count - 1] = newValue }
  }

  /// The section everything on the screen belongs to.
  public var section: SectionID {
    for place in places { if case .section(let id) = place { return id } }
    return .today
  }

  public var sectionState: SectionState {
    get { sections[section] ?? SectionState() }
    set { sections[section] = newValue }
  }

  public mutating func nextTicket() -> Int {
    lastTicket += 1
    return lastTicket
  }
}

/// What is open: a section, a document's page, a chart, or several sites' charts side by side.
public enum Place: Sendable {
  case section(SectionID)
  case page(PageState)
  case chart(ChartState)
  case comparison(ComparisonState)
  case stack(StackState)
  case course(CourseState)
  case meeting(MeetingState)
}

/// The line at the bottom: what just happened, and how it is meant.
public struct Status: Hashable, Sendable {
  public var text: String
  public var tone: Tone

  public init(_ text: String, tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }

  public static let quiet = Status("", tone: .quiet)
}
