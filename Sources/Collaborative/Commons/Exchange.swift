import DocumentStore
import Improvement
import JSONTree

/// A need or an offer: what both have in common when they meet.
enum Exchange {
  case need(Need)
  case offer(Offer)

  /// - Throws: `.otherType` for any other document.
  init(_ document: StoredDocument) throws(CollaborationError) {
    switch DocumentType(rawValue: document.type) {
    case .need: self = .need(Need(document.tree))
    case .offer: self = .offer(Offer(document.tree))
    default: throw .notAnExchange(found: document.type)
    }
  }

  var type: DocumentType { if case .need = self { .need } else { .offer } }
  var target: Target { Target(type, id) }

  var tree: JSON {
    switch self {
    case .need(let need): need.tree
    case .offer(let offer): offer.tree
    }
  }

  var id: DocumentID {
    switch self {
    case .need(let need): need.id
    case .offer(let offer): offer.id
    }
  }

  var title: String {
    switch self {
    case .need(let need): need.title
    case .offer(let offer): offer.title
    }
  }

  /// Who asks or gives.
  var member: DocumentID {
    switch self {
    case .need(let need): need.member
    case .offer(let offer): offer.member
    }
  }

  var site: DocumentID? {
    switch self {
    case .need(let need): need.site
    case .offer(let offer): offer.site
    }
  }

  var matches: [DocumentID] {
    switch self {
    case .need(let need): need.matches
    case .offer(let offer): offer.matches
    }
  }

  func standing(on today: CalendarDate) -> ExchangeStanding {
    switch self {
    case .need(let need): ExchangeStanding(need, on: today)
    case .offer(let offer): ExchangeStanding(offer, on: today)
    }
  }

  /// The tree as it is once this and another belong together.
  func matched(with other: DocumentID) -> JSON {
    var tree = tree
    tree["state"] = .string(MatchState.matched.rawValue)
    tree["matches"] = JSON(strings: matches + (matches.contains(other) ? [] : [other]))
    return tree
  }

  /// The tree as it is once it does not belong to another any more; open again where nothing is left.
  func parted(from other: DocumentID) -> JSON {
    var tree = tree
    let left = matches.filter { $0 != other }
    tree["matches"] = left.isEmpty ? nil : JSON(strings: left)
    if left.isEmpty, tree["state"]?.string == MatchState.matched.rawValue {
      tree["state"] = .string(MatchState.open.rawValue)
    }
    return tree
  }
}
