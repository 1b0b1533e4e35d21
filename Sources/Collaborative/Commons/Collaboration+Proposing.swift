import DocumentStore
import Improvement
import Insights

/// What else may help with a need: what is shared already, and people who know about it.
extension Collaboration {
  /// How many words of a need are looked for, and how many of its tags.
  private static let mostLookedFor = 16
  /// Of how many documents with a tag or a word are looked at.
  private static let mostWithAWord = 60

  /// A word without its case and accents.
  private static func folded(_ word: String) -> String { SearchText(word).text }

  /// What the commons holds that has a tag or telling words of the need.
  ///
  /// - Complexity: O(documents with the need's telling words), by the store's index.
  func proposedResources(for need: Need, limit: Int) throws(CollaborationError) -> [MatchList.Row] {
    let wanted = words(of: need)
    let found = try candidates(.resource, having: wanted)
    var rows: [(score: Double, row: MatchList.Row)] = []
    for document in found.documents {
      let resource = Resource(document.tree)
      let words = MatchWords(
        texts: resource.searchTexts, tags: resource.tags, fold: Self.folded)
      guard
        let proposal = wanted.shared(with: words).proposal({ found.frequency[$0] ?? .max / 2 })
      else { continue }
      var reasons = proposal.reasons
      let sites = Set(
        try documents(.adoption, mentioning: [resource.id]).map { Adoption($0.tree) }
          .filter { $0.resource == resource.id && ![.aware, .considering].contains($0.stage) }
          .map(\.site))
      if !sites.isEmpty { reasons.append(.triedAt(sites.count)) }
      let row = MatchList.Row(
        target: Target(.resource, resource.id), title: resource.title, who: resource.kind.label,
        reasons: reasons)
      rows.append((proposal.score, row))
    }
    return Self.first(limit, of: rows)
  }

  /// Members who say that they know about it, as far as they agreed to be named.
  func proposedPeople(for need: Need, limit: Int) throws(CollaborationError) -> [MatchList.Row] {
    let wanted = words(of: need)
    var rows: [(score: Double, row: MatchList.Row)] = []
    for document in try candidates(.member, having: wanted).documents {
      let member = Member(visible(document))
      guard member.isListed, member.isActive(on: clock.today), member.id != need.member,
        member.id != principal.memberID
      else { continue }
      func touches(_ subject: String) -> Bool {
        let words = MatchWords(texts: [subject], tags: [subject], fold: Self.folded)
        return !wanted.shared(with: words).isEmpty
      }
      let known = member.skills.filter(touches)
      let liked = member.interests.filter(touches)
      guard !known.isEmpty || !liked.isEmpty else { continue }
      var reasons: [MatchReason] = known.isEmpty ? [] : [.skills(known)]
      if !liked.isEmpty { reasons.append(.interests(liked)) }
      let willing = need.category.fitting(member.willingTo)
      if let willing { reasons.append(.willing(willing)) }
      let row = MatchList.Row(
        target: Target(.member, member.id), title: member.name, who: member.perspective.label,
        reasons: reasons)
      rows.append((Double(2 * known.count + liked.count) + (willing == nil ? 0 : 0.5), row))
    }
    return Self.first(limit, of: rows)
  }

  private func words(of need: Need) -> MatchWords {
    MatchWords(texts: [need.title, need.detail ?? ""], tags: need.tags, fold: Self.folded)
  }

  /// The documents of a type that have one of the words or tags, and how many have each stem.
  private func candidates(
    _ type: DocumentType, having wanted: MatchWords
  ) throws(CollaborationError) -> (documents: [StoredDocument], frequency: [String: Int]) {
    let stems = wanted.words.keys.sorted().prefix(Self.mostLookedFor)
    let tags = wanted.tags.keys.sorted().prefix(Self.mostLookedFor)
    var found: [DocumentID: StoredDocument] = [:]
    var frequency: [String: Int] = [:]
    for text in Set(stems).union(tags).sorted() {
      let page = try list(
        ListRequest(type: type, search: text, limit: Self.mostWithAWord))
      frequency[text] = page.total
      guard page.total <= Self.mostWithAWord else { continue }
      for document in page.rows { found[document.id] = document }
    }
    return (found.values.sorted { $0.id < $1.id }, frequency)
  }

  private static func first(
    _ limit: Int, of rows: [(score: Double, row: MatchList.Row)]
  ) -> [MatchList.Row] {
    rows.sorted { ($1.score, $0.row.target.id) < ($0.score, $1.row.target.id) }
      .prefix(limit).map(\.row)
  }
}
