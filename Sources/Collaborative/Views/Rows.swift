import ControlCharts
import Improvement
import Insights

/// One thing that waits for somebody, or that is new to them.
public struct TodayRow: Sendable {
  public enum Kind: Int, Sendable, Comparable, CaseIterable {
    case harm, damage, choice, draft, question, overdueCycle, numbersDue, action, attention, cycle,
      change, news, idea, measure, care, could

    public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  public var kind: Kind
  public var text: String
  public var detail: String
  /// Where it is: a site, a project.
  public var place: String
  public var when: String
  public var tone: Tone
  public var target: Target
  /// The chart of a measure's row.
  public var tile: MeasureTile?
  /// What the row's reason rests on, where that is not what it opens.
  public var evidence: Target? = nil
  /// One word for why the row is here, where it is more exact than that of its kind.
  public var mark: String? = nil
  /// What can be ticked off, where the row is something to do.
  public var toDo: ToDo?
  /// The name of the draft that the row offers to go on with.
  public var draft: String? = nil
  /// The day by which something is to be done, in days after 1970-01-01; for the order.
  var due: Int?

  /// What somebody typed and has not saved.
  ///
  /// - Parameters:
  ///   - text: what it is to become.
  ///   - excerpt: a few of the words that were typed.
  ///   - target: what it is about.
  public static func draft(
    _ draft: KeptDraft, _ text: String, excerpt: String, place: String, about target: Target
  ) -> TodayRow {
    TodayRow(
      kind: .draft, text: text, detail: excerpt, place: place, when: "kept \(draft.on.label)",
      tone: .plain, target: target, draft: draft.name)
  }
}

/// One node of the tree project › aim › drivers › change ideas › cycles.
public struct ProjectRow: Sendable {
  public enum Kind: Sendable { case project, aim, driver, idea, cycle }

  public var kind: Kind
  public var depth: Int
  public var text: String
  public var note: String
  public var tone: Tone
  public var target: Target
  /// Unique among the rows: a driver shares its project's target.
  public var key: String
  public var projectID: String
  /// The driver or idea of the project's diagram; nil for what is not in it.
  public var nodeID: String?
  /// The driver or idea it stands under, or stands for.
  public var driverID: String?

  /// The key of the row that shows a driver or an idea of a project's diagram.
  public static func key(ofPart id: String, in projectID: String) -> String { "\(projectID) \(id)" }
}

public struct CycleRow: Sendable {
  public var id: String
  public var title: String
  public var stage: CycleStage
  public var project: String
  public var sites: String
  public var owner: String
  /// What was decided, or when it is due, or what is missing.
  public var state: String
  public var isOverdue: Bool
  /// Whether it waits for nothing more, though it may not be closed yet.
  public var isOver: Bool
  public var scale: String
  public var target: Target { Target(.cycle, id) }
}

/// One measure at one site, as small as it can be and still be read.
public struct MeasureTile: Sendable {
  public var seriesID: String
  public var siteID: String
  /// The measure's name, with the group where the series isn't about all.
  public var measure: String
  public var site: String
  public var chart: SeriesChart
  /// The point before which a line is drawn, counted from 0: where a change was taken into use.
  public var divide: Int? = nil
  /// Whether nobody has entered a number yet: there is a definition, and no series.
  public var isAwaited = false
  /// The chart; without numbers the definition.
  public var target: Target {
    isAwaited ? Target(.measure, chart.measure.id) : Target(.series, seriesID)
  }
}

/// A shared resource, a need or an offer: what people bring to the commons.
public struct CommonsRow: Hashable, Sendable {
  public var target: Target
  public var kind: String
  public var title: String
  public var summary: String
  public var evidence: String
  public var triedAt: Int
  public var note: String
}

/// A site as its coach sees it in a list: why it needs somebody, and how it stands.
public struct SiteRow: Sendable {
  public var id: String
  public var name: String
  public var kind: String
  public var region: String?
  public var cohort: String?
  public var reasons: [AttentionReason]
  /// How many charts have become better, and how many worse.
  public var favourable: Int
  public var unfavourable: Int
  public var teamScore: Double?
  public var coachScore: Double?
  /// The chart of the measure that is looked at; without a choice the site's first outcome.
  public var tile: MeasureTile?
  public var dataAge: String
  /// How many periods the numbers are behind that are most behind.
  public var periodsBehind: Int
  /// Whether numbers should be there that are not.
  public var isOverdue: Bool
  /// The newest period with a number; nil where there is none.
  public var newestPeriod: Period?
  public var lastCycle: String
  public var lastCycleOn: CalendarDate?
  public var daysSinceCycle: Int?
  public var openQuestions: Int
  /// Of the reasons, those that are new since this person reviewed the site.
  public var freshReasons: Set<AttentionReason>
  /// How many more wait until a day.
  public var waitingReasons: Int
  public var reviewedOn: CalendarDate?
  /// The project whose progress a coach scores from here.
  public var projectToScore: String?
  /// What the site can be narrowed by, as the documents have it.
  var facets: [SiteFacet: Set<String>]
  /// What a typed word is looked for in.
  var searchTexts: [String]
  public var newReasons: Int { freshReasons.count }
  public var target: Target { Target(.site, id) }
}
