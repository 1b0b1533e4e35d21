import DocumentStore
import Improvement
import Insights
import Synchronization

/// What was worked out from the documents as they stand, so that no screen works it out twice.
///
/// Everything but the charts holds for one generation of the store and one day. A chart holds as
/// long as its series, its measure and the work marked on it are the same: one number more is one
/// chart anew and not all of them.
final class Findings: Sendable {
  struct Moment: Hashable, Sendable {
    var generation: Int
    var today: CalendarDate
  }

  struct Values: Sendable {
    var documents: [DocumentType: [StoredDocument]] = [:]
    var names: [DocumentID: Naming] = [:]
    var teams: [DocumentID: Standing] = [:]
    var people: [DocumentID: Person] = [:]
    var siteTree: SiteTree?
    var scope: Scope?
    var ownProjects: [Project]?
    var projectsOfNetwork: [Project]?
    var ownCycles: [Cycle]?
    var measures: [DocumentID: StoredDocument]?
    var tiles: [MeasureTile]?
    var unusedMeasures: [DocumentID]?
    var siteTiles: [DocumentID: [MeasureTile]] = [:]
    var siteFiles: [DocumentID: SiteFile] = [:]
    var siteRows: [SiteRow]?
    var siteRowsByID: [DocumentID: SiteRow] = [:]
    var portfolioSites: [Site]?
    var hiddenPeriods: [DocumentID: [HiddenPeriods]] = [:]
    var evidence: [DocumentID: ResourceEvidence] = [:]
    var judgedTries: [DocumentID: ResourceEvidence] = [:]
  }

  /// Everything a chart is made of, but its site's name.
  struct ChartKey: Hashable, Sendable {
    var series: Revision
    var measure: Revision
    var cycles: [Revision]
  }

  struct KnownChart: Sendable {
    var key: ChartKey
    var chart: SeriesChart
  }

  private struct State: Sendable {
    var moment: Moment?
    var values = Values()
    var charts: [DocumentID: KnownChart] = [:]
  }

  private let state = Mutex(State())
  /// The commons as they are searched, which follow the documents one by one.
  let shelf = CommonsShelf()
  /// When which resource was made, likewise.
  let resourceAges = ResourceAges()
  /// The open needs and offers that this person may read, by what they are matched by.
  let matching = MatchKeeper()
  /// Where the journal stood when this person last looked; asked for once, so that what is new stays
  /// new while they look.
  private let lastLook = Mutex<JournalPosition??>(nil)

  /// Where the journal stood at the last look, found out by whoever asks first.
  func lastLook(finding: () -> JournalPosition?) -> JournalPosition? {
    lastLook.withLock { known in
      if let known { return known }
      let found = finding()
      known = .some(found)
      return found
    }
  }

  /// What is known at a moment; else what is made now, which is then known.
  ///
  /// Nothing is locked while it is made: two who ask at once may both make it.
  func value<Value: Sendable>(
    _ path: WritableKeyPath<Values, Value?> & Sendable, at moment: Moment,
    make: () throws(CollaborationError) -> Value
  ) throws(CollaborationError) -> Value {
    try value(
      at: moment, known: { $0[keyPath: path] }, keep: { $0[keyPath: path] = $1 }, make: make)
  }

  /// The same of one document.
  ///
  /// A path that ends in an id would be put together anew at every question, which takes longer than
  /// most answers.
  func value<Value: Sendable>(
    of id: DocumentID, _ table: WritableKeyPath<Values, [DocumentID: Value]> & Sendable,
    at moment: Moment, make: () throws(CollaborationError) -> Value
  ) throws(CollaborationError) -> Value {
    try value(
      at: moment, known: { $0[keyPath: table][id] }, keep: { $0[keyPath: table][id] = $1 },
      make: make)
  }

  private func value<Value: Sendable>(
    at moment: Moment, known: (Values) -> Value?, keep: (inout Values, Value) -> Void,
    make: () throws(CollaborationError) -> Value
  ) throws(CollaborationError) -> Value {
    let found = state.withLock { state -> Value? in
      if state.moment != moment {
        state.moment = moment
        state.values = Values()
      }
      return known(state.values)
    }
    if let found { return found }
    let made = try make()
    state.withLock { state in
      if state.moment == moment { keep(&state.values, made) }
    }
    return made
  }

  /// Whether that is known already.
  func has<Value: Sendable>(
    _ table: KeyPath<Values, [DocumentID: Value]> & Sendable, of id: DocumentID, at moment: Moment
  ) -> Bool {
    state.withLock { state in
      state.moment == moment && state.values[keyPath: table][id] != nil
    }
  }

  /// What is known of a document's name at a moment, which is asked for most of all.
  func name(of id: DocumentID, at moment: Moment) -> Naming? {
    state.withLock { state in state.moment == moment ? state.values.names[id] : nil }
  }

  /// A series' chart, made anew where anything it is made of has changed.
  func chart(_ id: DocumentID, _ key: ChartKey, make: () -> SeriesChart) -> SeriesChart {
    let known = state.withLock { $0.charts[id] }
    if let known, known.key == key { return known.chart }
    let chart = make()
    state.withLock { $0.charts[id] = KnownChart(key: key, chart: chart) }
    return chart
  }

  var charts: [DocumentID: KnownChart] { state.withLock { $0.charts } }
}

/// What someone may be told of the document with an id.
enum Naming: Hashable, Sendable {
  case known(type: DocumentType, title: String)
  /// It is there, and not for this person to read.
  case hidden
  case missing
}

extension Collaboration {
  var moment: Findings.Moment {
    Findings.Moment(generation: store.generation, today: clock.today)
  }

  /// What is known of the documents as they stand, else what is made of them now.
  func known<Value: Sendable>(
    _ path: WritableKeyPath<Findings.Values, Value?> & Sendable,
    make: () throws(CollaborationError) -> Value
  ) throws(CollaborationError) -> Value {
    try findings.value(path, at: moment, make: make)
  }

  /// The same of one document.
  func known<Value: Sendable>(
    _ table: WritableKeyPath<Findings.Values, [DocumentID: Value]> & Sendable, of id: DocumentID,
    make: () throws(CollaborationError) -> Value
  ) throws(CollaborationError) -> Value {
    try findings.value(of: id, table, at: moment, make: make)
  }

  /// Whether it takes no time to find that out.
  func isKnown<Value: Sendable>(
    _ table: KeyPath<Findings.Values, [DocumentID: Value]> & Sendable, of id: DocumentID
  ) -> Bool {
    findings.has(table, of: id, at: moment)
  }

  /// What this person may be told of a document.
  func naming(of id: DocumentID) -> Naming {
    if let known = findings.name(of: id, at: moment) { return known }
    let made = try? known(\.names, of: id) {
      guard let document = try? store.glance(at: id) else { return .missing }
      guard mayRead(document), let type = DocumentType(rawValue: document.type) else {
        return .hidden
      }
      return .known(type: type, title: title(of: document))
    }
    return made ?? .missing
  }
}
