import DocumentStore
import Improvement
import Insights
import JSONTree

/// What people outside the network are shown of its numbers: copies computed afresh from what may be
/// shown. Every chart, list and report of theirs is made from these and never sees more.
extension Collaboration {
  /// The network as somebody outside it sees it.
  public var seenFromOutside: Collaboration {
    Collaboration(store: store, clock: clock, authority: Authority(.visitor(login: "nobody")))
  }

  /// Whether this person is shown public copies in place of the numbers themselves.
  public var seesPublicCopies: Bool { principal.isVisitor }

  /// A document as this person is shown it. Its revision is the copy's own: one of the document itself
  /// would confirm every guess at what is hidden.
  func shown(_ document: StoredDocument) -> StoredDocument {
    guard document.type == DocumentType.series.rawValue, seesPublicCopies else { return document }
    let tree = publicCopy(of: document.tree)
    return StoredDocument(
      id: document.id, type: document.type, tree: tree,
      revision: Revision(of: tree.canonicalBytes), place: document.place)
  }

  func publicCopy(of tree: JSON) -> JSON {
    var series = Series(tree)
    // Versions that wait for a choice hold numbers as well.
    series.tree[KeptConflict.path] = nil
    let rule = SmallCounts(threshold: smallestCount)
    guard let document = try? store.document(series.measure) else {
      // Without its measure nobody knows what the numbers count.
      var copy = series
      copy.points = []
      return copy.tree
    }
    let measure = Measure(document.tree)
    return rule.publicCopy(of: series, measure, hidingToo: hiddenParts(of: series, measure, rule))
      .tree
  }

  /// By quarters, where a public copy by months says nothing at all; nil for whoever sees the numbers.
  func publicQuarters(
    of copy: Series, _ measure: Measure
  ) -> (series: Series, measure: Measure)? {
    guard seesPublicCopies, copy.points.contains(where: { $0.status == .hidden }),
      let whole = try? store.document(copy.id)
    else { return nil }
    let rule = SmallCounts(threshold: smallestCount)
    let series = Series(whole.tree)
    return rule.quarterlyCopy(
      of: series, measure, hidingToo: hiddenParts(of: series, measure, rule))
  }

  /// The largest, where a store holds several networks.
  private var smallestCount: Int {
    let networks = (try? store.documents(ofType: DocumentType.network.rawValue)) ?? []
    return networks.map { Network($0.tree).smallestCount }.max() ?? 11
  }

  /// The periods in which a group at the same site, or a site within it, has something to hide.
  private func hiddenParts(
    of series: Series, _ measure: Measure, _ rule: SmallCounts
  ) -> Set<String> {
    let all = hiddenPeriods(of: measure, rule)
    guard all.count > 1 else { return [] }
    var periods: Set<String> = []
    for other in all where other.id != series.id && !other.periods.isEmpty {
      let isGroup = other.site == series.site && series.stratum == nil
      let isWithin =
        (series.stratum == nil || series.stratum == other.stratum)
        && isSite(other.site, within: series.site)
      if isGroup || isWithin { periods.formUnion(other.periods) }
    }
    return periods
  }

  private func hiddenPeriods(of measure: Measure, _ rule: SmallCounts) -> [HiddenPeriods] {
    let made = try? known(\.hiddenPeriods, of: measure.id) { () throws(CollaborationError) in
      try attempt { () throws(StoreError) in
        try store.documents(ofType: DocumentType.series.rawValue, mentioning: [measure.id])
      }.map { Series($0.tree) }.filter { $0.measure == measure.id }.map { series in
        HiddenPeriods(
          id: series.id, site: series.site, stratum: series.stratum,
          periods: rule.periods(hiddenIn: series, of: measure))
      }
    }
    return made ?? []
  }

  private func isSite(_ site: DocumentID, within whole: DocumentID) -> Bool {
    var current = site
    // Sites within sites are few; a circle ends here.
    for _ in 0..<16 {
      guard let parent = (try? store.document(current))?.tree["parentSite"]?.string else {
        return false
      }
      if parent == whole { return true }
      current = parent
    }
    return false
  }
}

/// Where a series has something to hide.
struct HiddenPeriods: Sendable {
  var id: DocumentID
  var site: DocumentID
  var stratum: String?
  var periods: Set<String>
}
