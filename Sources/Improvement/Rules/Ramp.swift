/// A chain of tests of one change idea, each carrying on what the one before taught.
public struct Ramp: Sendable {
  /// The cycles of the chain: what is followed on from comes before what follows, and otherwise
  /// what began earlier comes first.
  public let cycles: [Cycle]

  /// The chain that a cycle belongs to: the cycles of its project that name the same ramp, and all
  /// that are linked with one of them as parent, or as next cycle.
  ///
  /// A circle of links, which no form lets through but a damaged document may hold, is cut where it
  /// is met. Complexity: O(n²) in the links of the chain, O(n) in the cycles given.
  public init(of cycle: Cycle, among given: [Cycle]) {
    let all = given.contains { $0.id == cycle.id } ? given : given + [cycle]
    let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var linked: [String: [String]] = [:]
    for one in all {
      for other in [one.parentCycle, one.nextCycle].compactMap(\.self) where byID[other] != nil {
        linked[one.id, default: []].append(other)
        linked[other, default: []].append(one.id)
      }
    }
    let named = Dictionary(grouping: all.filter { $0.ramp != nil }) { RampName($0) }
    var found: Set<String> = [cycle.id]
    var waiting = [cycle.id]
    while let id = waiting.popLast() {
      let namesakes = byID[id].flatMap { $0.ramp == nil ? nil : named[RampName($0)] } ?? []
      for other in (linked[id] ?? []) + namesakes.map(\.id) where found.insert(other).inserted {
        waiting.append(other)
      }
    }
    cycles = Self.ordered(found.compactMap { byID[$0] })
  }

  /// The cycle before in the chain: the parent where it is one of the chain, else the one that
  /// stands before.
  public func predecessor(of cycle: Cycle) -> Cycle? {
    if let parent = cycle.parentCycle, let found = cycles.first(where: { $0.id == parent }) {
      return found
    }
    guard let index = cycles.firstIndex(where: { $0.id == cycle.id }), index > 0 else { return nil }
    return cycles[index - 1]
  }

  private static func ordered(_ cycles: [Cycle]) -> [Cycle] {
    var waiting = cycles.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    var placed: [Cycle] = []
    var ids: Set<String> = []
    let members = Set(cycles.map(\.id))
    while !waiting.isEmpty {
      // In a circle nothing is ready; then the earliest begins.
      let index =
        waiting.firstIndex { cycle in
          guard let parent = cycle.parentCycle, members.contains(parent) else { return true }
          return ids.contains(parent)
        } ?? 0
      let next = waiting.remove(at: index)
      ids.insert(next.id)
      placed.append(next)
    }
    return placed
  }
}

/// A ramp's name means a chain within one project.
private struct RampName: Hashable {
  let project: String?
  let ramp: String?

  init(_ cycle: Cycle) {
    project = cycle.project
    ramp = cycle.ramp
  }
}

extension Cycle {
  /// By when it stands in a chain: the day it began or was to begin; without one it comes last.
  fileprivate var order: Int { (actualStart ?? plannedStart)?.daysSince1970 ?? .max }
}
