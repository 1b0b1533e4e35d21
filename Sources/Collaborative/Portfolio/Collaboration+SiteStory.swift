import DocumentStore
import Improvement
import Insights

/// What happened at a site, as one story: cycles, scores, notes, signals, in the order of their days.
extension Collaboration {
  /// How many of the newest events a site's own page tells.
  private static let eventsOnPage = 12

  /// Everything that happened up to today, the oldest first.
  func story(of file: SiteFile) -> [WorkChange] {
    changes(in: workFile(of: file), within: .beforeEverything...clock.today)
  }

  /// The newest part of the story for the page of a site, and what leads to the rest.
  func storyGroup(_ file: SiteFile, _ reviewed: ReviewedReasons) -> PageGroup {
    let all = story(of: file)
    let shown = all.suffix(Self.eventsOnPage)
    var lines = shown.map { line($0, since: reviewed.reviewedOn) }
    if shown.count < all.count {
      lines.insert(
        .paragraph("\(all.count - shown.count) earlier: t tells the whole story.", tone: .quiet),
        at: 0)
    }
    return PageGroup("What happened", lines)
  }

  /// The whole story of a site, a heading for each month.
  public func storyPage(ofSite id: DocumentID) throws(CollaborationError) -> Page {
    let site = Site(try document(id).tree)
    let file = try siteFile(site)
    let reviewed = reviewedReasons(of: file)
    let all = story(of: file)
    var groups: [PageGroup] = []
    for change in all {
      let month = Period(.month, containing: change.day).label
      if groups.last?.heading != month { groups.append(PageGroup(month, [])) }
      groups[groups.count - 1].lines.append(line(change, since: reviewed.reviewedOn))
    }
    if groups.isEmpty {
      groups = [PageGroup("", [.paragraph("Nothing is written down yet.", tone: .quiet)])]
    }
    return Page(
      Target(.site, id), title: "Story of \(site.name)",
      subtitle: "\(all.count) \(all.count == 1 ? "event" : "events"), the oldest first",
      groups: groups)
  }

  /// What has happened since this person reviewed the site, in one sentence; nil before a review.
  func sinceReviewLine(_ file: SiteFile, _ reviewed: ReviewedReasons) -> PageLine? {
    guard let day = reviewed.reviewedOn else { return nil }
    let later = story(of: file).filter { $0.day > day }
    let reasons = reviewed.new.count
    var parts = reasons == 0 ? [] : ["\(reasons) new \(reasons == 1 ? "reason" : "reasons")"]
    var order: [String] = []
    for change in later where !order.contains(change.mark) { order.append(change.mark) }
    parts += order.map { mark in "\(mark.lowercased()) \(later.count { $0.mark == mark })" }
    let said = parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
    return .paragraph(
      "Since your review on \(day.label): \(said).", tone: reasons > 0 ? .strong : .quiet)
  }

  private func line(_ change: WorkChange, since reviewed: CalendarDate?) -> PageLine {
    let isNew = reviewed.map { change.day > $0 } ?? false
    return .item(
      mark: change.day.label, text: "\(change.mark): \(change.text)",
      note: [change.note, isNew ? "new" : ""].filter { !$0.isEmpty }.joined(separator: " · "),
      tone: change.tone, target: change.target)
  }
}

extension CalendarDate {
  /// A day before anything that is told.
  fileprivate static let beforeEverything = CalendarDate(daysSince1970: -1_000_000)
}
