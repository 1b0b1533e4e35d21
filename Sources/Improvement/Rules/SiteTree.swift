/// Sites within sites, in reading order: each below the one it is part of.
///
/// Every site stands in it once, whatever the documents say: one whose larger site is not there, or
/// that lies within itself, stands at the top and says so.
public struct SiteTree: Sendable {
  /// What is odd about where a site stands.
  public enum Oddity: Hashable, Sendable {
    /// The site it is part of is not among those that are known.
    case parentMissing(String)
    /// It is part of itself by way of these, in the order in which each is part of the next.
    case circular([String])
  }

  public struct Entry: Hashable, Sendable {
    public var id: String
    public var depth: Int
    /// The site it stands under; nil at the top.
    public var parent: String?
    public var oddity: Oddity?
  }

  public private(set) var entries: [Entry] = []
  private var children: [String: [String]] = [:]
  private var parents: [String: String] = [:]

  /// - Parameter sites: in the order in which sites of one place are to stand.
  /// - Complexity: O(sites).
  public init(_ sites: [Site]) {
    var byID: [String: Site] = [:]
    for site in sites where byID[site.id] == nil { byID[site.id] = site }
    let circles = Self.circles(sites, byID)
    var tops: [(id: String, oddity: Oddity?)] = []
    var seen: Set<String> = []
    for site in sites where seen.insert(site.id).inserted {
      guard let parent = site.parentSite else {
        tops.append((site.id, nil))
        continue
      }
      if let circle = circles[site.id] {
        tops.append((site.id, .circular(circle)))
      } else if byID[parent] == nil {
        tops.append((site.id, .parentMissing(parent)))
      } else {
        children[parent, default: []].append(site.id)
        parents[site.id] = parent
      }
    }
    for top in tops { add(Entry(id: top.id, depth: 0, parent: nil, oddity: top.oddity)) }
  }

  /// Adds a site and all that lies within it.
  private mutating func add(_ top: Entry) {
    var open = [top]
    while let next = open.popLast() {
      entries.append(next)
      for child in parts(of: next.id).reversed() {
        open.append(Entry(id: child, depth: next.depth + 1, parent: next.id, oddity: nil))
      }
    }
  }

  /// The sites that lie in a circle, each with the way round to itself.
  private static func circles(_ sites: [Site], _ byID: [String: Site]) -> [String: [String]] {
    var isSettled: Set<String> = []
    var circles: [String: [String]] = [:]
    for site in sites where !isSettled.contains(site.id) {
      var way: [String] = []
      var places: [String: Int] = [:]
      var current: String? = site.id
      while let id = current, byID[id] != nil, !isSettled.contains(id), places[id] == nil {
        places[id] = way.count
        way.append(id)
        current = byID[id]?.parentSite
      }
      if let id = current, let start = places[id] {
        let circle = way[start...]
        for place in circle.indices {
          circles[way[place]] = Array(circle[place...] + circle[..<place]) + [way[place]]
        }
      }
      isSettled.formUnion(way)
    }
    return circles
  }

  /// A site and everything within it, itself first.
  public func ids(within id: String) -> [String] {
    var found: [String] = []
    var open = [id]
    while let next = open.popLast() {
      found.append(next)
      open += (children[next] ?? []).reversed()
    }
    return found
  }

  /// The sites directly within a site.
  public func parts(of id: String) -> [String] { children[id] ?? [] }

  /// The sites that a site lies within, the nearest first.
  public func ids(above id: String) -> [String] {
    var found: [String] = []
    var current = parents[id]
    while let next = current {
      found.append(next)
      current = parents[next]
    }
    return found
  }
}
