import DocumentStore
import Improvement

/// What a list is narrowed to, with the name a person chooses it by.
public struct RowFilter: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case everything
    case stage(CycleStage)
    case measureKind(MeasureKind)
    case resourceKind(ResourceKind)
    case needs, offers
    case site(DocumentID)
    case project(DocumentID)
    /// What waits for the person who asks: their own sites, their own cycles.
    case mine
    /// Of rosters: roles that nobody fills, and sites without anybody.
    case gaps
    /// Of rosters: people who left, whose entry or site is gone, or who stand there twice.
    case odd
    /// People who belong to no site.
    case withoutSite
    /// Cycles that they run or try out themselves.
    case ownCycles
  }

  public var kind: Kind
  public var label: String

  public init(_ kind: Kind, _ label: String) {
    self.kind = kind
    self.label = label
  }
}

extension RowFilter.Kind {
  func admits(_ tile: MeasureTile) -> Bool {
    switch self {
    case .measureKind(let kind): tile.chart.measure.kind == kind
    case .site(let id): tile.siteID == id
    default: true
    }
  }
}

/// Words typed to find something: all must occur somewhere, in any case, with or without accents.
struct Words: Sendable {
  private let words: [SearchText]

  init(_ text: String) { words = SearchText.words(in: text) }

  func match(_ texts: @autoclosure () -> [String]) -> Bool {
    words.isEmpty || match(SearchedText(texts()))
  }

  func match(_ text: SearchedText) -> Bool {
    words.allSatisfy { word in text.folded.contains { $0.contains(folded: word) } }
  }
}

/// Texts made ready to be looked through for several words.
struct SearchedText: Sendable {
  fileprivate let folded: [SearchText]

  init(_ texts: [String]) { folded = texts.map { SearchText($0) } }
}
