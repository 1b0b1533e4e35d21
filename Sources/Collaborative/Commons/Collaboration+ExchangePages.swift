import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// How many of each kind a need's own page shows; the page of matches shows more.
  private static let shownOnPage = 3

  /// A need or an offer: where it stands, what is agreed, and what fits it.
  func exchangePage(
    _ exchange: Exchange, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let list = try matches(of: exchange.id, limit: Self.shownOnPage)
    let standing = exchange.standing(on: clock.today)
    let isNeed = exchange.type == .need
    var groups = [
      PageGroup("", fields.lines("detail") + standingLines(exchange, standing)),
      PageGroup("Matched with", list.accepted.map { line($0, mark: "") }),
      PageGroup(
        "What became of it", fields.lines("fulfilled.by", "fulfilled.at", "fulfilled.helpful")),
    ]
    if standing.state == .open {
      groups += proposalGroups(list, isNeed: isNeed)
      if list.isEmpty { groups.append(PageGroup("What fits", [.paragraph(Self.nothingFits)])) }
    }
    groups += [
      PageGroup("Details", fields.lines("member", "site", "category", "terms", "available.from")),
      PageGroup("Notes", try noteLines(about: exchange.id)), fields.about,
    ]
    return Page(
      target, title: exchange.title,
      subtitle: [isNeed ? "Need" : "Offer", standing.state.label.lowercased()]
        .joined(separator: " · "),
      groups: groups)
  }

  /// All that fits a need or an offer, each to be chosen from.
  public func matchPage(of id: DocumentID) throws(CollaborationError) -> Page {
    let list = try matches(of: id, limit: 20)
    var groups = [PageGroup("Matched with", list.accepted.map { line($0, mark: "") })]
    groups += proposalGroups(list, isNeed: list.subject.type == .need)
    if list.isEmpty { groups = [PageGroup("", [.paragraph(Self.nothingFits)])] }
    return Page(
      list.subject, title: "What fits “\(list.title)”",
      subtitle: "by category, tags and words; those who share none are not shown", groups: groups)
  }

  private func standingLines(_ exchange: Exchange, _ standing: ExchangeStanding) -> [PageLine] {
    let words: String
    switch exchange {
    case .need(let need): words = standing.words(of: need)
    case .offer(let offer): words = standing.words(of: offer)
    }
    guard !words.isEmpty else { return [] }
    let hint = standing.state == .expired ? "; a later day opens it again" : ""
    return [
      .field(
        label: "Stands", value: words + hint, tone: standing.state == .expired ? .caution : .plain)
    ]
  }

  private func proposalGroups(_ list: MatchList, isNeed: Bool) -> [PageGroup] {
    [
      PageGroup(
        isNeed ? "Offers that fit" : "Needs that fit",
        list.matches.map { line($0, mark: isNeed ? "offer" : "need") }),
      PageGroup("In the commons already", list.resources.map { line($0, mark: $0.who) }),
      PageGroup("Who knows about it", list.people.map { line($0, mark: "") }),
    ]
  }

  private func line(_ row: MatchList.Row, mark: String) -> PageLine {
    let said = [mark == row.who ? "" : row.who, row.words]
    return .item(
      mark: mark, text: row.title, note: said.filter { !$0.isEmpty }.joined(separator: ": "),
      target: row.target)
  }

  private static let nothingFits =
    "Nothing fits yet. Tags and plain words help others find it: e edits it. "
    + "huddle looks again whenever somebody opens this page."
}
