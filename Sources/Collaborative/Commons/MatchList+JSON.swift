import Improvement
import Insights
import JSONTree

extension MatchList {
  /// For scripts: what fits and why, in words and by kind of reason.
  public var json: JSON {
    [
      "id": .string(subject.id), "type": .string(subject.type.rawValue), "title": .string(title),
      "accepted": .array(accepted.map(\.json)), "matches": .array(matches.map(\.json)),
      "resources": .array(resources.map(\.json)), "people": .array(people.map(\.json)),
    ]
  }
}

extension MatchList.Row {
  fileprivate var json: JSON {
    [
      "id": .string(target.id), "type": .string(target.type.rawValue), "title": .string(title),
      "who": .string(who), "reasons": JSON(strings: reasons.map(\.description)),
    ]
  }
}
