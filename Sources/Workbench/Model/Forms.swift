import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Widgets

/// What a form is about: a new document, an old one, one number, one entry of a roster.
public enum FormSubject: Hashable, Sendable {
  /// A new document, with what is known from where the person stands.
  case add(DocumentType, preset: [String: String])
  case edit(Target)
  /// This month's number of a series.
  case log(seriesID: String)
  case roster(RosterSubject)
  /// A phase of a series that huddle suggests.
  case phase(seriesID: String)
  /// A step of a cycle, such as an observation or the decision.
  case cycle(CycleSubject)
  /// One point of a series: its number, its note, why it is left out.
  case point(PointSubject)
  /// A newer definition of a measure.
  case definition(measureID: String)
  case driver(DriverSubject)
  case projectEntry(ProjectEntry)
  /// How far a team has come, by itself or by its coach.
  case score(projectID: String)
  /// What a meeting about a project decides.
  case decision(projectID: String)
  /// Until when a reason of a site waits.
  case snooze(siteID: String)
  /// Something done with a shared resource.
  case commons(CommonsSubject)
  /// Something made of a shared resource.
  case resource(ResourceSubject)
  /// Who helped with a need, and thanks to them.
  case fulfil(needID: String)

  /// The name under which its draft is kept; the same subject finds its draft again.
  public var draftName: String {
    switch self {
    case .add(let type, let preset): Self.draftName(of: type, preset)
    case .edit(let target): "edit-\(target.id)"
    case .log(let seriesID): "log-\(seriesID)"
    case .phase(let seriesID): "phase-\(seriesID)"
    case .cycle(let step): "\(step.form.rawValue)-\(step.id)"
    case .point(let point): "point-\(point.seriesID)-\(point.period)-\(point.sequence)"
    case .definition(let measureID): "definition-\(measureID)"
    case .driver(let driver): driver.draftName
    case .projectEntry(let entry): entry.draftName
    case .score(let projectID): "score-\(projectID)"
    case .decision(let projectID): "decision-\(projectID)"
    case .snooze(let siteID): "snooze-\(siteID)"
    case .commons(let subject): subject.draftName
    case .resource(let step): step.draftName
    case .fulfil(let needID): "fulfil-\(needID)"
    case .roster(let entry): entry.draftName
    }
  }
}

extension FormSubject {
  /// The document that saving always changes; nil where it may come to something new, or to a
  /// document of which others than those who may change it write a part.
  var changedID: DocumentID? {
    switch self {
    case .edit(let target): target.id
    case .definition(let measureID): measureID
    case .driver(let driver): driver.projectID
    case .projectEntry(let entry): entry.projectID
    case .roster(let entry): entry.projectID
    case .add, .log, .phase, .cycle, .point, .score, .decision, .snooze, .commons, .resource,
      .fulfil:
      nil
    }
  }

  /// The path under which the measure of a new cycle's first prediction is known beforehand.
  static let presetMeasure = "plan.predictions.0.measure"

  /// A note about one thing is no draft of a note about another, nor a cycle of one project that of
  /// another.
  fileprivate static func draftName(of type: DocumentType, _ preset: [String: String]) -> String {
    if type == .cycle, let place = preset["project"] ?? preset[Self.presetMeasure] {
      return "add-cycle-\(place)"
    }
    guard type == .note, let about = preset["target.id"] else { return "add-\(type.rawValue)" }
    let kind = preset["kind"].map { "\($0)-" } ?? ""
    return "add-note-\(kind)\(about)"
  }
}

/// A point of a series, where its chart's cursor stands.
public struct PointSubject: Hashable, Sendable {
  public var seriesID: String
  public var period: Period
  public var sequence: Int
  /// Whether it is opened for its note rather than its number.
  public var isForNote: Bool
}

/// A form ready to be filled in: its fields, what stands in them, and what was read beforehand.
public struct FormContent: Sendable {
  public var title: String
  public var fields: [FormField]
  public var values: [String: String]
  /// What stood in the fields before an unfinished earlier attempt was put over it.
  public var original: [String: String]
  /// What may be chosen for a field that refers to another document, by the field's id.
  public var choices: [String: [FormField.Choice]]
  /// The field to begin with, where it is not the first.
  public var focus: String?
  /// The document the form began from; nothing for a new one.
  public var base: StoredDocument?
  /// Whether `values` come from an unfinished earlier attempt.
  public var isDraft: Bool
  /// The few fields that may stand alone; nil where a form has one face only.
  public var quick: QuickForm?
  /// What to know before filling it in, such as advice on the size of a test.
  public var advice: String?

  public init(
    title: String, fields: [FormField], values: [String: String],
    choices: [String: [FormField.Choice]] = [:], focus: String? = nil,
    base: StoredDocument? = nil, isDraft: Bool = false, quick: QuickForm? = nil,
    advice: String? = nil
  ) {
    self.title = title
    self.fields = fields
    self.values = values
    original = values
    self.choices = choices
    self.focus = focus
    self.base = base
    self.isDraft = isDraft
    self.quick = quick
    self.advice = advice
  }
}
