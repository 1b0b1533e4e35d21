import JSONTree

/// A place, or a part of one, where care happens.
public struct Site: DocumentView {
  public static let documentType = DocumentType.site
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var code: String { text("code") ?? "" }
  public var parentSite: String? { text("parentSite") }
  public var kind: SiteKind { word("kind") ?? .other }
  public var region: String? { text("region") }
  public var cohort: String? { text("cohort") }
  public var joined: CalendarDate? { date("joined") }
  public var left: CalendarDate? { date("left") }
  public var coachIds: [String] { tree["coachIds" as JSONPath]?.strings ?? [] }
  /// Who answers for the site and for all that lies within it.
  public var accountableOwner: String? { text("accountableOwner") }
  public var agreementReference: String? { text("dataUseAgreement.reference") }
  public var agreementExpiry: CalendarDate? { date("dataUseAgreement.expiry") }
  /// The day of the month by which the last period is due.
  public var reportingDay: Int? { tree["reportingDay"]?.int }
  public var contextNotes: String? { text("contextNotes") }
}
