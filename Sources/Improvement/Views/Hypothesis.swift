import JSONTree

/// A hypothesis about how the network itself works.
public struct Hypothesis: DocumentView {
  public static let documentType = DocumentType.hypothesis
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var because: String? { text("because") }
  public var ifWeChange: String { text("ifWeChange") ?? "" }
  public var indicator: String? { text("then.indicator") }
  public var direction: Direction? { word("then.direction") }
  public var byWhen: CalendarDate? { date("then.byWhen") }
  public var forWhom: String? { text("forWhom") }
  public var rivalExplanations: [String] { tree["rivalExplanations" as JSONPath]?.strings ?? [] }
  public var registered: CalendarDate? { date("registered") }
  public var cycles: [String] { tree["cycles" as JSONPath]?.strings ?? [] }
  public var finding: String? { text("finding") }
  public var refinedInto: String? { text("refinedInto") }
}
