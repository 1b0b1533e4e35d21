import JSONTree

/// One move on the disk; doing it again changes nothing.
enum Step: Hashable, Sendable {
  /// A staged file goes to its place.
  case put(staged: String, place: String)
  case remove(place: String)
}

/// A transaction of several steps, written down before the first of them.
///
/// ```
/// stage all ─► intent/<id>.json ─► renamed to <id>.ok ─► steps ─► journal line ─► removed
///              (never happened)    (has happened)
/// ```
struct Intent: Sendable {
  let steps: [Step]
  let entry: JournalEntry

  var tree: JSON {
    let steps: [JSON] = steps.map { step in
      switch step {
      case .put(let staged, let place): ["staged": .string(staged), "place": .string(place)]
      case .remove(let place): ["remove": .string(place)]
      }
    }
    return ["steps": .array(steps), "entry": entry.tree, "host": .string(entry.host)]
  }

  init(steps: [Step], entry: JournalEntry) {
    self.steps = steps
    self.entry = entry
  }

  init?(_ tree: JSON) {
    guard let host = tree["host"]?.string, let entryTree = tree["entry"],
      let entry = JournalEntry(entryTree, host: host), let stepTrees = tree["steps"]?.array
    else { return nil }
    var steps: [Step] = []
    for step in stepTrees {
      if let staged = step["staged"]?.string, let place = step["place"]?.string {
        steps.append(.put(staged: staged, place: place))
      } else if let place = step["remove"]?.string {
        steps.append(.remove(place: place))
      } else {
        return nil
      }
    }
    self.init(steps: steps, entry: entry)
  }
}
