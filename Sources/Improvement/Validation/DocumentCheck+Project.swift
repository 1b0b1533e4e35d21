import JSONTree

extension DocumentCheck {
  mutating func checkProject() {
    checkSpans(in: "roster", "To")
    checkDrivers()
    checkIdeas()
    for (index, score) in (tree["progress"]?.elements ?? []).enumerated() {
      guard let number = score["score"]?.number, let value = number.double else { continue }
      if ProgressAnchor.anchor(for: value) == nil {
        let path = JSONPath(["progress", String(index), "score"])
        report(.outOfRange(number.literal, allowed: "from 0.5 to 5 in halves"), at: path, "Score")
      }
    }
  }

  /// Every driver has an id of its own, and a parent that exists and leads to the top.
  mutating func checkDrivers() {
    let drivers = tree["drivers"]?.elements.map(Driver.init) ?? []
    var parents: [String: String] = [:]
    for (index, driver) in drivers.enumerated() where !driver.id.isEmpty {
      if parents.updateValue(driver.parent ?? "", forKey: driver.id) != nil {
        let path = JSONPath(["drivers", String(index), "id"])
        report(.duplicate(driver.id), at: path, "Id")
      }
    }
    for (index, driver) in drivers.enumerated() {
      guard let parent = driver.parent else { continue }
      let path = JSONPath(["drivers", String(index), "parent"])
      guard parents[parent] != nil else {
        report(.unknownDriver(parent), at: path, "Part of")
        continue
      }
      if Self.circles(from: driver.id, parents) {
        report(
          .driversInACircle(driver.text.isEmpty ? driver.id : driver.text), at: path, "Part of")
      }
    }
  }

  /// Every idea has an id of its own, which no driver has, and serves a driver that exists.
  private mutating func checkIdeas() {
    let drivers = Set((tree["drivers"]?.elements ?? []).compactMap { $0.text("id") })
    var taken = drivers
    for (index, idea) in (tree["ideas"]?.elements ?? []).enumerated() {
      if let id = idea.text("id"), !taken.insert(id).inserted {
        report(.duplicate(id), at: JSONPath(["ideas", String(index), "id"]), "Id")
      }
      if let driver = idea.text("driver"), !drivers.contains(driver) {
        report(
          .unknownDriver(driver), at: JSONPath(["ideas", String(index), "driver"]), "Serves")
      }
    }
  }

  private static func circles(from id: String, _ parents: [String: String]) -> Bool {
    var current = parents[id] ?? ""
    for _ in 0...parents.count {
      if current.isEmpty { return false }
      if current == id { return true }
      current = parents[current] ?? ""
    }
    return false
  }
}
