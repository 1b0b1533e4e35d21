import JSONTree

/// One observation as it is typed into a chart.
public struct Observation: Hashable, Sendable {
  public var status: PointStatus
  public var quality: PointQuality
  public var value: JSONNumber?
  public var numerator: JSONNumber?
  public var denominator: JSONNumber?
  /// The single values of a subgroup.
  public var values: [JSONNumber]
  /// What follows the number or the `?`, such as the reason why it is missing.
  public var remark: String?

  public init(
    status: PointStatus = .reported, quality: PointQuality = .final, value: JSONNumber? = nil,
    numerator: JSONNumber? = nil, denominator: JSONNumber? = nil, values: [JSONNumber] = [],
    remark: String? = nil
  ) {
    self.status = status
    self.quality = quality
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.values = values
    self.remark = remark
  }

  /// The point of a series that says this, without who entered it.
  public func point(period: Period, sequence: Int? = nil) -> JSON {
    var tree: JSON = ["period": .string(period.description)]
    tree["sequence"] = sequence.map { JSON($0) }
    if status != .reported { tree["status"] = .string(status.rawValue) }
    if quality != .final { tree["quality"] = .string(quality.rawValue) }
    tree["value"] = value.map(JSON.number)
    tree["numerator"] = numerator.map(JSON.number)
    tree["denominator"] = denominator.map(JSON.number)
    if !values.isEmpty { tree["values"] = .array(values.map(JSON.number)) }
    tree["note"] = remark.map(JSON.string)
    return tree
  }
}

/// Why a typed text is no observation of its measure.
public enum ObservationError: Error, Hashable, Sendable {
  case empty
  case notANumber(String)
  case decimalComma(String)
  case negative(String)
  case notWhole(String)
  case numeratorAboveDenominator(String, String)
  case zeroDenominator(String)
  case wantsDenominator(DataKind)
  case wantsNoDenominator(DataKind)
  case wantsOneValue(DataKind)
}

/// Reads `3.2`, `2/118`, `0/0` (no opportunities), `na` (not due), `?` (missing, a reason may
/// follow), `~2/118` (provisional), and `3.1 2.9 3.4` (a subgroup of measurements).
public enum ObservationText {
  /// The observation a text stands for, checked against what the measure is made of when that is
  /// known.
  public static func parse(
    _ typed: String, of kind: DataKind? = nil
  ) throws(ObservationError) -> Observation {
    let text = FieldText.trimmed(typed)
    if text.isEmpty { throw .empty }
    if text.lowercased() == "na" || text.lowercased() == "n/a" {
      return Observation(status: .notDue)
    }
    if text.hasPrefix("?") {
      let reason = FieldText.trimmed(String(text.dropFirst()))
      return Observation(
        status: .missing, remark: reason.isEmpty ? nil : FieldText.normalised(reason))
    }
    if text.hasPrefix("~") {
      var observation = try number(FieldText.trimmed(String(text.dropFirst())), of: kind)
      if observation.status == .reported { observation.quality = .provisional }
      return observation
    }
    return try number(text, of: kind)
  }

  private static func number(
    _ text: String, of kind: DataKind?
  ) throws(ObservationError) -> Observation {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    if halves.count == 2 {
      return try ratio(String(halves[0]), over: String(halves[1]), of: kind)
    }
    if let kind, kind.hasDenominator { throw .wantsDenominator(kind) }
    let parts = text.split { $0.isWhitespace || $0 == ";" }.map(String.init)
    if parts.count > 1 {
      if let kind, kind != .continuous { throw .wantsOneValue(kind) }
      var values: [JSONNumber] = []
      for part in parts { values.append(try read(part)) }
      return Observation(values: values)
    }
    let value = try read(text)
    if let kind, kind != .continuous {
      try demandNotNegative(value, text)
      if kind == .count || kind == .opportunitiesBetween, value.int == nil { throw .notWhole(text) }
    }
    return Observation(value: value)
  }

  private static func ratio(
    _ top: String, over bottom: String, of kind: DataKind?
  ) throws(ObservationError) -> Observation {
    if let kind, !kind.hasDenominator { throw .wantsNoDenominator(kind) }
    let numerator = try read(top)
    let denominator = try read(bottom)
    try demandNotNegative(numerator, top)
    try demandNotNegative(denominator, bottom)
    if denominator.double == 0 {
      guard numerator.double == 0 else { throw .zeroDenominator(FieldText.trimmed(top)) }
      return Observation(
        status: .noOpportunity, numerator: JSONNumber(0), denominator: JSONNumber(0))
    }
    if kind == .proportion {
      if numerator.int == nil { throw .notWhole(top) }
      if denominator.int == nil { throw .notWhole(bottom) }
      if let up = numerator.double, let down = denominator.double, up > down {
        throw .numeratorAboveDenominator(numerator.literal, denominator.literal)
      }
    }
    return Observation(numerator: numerator, denominator: denominator)
  }

  private static func read(_ text: String) throws(ObservationError) -> JSONNumber {
    let trimmed = FieldText.trimmed(text)
    do {
      return try FieldText.readNumber(trimmed)
    } catch .decimalComma {
      throw .decimalComma(trimmed)
    } catch {
      throw .notANumber(trimmed)
    }
  }

  private static func demandNotNegative(
    _ number: JSONNumber, _ text: String
  ) throws(ObservationError) {
    if let value = number.double, value < 0 { throw .negative(FieldText.trimmed(text)) }
  }

  /// The observation of a point as it would be typed.
  public static func edit(_ point: SeriesPoint) -> String {
    switch point.status {
    case .missing: return point.note.map { "? \($0)" } ?? "?"
    case .notDue: return "na"
    case .noOpportunity: return "0/0"
    case .hidden: return ""
    case .reported: break
    }
    let mark = point.quality == .provisional ? "~" : ""
    let tree = point.tree
    if let numerator = tree["numerator"]?.number, let denominator = tree["denominator"]?.number {
      return "\(mark)\(numerator.literal)/\(denominator.literal)"
    }
    if let value = tree["value"]?.number { return mark + value.literal }
    let values = tree["values"]?.elements.compactMap(\.number?.literal) ?? []
    return mark + values.joined(separator: " ")
  }
}
