import DocumentStore
import Improvement

/// A document found by a few letters of its name.
public struct FoundDocument: Sendable, Hashable {
  public var target: Target
  public var title: String
  public var typeLabel: String
}

extension Collaboration {
  /// Sites, people, projects, measures, cycles and resources whose name has the words, at most
  /// `limit`; those whose name begins with them first.
  public func find(_ words: String, limit: Int = 50) throws(CollaborationError) -> [FoundDocument] {
    guard words.contains(where: { !$0.isWhitespace }), limit > 0 else { return [] }
    let wanted = Words(words)
    let start = SearchText(words)
    let length = words.count
    var found: [(rank: Int, document: FoundDocument)] = []
    for type in [DocumentType.site, .project, .member, .measure, .resource, .cycle, .need, .offer] {
      for document in try documents(type) where type != .member || isListed(document) {
        let title = title(of: document)
        guard wanted.match([title, document.tree["code"]?.string ?? ""]) else { continue }
        let rank = SearchText(String(title.prefix(length))).contains(folded: start) ? 0 : 1
        found.append(
          (
            rank,
            FoundDocument(
              target: Target(type, document.id), title: title,
              typeLabel: place(of: document, type))
          ))
      }
    }
    let order = found.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return order.prefix(limit).map(\.element.document)
  }

  /// Whether a person is shown where people are looked up: with their consent, to those they work
  /// with and to those who look after the network.
  func isListed(_ document: StoredDocument) -> Bool {
    let member = Member(document.tree)
    return member.isListed || member.id == principal.memberID || principal.role.looksAfterTeams
      || principal.isAt(member.siteIds)
  }

  /// What a found document is, and where, since names recur from place to place.
  private func place(of document: StoredDocument, _ type: DocumentType) -> String {
    let place =
      switch type {
      case .cycle, .resource, .need, .offer: document.tree["site"]?.string
      case .member: document.tree["siteIds"]?.strings.first
      default: nil as DocumentID?
      }
    return [type.label, place.map(name) ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
