import Collaborative
import Improvement
import JSONTree

/// What was typed into the form of a new cycle, as assignments that make its records one after
/// another.
///
/// A record that was left out or emptied leaves no gap, and a prediction of which only the measure
/// was taken for granted is none.
struct NewCycleValues {
  /// The filled values by their place in the new document, in the order they are assigned.
  private var placed: [(path: JSONPath, original: String, text: String)] = []

  init(_ values: [String: String]) {
    let filled = values.filter { !$0.value.allSatisfy(\.isWhitespace) }
    let empty = Set(Self.measureOnly(filled))
    let kept = filled.filter { field in !empty.contains { field.key.hasPrefix($0 + ".") } }
    var places: [String: Int] = [:]
    var counts: [String: Int] = [:]
    for (key, text) in kept.sorted(by: { Self.precedes($0.key, $1.key) }) {
      var steps = JSONPath(key).steps
      if let index = steps.firstIndex(where: { Int($0) != nil }) {
        let list = steps[..<index].joined(separator: ".")
        let record = "\(list).\(steps[index])"
        if places[record] == nil {
          places[record] = counts[list, default: 0]
          counts[list, default: 0] += 1
        }
        steps[index] = String(places[record] ?? 0)
      }
      placed.append((JSONPath(steps), key, text))
    }
  }

  var assignments: [Assignment] { placed.map { Assignment($0.path.description, $0.text) } }

  /// Errors by the fields of the form instead of the places in the new document.
  func originalPaths(of errors: [String: String]) -> [String: String] {
    var result: [String: String] = [:]
    for (path, words) in errors {
      let field = placed.first { $0.path.description == path }?.original
      result[field ?? path] = words
    }
    return result
  }

  /// The predictions of which nothing but the measure is filled in.
  private static func measureOnly(_ values: [String: String]) -> [String] {
    let list = "plan.predictions."
    let records = Dictionary(grouping: values.keys.filter { $0.hasPrefix(list) }) {
      $0.dropFirst(list.count).prefix { $0 != "." }
    }
    return records.filter { $0.value.allSatisfy { $0.hasSuffix(".measure") } }.map {
      list + String($0.key)
    }
  }

  /// By the steps of the path, numbers as numbers: record 10 comes after record 9.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    for (mine, theirs) in zip(JSONPath(left).steps, JSONPath(right).steps) where mine != theirs {
      if let first = Int(mine), let second = Int(theirs) { return first < second }
      return mine < theirs
    }
    return left < right
  }
}

extension FormSubject {
  /// Whether saving it makes a document that is not there yet.
  var makesDocument: Bool {
    if case .add = self { return true }
    if case .resource(let step) = self { return step.form == .adapt }
    return isNewCycle
  }

  /// Whether it makes a cycle that is not there yet.
  var isNewCycle: Bool {
    switch self {
    case .add(.cycle, _): true
    case .cycle(let step): step.form == .next || step.form == .clone
    case .commons(.tryOut): true
    default: false
    }
  }
}
