import DocumentStore
import Improvement

/// Sites by the elements of a package: how far each came with each, and how reliably it is done.
public struct BundleMatrix: Hashable, Sendable {
  /// A column: one of the resources that the package is made of.
  public struct Element: Hashable, Sendable {
    public var id: DocumentID
    public var title: String

    public init(id: DocumentID, title: String) {
      self.id = id
      self.title = title
    }
  }

  /// What a site did with an element.
  public struct Cell: Hashable, Sendable {
    public var adoption: DocumentID
    public var stage: AdoptionStage
    /// The newest number of the measure that tells how reliably it is done, such as `92%`; nil where
    /// it is not in use, no measure was named or nothing reported yet.
    public var reliability: String?
    /// The numbers it is from.
    public var series: DocumentID?
    /// Since when it is in that stage.
    public var since: CalendarDate?
    /// Why it was stopped.
    public var reason: String?

    public init(adoption: DocumentID, stage: AdoptionStage, reliability: String? = nil) {
      self.adoption = adoption
      self.stage = stage
      self.reliability = reliability
    }

    init(_ adoption: Adoption, reliability: String?) {
      self.init(adoption: adoption.id, stage: adoption.stage, reliability: reliability)
      series =
        reliability == nil
        ? nil : adoption.reliabilityMeasure.map { Series.id(site: adoption.site, measure: $0) }
      since = adoption.day(of: adoption.stage)
      reason = adoption.stage == .abandoned ? adoption.reasonStopped : nil
    }
  }

  /// A site.
  public struct Row: Hashable, Sendable {
    public var site: DocumentID
    public var name: String
    /// One for each element; nil where the site has nothing to do with it.
    public var cells: [Cell?]

    public init(site: DocumentID, name: String, cells: [Cell?]) {
      self.site = site
      self.name = name
      self.cells = cells
    }

    /// Whether it has to do with an element.
    public var isPart: Bool { cells.contains { $0 != nil } }

    /// How many elements are in use.
    public var inUse: Int { cells.count { $0?.stage.isInUse ?? false } }
  }

  public var elements: [Element]
  public var rows: [Row]

  public init(elements: [Element], rows: [Row]) {
    self.elements = elements
    self.rows = rows
  }

  /// Of several adoptions of one element at one site the furthest counts.
  ///
  /// Complexity: O(adoptions + sites × elements).
  ///
  /// - Parameter reliability: the newest number of an adoption's measure; asked of what is in use, as
  ///   a number from before says nothing about what is only tried or was stopped.
  public init(
    elements: [Element], sites: [(id: DocumentID, name: String)], adoptions: [Adoption],
    reliability: (Adoption) -> String?
  ) {
    var bySite: [DocumentID: [DocumentID: Adoption]] = [:]
    for adoption in adoptions {
      let other = bySite[adoption.site]?[adoption.resource]
      if let other, (other.stage.reach, adoption.id) >= (adoption.stage.reach, other.id) {
        continue
      }
      bySite[adoption.site, default: [:]][adoption.resource] = adoption
    }
    self.init(
      elements: elements,
      rows: sites.map { site in
        Row(
          site: site.id, name: site.name,
          cells: elements.map { element in
            bySite[site.id]?[element.id].map {
              Cell($0, reliability: $0.stage.isInUse ? reliability($0) : nil)
            }
          })
      })
  }
}

extension AdoptionStage {
  /// The stage within a sentence; why something was stopped is told beside it.
  public var word: String { self == .abandoned ? "stopped" : label.lowercasedFirst }

  /// How far a stage is; what was stopped comes before all that goes on.
  var reach: Int { self == .abandoned ? -1 : Self.allCases.firstIndex(of: self) ?? 0 }

  /// The letter that stands for it in a table.
  public var letter: String {
    switch self {
    case .aware: "K"
    case .considering: "C"
    case .testing: "T"
    case .adapted: "A"
    case .implemented: "U"
    case .sustained: "S"
    case .abandoned: "X"
    }
  }

  /// A shape that says the same: the fuller, the further.
  public var shape: String {
    switch self {
    case .aware: "·"
    case .considering: "○"
    case .testing: "▸"
    case .adapted: "◆"
    case .implemented: "●"
    case .sustained: "■"
    case .abandoned: "×"
    }
  }

  /// How it is meant in a table: colour repeats what letter and shape say.
  public var tone: Tone {
    switch self {
    case .aware, .considering: .quiet
    case .testing, .adapted: .plain
    case .implemented, .sustained: .good
    case .abandoned: .caution
    }
  }
}
