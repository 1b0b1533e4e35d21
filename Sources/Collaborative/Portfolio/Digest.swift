import DocumentStore
import Improvement
import Insights
import JSONTree

/// What changed at a coach's sites and who needs them, to be read away from the workbench.
public struct Digest: Sendable {
  public struct SiteEntry: Sendable {
    public var row: SiteRow
    /// What happened there, in order.
    public var changes: [Change]
    /// Measures that have become better, in words.
    public var goodNews: [String]
  }

  public struct Change: Sendable {
    public var day: CalendarDate
    public var what: String
    public var text: String
    /// The document that tells it.
    public var target: Target?
  }

  public var network: String
  /// Whoever it is made for: their rights decide what it tells.
  public var reader: String
  /// Whether it is about another's sites.
  public var isOfOther: Bool
  /// The coach's name.
  public var coach: String
  public var since: CalendarDate
  public var on: CalendarDate
  /// Those that need their coach most first.
  public var sites: [SiteEntry]
  /// How many signals there are and how many chance alone would give; nil of few charts.
  public var chance: String?
  /// How many documents of the network can't be read.
  public var damaged: Int
}

extension Collaboration {
  /// How far back a digest looks where nobody says since when, in days.
  private static let digestDays = 7

  /// What changed at a coach's sites and who needs attention.
  ///
  /// - Parameters:
  ///   - coach: a member's id; nil means the person who asks.
  ///   - since: the first day that is told; nil means a week ago.
  /// - Complexity: O(documents of these sites).
  public func digest(
    ofCoach coach: DocumentID? = nil, since: CalendarDate? = nil
  ) throws(CollaborationError) -> Digest {
    let first = since ?? clock.today.adding(days: -Self.digestDays)
    let rows = try siteRows(ofCoach: coach)
    var entries: [Digest.SiteEntry] = []
    for row in rows {
      let file = try siteFile(Site(try document(row.id).tree))
      let changes =
        first <= clock.today
        ? news(in: workFile(of: file), within: first...clock.today) : []
      entries.append(
        Digest.SiteEntry(
          row: row,
          changes: changes.map {
            Digest.Change(day: $0.day, what: $0.mark, text: $0.text, target: $0.target)
          },
          goodNews: Attention.favourable(in: file).map(\.finding)))
    }
    return Digest(
      network: try identity().networkName, reader: principal.name,
      isOfOther: coach.map { $0 != principal.memberID } ?? false,
      coach: coach.map(shownName) ?? principal.name, since: first, on: clock.today, sites: entries,
      chance: try chanceWords(at: rows.map(\.id)), damaged: damagedCount)
  }
}

extension SiteRow {
  /// As the command line gives it to scripts.
  public var json: JSON {
    var site: JSON = [
      "site": .string(id), "name": .string(name), "openQuestions": JSON(openQuestions),
      "favourable": JSON(favourable), "dataAge": .string(dataAge),
      "lastCycle": .string(lastCycle), "waiting": JSON(waitingReasons),
      "reasons": .array(
        reasons.map { reason in
          [
            "kind": .string(reason.kind.rawValue), "words": .string(reason.words),
            "evidence": [
              "type": .string(reason.evidence.type.rawValue), "id": .string(reason.evidence.id),
            ],
            "isNew": .bool(freshReasons.contains(reason)), "key": .string(reason.key),
          ]
        }),
      "kind": .string(facets[.kind]?.first ?? ""), "new": JSON(newReasons),
      "unfavourable": JSON(unfavourable), "periodsBehind": JSON(periodsBehind),
      "isOverdue": .bool(isOverdue),
    ]
    site["region"] = region.map(JSON.string)
    site["cohort"] = cohort.map(JSON.string)
    site["lastCycleOn"] = lastCycleOn.map { .string($0.description) }
    site["newestPeriod"] = newestPeriod.map { .string($0.description) }
    if let tile {
      site["chart"] = [
        "measure": .string(tile.chart.measure.name), "series": .string(tile.seriesID),
        "variation": .string(tile.chart.variationWord),
        "assurance": .string(tile.chart.assuranceWord), "finding": .string(tile.chart.finding),
        "latest": .string(tile.chart.latestText),
      ]
    }
    site["teamScore"] = teamScore.map { JSON($0) }
    site["coachScore"] = coachScore.map { JSON($0) }
    site["reviewedOn"] = reviewedOn.map { .string($0.description) }
    return site
  }
}

extension Digest {
  /// As the command line gives it to scripts.
  public var json: JSON {
    var digest: JSON = [
      "network": .string(network), "coach": .string(coach), "since": .string(since.description),
      "on": .string(on.description), "damaged": JSON(damaged),
      "sites": .array(
        sites.map { entry in
          var site = entry.row.json
          site["changes"] = .array(
            entry.changes.map { change in
              var tree: JSON = [
                "day": .string(change.day.description), "what": .string(change.what),
                "text": .string(change.text),
              ]
              tree["document"] = change.target.map {
                ["type": .string($0.type.rawValue), "id": .string($0.id)]
              }
              return tree
            })
          site["goodNews"] = .array(entry.goodNews.map(JSON.string))
          return site
        }),
    ]
    digest["chance"] = chance.map(JSON.string)
    return digest
  }
}
