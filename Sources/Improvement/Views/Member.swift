import JSONTree

/// A person in the network.
public struct Member: DocumentView {
  public static let documentType = DocumentType.member
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var pseudonym: String? { text("pseudonym") }
  public var login: String? { text("login") }
  public var siteIds: [String] { tree["siteIds" as JSONPath]?.strings ?? [] }
  public var networkRole: NetworkRole { word("networkRole") ?? .participant }
  public var perspective: Perspective { word("perspective") ?? .staff }
  public var skills: [String] { tree["skills" as JSONPath]?.strings ?? [] }
  public var interests: [String] { tree["interests" as JSONPath]?.strings ?? [] }
  public var contact: String? { text("contact") }
  public var activeFrom: CalendarDate? { date("active.from") }
  public var activeTo: CalendarDate? { date("active.to") }
  public var isListed: Bool { tree["consents.listed" as JSONPath]?.bool ?? false }
  public var mayBeContacted: Bool { tree["consents.contact" as JSONPath]?.bool ?? false }
  public var mayBeStudied: Bool { tree["consents.research" as JSONPath]?.bool ?? false }
  public var caresAbout: String? { text("caresAbout") }
  public var sharesCaresAbout: Bool { tree["sharesCaresAbout" as JSONPath]?.bool ?? false }
  public var willingTo: [Willingness] { texts("willingTo").compactMap(Willingness.init) }

  /// Whether the person was a member on a day.
  public func isActive(on day: CalendarDate) -> Bool {
    (activeFrom ?? day) <= day && day <= (activeTo ?? day)
  }
}
