import Improvement
import JSONTree

/// Puts many points into a series at once.
///
/// Complexity: O((n + m) log (n + m)) for n points that are there and m that come.
struct PointMerge {
  private struct Key: Hashable, Comparable {
    var period: Period
    var sequence: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.period, left.sequence) < (right.period, right.sequence)
    }
  }

  private var tree: JSON
  private var points: [Key: JSON] = [:]
  /// Points whose period cannot be read stay in front, as they are.
  private var unreadable: [JSON] = []
  private(set) var added = 0
  private(set) var changed = 0
  private(set) var same = 0

  init(_ series: JSON) {
    tree = series
    for point in Series(series).points {
      if let period = point.period {
        points[Key(period: period, sequence: point.sequence)] = point.tree
      } else {
        unreadable.append(point.tree)
      }
    }
  }

  /// Puts a point where it belongs; what people said about an older one there stays.
  mutating func put(
    _ observation: Observation, _ period: Period, sequence: Int, source: String, entered: JSON
  ) {
    var point = observation.point(period: period, sequence: sequence == 0 ? nil : sequence)
    let key = Key(period: period, sequence: sequence)
    let old = points[key]
    for name in ["note", "leftOut"] where point[name] == nil { point[name] = old?[name] }
    if let old, point.saysTheSame(as: old) {
      same += 1
      return
    }
    if old == nil { added += 1 } else { changed += 1 }
    point["entered"] = entered
    point["source"] = .string(source)
    points[key] = point
  }

  func finished() -> JSON {
    var result = tree
    let sorted = points.sorted { $0.key < $1.key }.map(\.value)
    result["points"] = .array(unreadable + sorted)
    return result
  }
}
