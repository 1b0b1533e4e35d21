import Collaborative

/// Ordering what is looked for in the commons.
extension Model {
  private var commonsQuery: RowQuery {
    get { sections[.commons]?.query ?? RowQuery() }
    set { sections[.commons]?.query = newValue }
  }

  /// The next order, from its beginning; the best fit is one only where there are words.
  mutating func nextCommonsOrder() -> [Effect] {
    let now = commonsQuery.commons(isTyping: true).shownOrder
    let hasWords = !commonsQuery.words.allSatisfy(\.isWhitespace)
    let orders = CommonsQuery.Order.allCases.filter { $0 != .relevance || hasWords }
    let index = orders.firstIndex(of: now) ?? 0
    let next = orders[(index + 1) % orders.count]
    // The order that is meant without a choice needs none, and no word above the list.
    commonsQuery.order = nil
    if commonsQuery.commons(isTyping: true).shownOrder != next { commonsQuery.order = next }
    sections[.commons]?.wantsBest = true
    status = Status(next.label, tone: .quiet)
    return loadRows(of: .commons)
  }
}

extension RowQuery {
  /// The most rows of the commons that a screen holds.
  static let mostCommonsRows = 500

  /// What is looked for in the commons.
  func commons(isTyping: Bool) -> CommonsQuery {
    var query = CommonsQuery(
      words: words, facets: facets, order: order, isTyping: isTyping, limit: Self.mostCommonsRows)
    if filter?.kind == .mine { query.isMine = true }
    return query
  }
}
