import Improvement
import JSONTree

@testable import Insights

/// A measure of a proportion per 100, reported each month.
func measure(_ changes: (inout JSON) -> Void = { _ in }) -> Measure {
  var tree: JSON = [
    "id": "m", "type": "measure", "name": "Wound infections", "kind": "outcome",
    "dataKind": "proportion", "multiplier": 100, "direction": "decrease", "frequency": "month",
    "ruleSet": "nhs",
  ]
  changes(&tree)
  return Measure(tree)
}

func series(_ points: [JSON], _ changes: (inout JSON) -> Void = { _ in }) -> Series {
  var tree: JSON = ["id": "s.m", "type": "series", "site": "s", "measure": "m"]
  tree["points"] = .array(points)
  changes(&tree)
  return Series(tree)
}

/// Months in a row with the numerators given, each over the same denominator.
func months(
  _ numerators: [Int], of denominator: Int = 100, from first: String = "2025-01"
) -> [JSON] {
  let start = Period(first) ?? Period(.month, containing: day("2025-01-01"))
  return numerators.enumerated().map { offset, numerator in
    [
      "period": .string(start.advanced(by: offset).description), "numerator": JSON(numerator),
      "denominator": JSON(denominator),
    ]
  }
}

/// Numbers that vary about 10 without any signal.
let steady = [10, 12, 9, 11, 8, 10, 11, 9, 12, 10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 11]

func cycle(_ id: String, _ changes: (inout JSON) -> Void = { _ in }) -> Cycle {
  var tree: JSON = [
    "id": .string(id), "type": "cycle", "title": .string("Cycle \(id)"), "project": "p",
    "stage": "plan",
  ]
  changes(&tree)
  return Cycle(tree)
}

func day(_ text: String) -> CalendarDate {
  CalendarDate(text) ?? CalendarDate(daysSince1970: 0)
}
