import DocumentStore
import Improvement

/// Which part of a document a word stands in, the weightiest first.
enum CommonsField: Int, CaseIterable, Sendable {
  case title, tag, driver, summary, audience, context, kind, steps, advice, description

  /// How much a word there says about what the document is about.
  var weight: Float {
    switch self {
    case .title: 8
    case .tag, .driver: 4
    case .summary: 3
    case .audience, .context, .kind: 2
    case .steps, .advice, .description: 1
    }
  }

  var bit: UInt16 { 1 << UInt16(rawValue) }

  /// The weight of each set of fields: the best, and a fifth of the others together.
  static let weights: [Float] = (0..<(1 << allCases.count)).map { set in
    let weights = allCases.filter { set & Int($0.bit) != 0 }.map(\.weight)
    let best = weights.max() ?? 0
    return best + 0.2 * (weights.reduce(0, +) - best)
  }
}

/// A resource, a need or an offer as it is found and listed.
struct CommonsEntry: Hashable, Sendable {
  var row: CommonsRow
  var texts: [CommonsField: [String]]
  var facets: [Facet: [String]]
  /// The day it was made, as the document says it.
  var created: String
  /// Resources before needs before offers, needs by their urgency and their day.
  var rank: [Int]
  /// Who made it: authors, whoever wrote it, whoever asks or offers.
  var people: [DocumentID]
  var site: DocumentID?
  /// The resource that it replaces.
  var supersedes: DocumentID?

  var id: DocumentID { row.target.id }

  /// The moment it was made, as a number that grows with it.
  var createdNumber: Double {
    var number = 0.0
    for byte in created.utf8.prefix(19) where (48...57).contains(byte) {
      number = number * 10 + Double(byte - 48)
    }
    return number
  }
}

extension CommonsEntry {
  init(_ resource: Resource) {
    self.init(
      row: CommonsRow(
        target: Target(.resource, resource.id), kind: resource.kind.label, title: resource.title,
        summary: resource.plainSummary ?? "", evidence: resource.evidence.label, triedAt: 0,
        note: resource.derivedFrom.isEmpty ? "" : "adapted"),
      texts: [
        .title: [resource.title], .tag: resource.tags, .driver: resource.drivers,
        .summary: [resource.plainSummary ?? ""], .audience: resource.audience,
        .context: resource.contextsTested, .kind: [resource.kind.label], .steps: resource.steps,
        .advice: [resource.howToStartSmall ?? "", resource.whatToAvoid ?? ""],
        .description: [resource.description ?? ""]
          + resource.derivedFrom.map { $0.whatChanged ?? "" },
      ],
      facets: [
        .kind: [resource.kind.rawValue], .driver: Self.values(resource.drivers),
        .audience: Self.values(resource.audience), .evidence: [resource.evidence.rawValue],
        .context: Self.values(resource.contextsTested),
        .language: Self.values([resource.language].compactMap(\.self)),
        .site: [resource.site].compactMap(\.self),
      ],
      created: resource.createdAt ?? "", rank: [0], people: resource.people, site: resource.site,
      supersedes: resource.supersedes)
  }

  /// Nil where it is no longer open.
  init?(_ need: Need) {
    guard need.state == .open else { return nil }
    let urgency = Urgency.allCases.firstIndex(of: need.urgency) ?? 0
    self.init(
      row: CommonsRow(
        target: Target(.need, need.id), kind: "Need", title: need.title,
        summary: need.detail ?? "", evidence: need.urgency.label, triedAt: 0,
        note: need.neededBy.map { "by \($0.label)" } ?? ""),
      texts: [
        .title: [need.title], .tag: need.tags, .summary: [need.detail ?? ""],
        .kind: ["need", need.category.label],
      ],
      facets: [.kind: ["need"], .site: [need.site].compactMap(\.self)],
      created: need.createdAt ?? "",
      rank: [1, -urgency, need.neededBy?.daysSince1970 ?? .max], people: [need.member],
      site: need.site)
  }

  /// Nil where it is no longer open.
  init?(_ offer: Offer) {
    guard offer.state == .open else { return nil }
    self.init(
      row: CommonsRow(
        target: Target(.offer, offer.id), kind: "Offer", title: offer.title,
        summary: offer.detail ?? "", evidence: "", triedAt: 0,
        note: offer.availableTo.map { "until \($0.label)" } ?? ""),
      texts: [
        .title: [offer.title], .tag: offer.tags, .summary: [offer.detail ?? ""],
        .kind: ["offer", offer.category.label],
      ],
      facets: [.kind: ["offer"], .site: [offer.site].compactMap(\.self)],
      created: offer.createdAt ?? "", rank: [2], people: [offer.member], site: offer.site)
  }

  /// Each text once, without blanks around it.
  private static func values(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.compactMap { text in
      guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
      else { return nil }
      let trimmed = String(text[first...last])
      return seen.insert(trimmed).inserted ? trimmed : nil
    }
  }
}
