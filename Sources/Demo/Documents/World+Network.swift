import Improvement
import JSONTree

extension World {
  var network: JSON {
    let fields: JSON = [
      "name": .string(Self.networkName),
      "purpose": """
      A synthetic network to try huddle with: every person, place and number is made up. Its \
      sites learn together how care can do less harm and reach people sooner.
      """,
      "aim": .string("Half the avoidable harm at every site by \(today.year + 1)-12-31."),
      "drivers": [
        ["id": "n1", "level": 1, "text": "Changes that can be relied on"],
        ["id": "n2", "level": 1, "text": "Patients, families and peers as partners"],
        ["id": "n3", "level": 1, "text": "Learning from numbers and stories"],
        ["id": "n3a", "parent": "n3", "level": 2, "text": "Every site reports by the tenth"],
      ],
      "measures": [.string(handHygieneId)],
      "seasons": .array(seasons), "ratingScales": ["progress 0.5–5"],
      "changePackages": JSON(strings: [sharedTextId(0), sharedTextId(1)]),
      "visibility": "public", "tags": ["synthetic"],
    ]
    return document(.network, 0, on: founded, by: steward, fields)
  }

  /// Half-years that begin with two days of learning, through the present one.
  private var seasons: [JSON] {
    var seasons: [JSON] = []
    var start = founded
    var number = 1
    while start <= today {
      let next = start.adding(months: 6)
      let action = start.adding(days: 2)
      seasons.append([
        "name": .string("Learning session \(number)"), "kind": "learning-session",
        "from": .string("\(start)"), "to": .string("\(start.adding(days: 1))"),
      ])
      seasons.append([
        "name": .string("Action period \(number)"), "kind": "action-period",
        "from": .string("\(action)"), "to": .string("\(next.adding(days: -1))"),
      ])
      start = next
      number += 1
    }
    return seasons
  }

  var hypotheses: [JSON] {
    let begun = held(founded.adding(days: 60))
    return [
      document(
        .hypothesis, 0, on: begun, by: staffId(1),
        [
          "because": "Teams that are asked every week what they tested do test every week.",
          "ifWeChange": "A weekly call of ten minutes by the coach in the first three months",
          "then": [
            "indicator": "Cycles begun per team and month", "direction": "increase",
            "byWhen": .string("\(begun.adding(months: 9))"),
          ],
          "forWhom": "Teams in their first half-year",
          "rivalExplanations": [
            "Teams that accept a weekly call are keener anyway",
            "Learning sessions happened in the same months",
          ],
          "registered": .string("\(begun)"),
        ]),
      document(
        .hypothesis, 1, on: held(begun.adding(days: 40)), by: staffId(2),
        [
          "because": "People copy from people they know.",
          "ifWeChange": "Pairs of sites that visit each other once",
          "then": [
            "indicator": "Try-outs learnt from the partner site", "direction": "increase",
            "byWhen": .string("\(begun.adding(months: 14))"),
          ],
          "forWhom": "Sites of the same kind",
          "rivalExplanations": ["Sites of one kind have the same problems at the same time"],
          "registered": .string("\(held(begun.adding(days: 40)))"),
        ]),
    ]
  }
}
