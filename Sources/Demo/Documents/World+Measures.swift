import Improvement
import JSONTree

extension World {
  static let handHygiene = MeasurePlan.share(
    "Hand hygiene", .process, of: "Moments observed", counting: "Moments with clean hands",
    "The five moments, seen by a trained observer; about fifty each month.", better: .increase,
    target: 90, from: 0.74, to: 0.86, size: 40...60)

  var measures: [JSON] {
    var documents = Theme.all.indices.flatMap { theme in
      Theme.all[theme].measures.indices.map { index in
        measure(Theme.all[theme].measures[index], number: theme * 10 + index)
      }
    }
    documents.append(measure(Self.handHygiene, number: 200))
    return documents
  }

  private func measure(_ plan: MeasurePlan, number: Int) -> JSON {
    var fields: JSON = [
      "name": .string(plan.name), "kind": .string(plan.kind.rawValue),
      "operationalDefinition": .string(plan.definition), "unit": .string(plan.unit),
      "multiplier": JSON(plan.multiplier), "dataKind": .string(plan.data.rawValue),
      "chartType": .string(plan.chart.rawValue), "direction": .string(plan.direction.rawValue),
      "frequency": .string(plan.frequency.rawValue),
      "ruleSet": plan.chart == .run ? "anhoej" : "nhs", "defaults": ["baseline": 12],
    ]
    if !plan.numerator.isEmpty {
      fields["numeratorDefinition"] = .string(plan.numerator)
      fields["denominatorDefinition"] = .string(plan.denominator)
    }
    if let target = plan.target { fields["defaults.target" as JSONPath] = JSON(target) }
    return document(.measure, number, on: founded, by: steward, fields)
  }
}

extension MeasurePlan {
  /// A level as people speak of it: percent, per thousand, days between two.
  func spoken(_ level: Double) -> Double {
    let value =
      switch data {
      case .timeBetween, .opportunitiesBetween: 1 / level
      default: level * Double(multiplier)
      }
    return (value * 10).rounded() / 10
  }
}
