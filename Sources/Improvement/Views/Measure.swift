import JSONTree

/// What is measured and how: a definition, shared by all sites that report it.
public struct Measure: DocumentView {
  public static let documentType = DocumentType.measure
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var name: String { text("name") ?? "" }
  public var project: String? { text("project") }
  public var kind: MeasureKind { word("kind") ?? .outcome }
  public var operationalDefinition: String? { text("operationalDefinition") }
  public var numeratorDefinition: String? { text("numeratorDefinition") }
  public var denominatorDefinition: String? { text("denominatorDefinition") }
  public var unit: String? { text("unit") }
  /// A value is the ratio times this.
  public var multiplier: Int { tree["multiplier"]?.int ?? 1 }
  public var dataKind: DataKind { word("dataKind") ?? .continuous }
  /// The chart that was chosen, or the one that fits the data.
  public var chartType: ChartChoice { word("chartType") ?? dataKind.usualChart }
  public var direction: Direction { word("direction") ?? .neutral }
  public var frequency: Frequency { word("frequency") ?? .month }
  public var ruleSet: RuleSetChoice { word("ruleSet") ?? .nhs }
  public var defaultTarget: Double? { tree["defaults.target" as JSONPath]?.double }
  public var defaultBaseline: Int? { tree["defaults.baseline" as JSONPath]?.int }
  public var definitionVersions: [DefinitionVersion] { records("definitionVersions") }
}

/// How a measure was defined from a day on.
public struct DefinitionVersion: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var from: CalendarDate? { date("from") }
  public var definition: String { text("definition") ?? "" }
  public var reason: String? { text("reason") }
}
