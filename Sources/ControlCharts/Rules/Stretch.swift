/// What a search in one stretch of points found.
struct Finding: Hashable {
  /// Positions within the stretch.
  var members: [Int]
  /// 1 high, −1 low, 0 neither.
  var direction: Int
}

/// Searches a stretch of points without gaps for patterns; every search takes time in proportion
/// to the stretch.
struct Stretch {
  let points: [Standing]
  /// Whether a pattern may be completed by the point at a position.
  let mayComplete: (Standing) -> Bool

  /// A place where a pattern of some length is complete.
  private struct Completion {
    var end: Int
    var direction: Int
  }

  func outside() -> [Finding] {
    points.indices.compactMap { position in
      let direction = points[position].beyond.three
      guard direction != 0, mayComplete(points[position]) else { return nil }
      return Finding(members: [position], direction: direction)
    }
  }

  /// So many in a row on one side of the centre line; a point on the line ends the row.
  func shift(length: Int) -> [Finding] {
    var completions: [Completion] = []
    var count = 0
    var current = 0
    for position in points.indices {
      let now = points[position].side.rawValue
      count = now != 0 && now == current ? count + 1 : (now == 0 ? 0 : 1)
      current = now
      if count >= length { completions.append(Completion(end: position, direction: now)) }
    }
    return merged(completions, length: length)
  }

  /// So many points, each beyond the one before it in one direction; an equal pair ends the row.
  func trend(length: Int) -> [Finding] {
    var completions: [Completion] = []
    var steps = 0
    var current = 0
    for position in points.indices.dropFirst() {
      let now = step(to: position)
      steps = now != 0 && now == current ? steps + 1 : (now == 0 ? 0 : 1)
      current = now
      if steps >= length - 1 { completions.append(Completion(end: position, direction: now)) }
    }
    return merged(completions, length: length)
  }

  /// 1 where a point lies above the one before it, −1 below, 0 level.
  func step(to position: Int) -> Int {
    let before = points[position - 1].value
    let now = points[position].value
    return now > before ? 1 : (now < before ? -1 : 0)
  }

  /// So many points that go up and down by turns.
  func alternating(length: Int) -> [Finding] {
    var completions: [Completion] = []
    var steps = 0
    var current = 0
    for position in points.indices.dropFirst() {
      let now = step(to: position)
      steps = now == 0 ? 0 : (now == -current ? steps + 1 : 1)
      current = now
      if steps >= length - 1 { completions.append(Completion(end: position, direction: 0)) }
    }
    return merged(completions, length: length)
  }

  /// NHS: of three neighbours on one side of the centre line, at least two between the warning
  /// line and the limit; only those two or three are marked.
  func twoOfThreeWithin() -> [Finding] {
    guard points.count > 2 else { return [] }
    var completions: [Completion] = []
    for end in 2..<points.count {
      let window = points[(end - 2)...end]
      let side = points[end].side
      guard side != .on, window.allSatisfy({ $0.side == side }) else { continue }
      guard window.count(where: \.isInWarningZone) > 1 else { continue }
      completions.append(Completion(end: end, direction: side.rawValue))
    }
    return merged(completions, length: 3) { point, _ in point.isInWarningZone }
  }

  /// Western Electric and Nelson: a point beyond so many standard deviations, with at least so
  /// many others of the window that ends with it on the same side.
  func several(_ others: Int, in length: Int, beyond step: Int) -> [Finding] {
    var completions: [Completion] = []
    for end in points.indices {
      let side = points[end].beyond[step]
      guard side != 0 else { continue }
      let window = points[max(0, end - length + 1)..<end]
      guard window.count(where: { $0.beyond[step] == side }) >= others else { continue }
      completions.append(Completion(end: end, direction: side))
    }
    return merged(completions, length: length) { point, side in point.beyond[step] == side }
  }

  /// So many in a row within one standard deviation of the centre, not all of them on the line:
  /// values that never move hug nothing.
  func hugging(length: Int) -> [Finding] {
    var completions: [Completion] = []
    var count = 0
    var lastOffLine: Int?
    for position in points.indices {
      if points[position].side != .on { lastOffLine = position }
      count = points[position].hasLimits && points[position].beyond.one == 0 ? count + 1 : 0
      if count >= length, let lastOffLine, position - lastOffLine < length {
        completions.append(Completion(end: position, direction: 0))
      }
    }
    return merged(completions, length: length)
  }

  /// So many in a row beyond one standard deviation, with both sides among them.
  func mixture(length: Int) -> [Finding] {
    var completions: [Completion] = []
    var count = 0
    var sinceChange: Int?
    for position in points.indices {
      let now = points[position].beyond.one
      if now == 0 {
        count = 0
        sinceChange = nil
      } else {
        if count > 0, points[position - 1].beyond.one != now {
          sinceChange = 1
        } else {
          sinceChange = sinceChange.map { $0 + 1 }
        }
        count += 1
      }
      if count >= length, let sinceChange, sinceChange < length {
        completions.append(Completion(end: position, direction: 0))
      }
    }
    return merged(completions, length: length)
  }

  /// Joins completions whose windows overlap into one finding with all members.
  private func merged(
    _ completions: [Completion], length: Int,
    isMember: (Standing, Int) -> Bool = { _, _ in true }
  ) -> [Finding] {
    var findings: [Finding] = []
    var lastEnd = -1
    for completion in completions where mayComplete(points[completion.end]) {
      let start = max(0, completion.end - length + 1)
      let joins = findings.last?.direction == completion.direction && start <= lastEnd
      let from = joins ? lastEnd + 1 : start
      let members = (from..<(completion.end + 1)).filter {
        isMember(points[$0], completion.direction)
      }
      if joins {
        findings[findings.count - 1].members += members
      } else {
        findings.append(Finding(members: members, direction: completion.direction))
      }
      lastEnd = completion.end
    }
    return findings
  }
}

extension Standing {
  /// Whether the point lies beyond a warning line but not beyond the limit.
  var isInWarningZone: Bool { beyond.two != 0 && beyond.three == 0 }
}
