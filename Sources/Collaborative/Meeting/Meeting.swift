import DocumentStore
import Improvement
import Insights

/// A team's weekly meeting about a project: what was to be done, what was tried and what came of it,
/// what was counted since last time, what is decided.
public struct Meeting: Sendable {
  public var projectID: DocumentID
  public var project: String
  public var place: String
  public var day: CalendarDate
  /// The day of the meeting before; nil for the first.
  public var last: CalendarDate?
  /// What is open, by its day, then what was done since last time.
  public var toDos: [MeetingToDo]
  /// The cycles that go on, those that are due first.
  public var cycles: [MeetingCycle]
  public var numbers: [MeetingNumber]
  /// What was decided at this meeting, as it was typed.
  public var decisions: [String]
  /// What was agreed at this meeting.
  public var agreed: [MeetingToDo]
  /// What was decided last time.
  public var lastDecisions: [String]
  /// Whether any note of this meeting is kept.
  public var isHeld: Bool
  /// The projects whose meetings this person may turn to.
  public var projects: [DocumentID]
}

/// Something to do with the words that people know it by.
public struct MeetingToDo: Hashable, Sendable {
  public var toDo: ToDo
  public var who: String
  /// The cycle, the project or the note's subject, where it isn't the project itself.
  public var about: String
  public var isLate: Bool
  public var target: Target

  /// `Priya Nair, by 27 Nov 2026`
  public var words: String {
    [who, toDo.due.map { "by \($0.label)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// A cycle with what was predicted beside what came of it.
public struct MeetingCycle: Hashable, Sendable {
  public struct Comparison: Hashable, Sendable {
    public var predicted: String
    /// Empty where nobody has held it against what happened.
    public var result: String
    public var matched: PredictionMatch?
  }

  public var id: DocumentID
  public var title: String
  public var stage: CycleStage
  /// `due 20 Nov 2026`
  public var state: String
  public var owner: String
  public var isOverdue: Bool
  /// Whether the meeting should talk about it: it is past its end or nearly, or it is being studied.
  public var isDue: Bool
  public var comparisons: [Comparison]
}

/// A number that came since last time, or one that is owed.
public struct MeetingNumber: Sendable {
  public var tile: MeasureTile
  public var period: String
  /// The value with its unit, or why there is none.
  public var value: String
  public var note: String
  /// Nobody has entered it, and it is due.
  public var isOwed: Bool
}
