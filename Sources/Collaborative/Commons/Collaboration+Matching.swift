import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// What fits a need or an offer among what this person may read, each with its reason.
  ///
  /// Nothing is proposed for what is not open any more; what is agreed is told all the same.
  ///
  /// - Parameter limit: how many of each kind at most.
  public func matches(
    of id: DocumentID, limit: Int = 10
  ) throws(CollaborationError) -> MatchList {
    let document = try document(id)
    let exchange = try Exchange(document)
    var list = MatchList(
      subject: exchange.target, title: exchange.title, accepted: accepted(of: exchange),
      matches: [], resources: [], people: [])
    guard exchange.standing(on: clock.today).state == .open else { return list }
    var willingness: [DocumentID: [Willingness]] = [:]
    func willing(_ member: DocumentID) -> [Willingness] {
      if let known = willingness[member] { return known }
      let found = readable(member).map { Member(visible($0)).willingTo } ?? []
      willingness[member] = found
      return found
    }
    list.matches = try matchIndex()
      .matches(for: id, on: clock.today, limit: limit, willing: willing).compactMap(row)
    if case .need(let need) = exchange {
      list.resources = try proposedResources(for: need, limit: limit)
      list.people = try proposedPeople(for: need, limit: limit)
    }
    return list
  }

  /// The open needs and offers that this person may read.
  func matchIndex() throws(CollaborationError) -> MatchIndex {
    try findings.matching.index(at: moment.generation) { () throws(CollaborationError) in
      try documents(.need) + documents(.offer)
    }
  }

  private func row(_ match: Match) -> MatchList.Row? {
    guard let document = readable(match.id), let exchange = try? Exchange(document) else {
      return nil
    }
    return row(exchange, match.reasons)
  }

  private func row(_ exchange: Exchange, _ reasons: [MatchReason]) -> MatchList.Row {
    let who = [shownName(of: exchange.member), exchange.site.map(shownName) ?? ""]
    return MatchList.Row(
      target: exchange.target, title: exchange.title,
      who: who.filter { !$0.isEmpty }.joined(separator: ", "), reasons: reasons)
  }

  /// The other side of what is agreed; a link that leads nowhere, or that only one side knows of, is
  /// told by what can be read of it.
  private func accepted(of exchange: Exchange) -> [MatchList.Row] {
    exchange.matches.compactMap { id in
      guard let document = readable(id) else { return nil }
      if let other = try? Exchange(document) { return row(other, []) }
      guard let type = DocumentType(rawValue: document.type) else { return nil }
      return MatchList.Row(
        target: Target(type, id), title: title(of: document), who: "", reasons: [])
    }
  }

  /// A document if it is there and may be read.
  func readable(_ id: DocumentID) -> StoredDocument? {
    guard !id.isEmpty, case .known = naming(of: id) else { return nil }
    return try? document(id)
  }
}
