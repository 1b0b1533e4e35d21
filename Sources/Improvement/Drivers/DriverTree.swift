import JSONTree

/// The drivers and change ideas of a project as an outline that can be rearranged.
///
/// A document keeps drivers as a flat list in which each names the one above it. Here they stand in
/// reading order with their depth, so that a driver and all below it are one stretch:
///
/// ```
/// depth 0   Normal temperature              primary driver
/// depth 1     Warm before theatre           secondary driver
/// depth 2       ? Warm blanket              change idea, always a leaf
/// depth 1     ? Warm fluids
/// ```
///
/// Under a driver other drivers come first, then its ideas, each in the order people gave them.
/// Whatever a document says, every record is here exactly once: one whose driver is gone stands at
/// the top, and a circle is opened at the record that comes first.
public struct DriverTree: Equatable, Sendable {
  public enum Kind: Hashable, Sendable { case driver, idea }

  public struct Entry: Equatable, Sendable {
    public let id: String
    public let kind: Kind
    /// 0 for a primary driver.
    public internal(set) var depth: Int
    /// The record as the document has it, with fields that nobody here knows.
    public internal(set) var record: JSON

    public var text: String { record.text("text") ?? "" }
  }

  /// Primary, secondary and tertiary: what is deeper is a list, not a diagram.
  public static let levels = 3

  /// In reading order.
  public internal(set) var entries: [Entry] = []

  public init(_ project: Project) {
    self.init(drivers: project.drivers.map(\.tree), ideas: project.ideas.map(\.tree))
  }

  /// - Complexity: O(n).
  public init(drivers: [JSON], ideas: [JSON] = []) {
    var reading = Reading(drivers: drivers, ideas: ideas)
    entries = reading.outline()
  }

  public func index(of id: String) -> Int? { entries.firstIndex { $0.id == id } }

  public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

  /// An entry and everything below it.
  public func stretch(at index: Int) -> Range<Int> {
    let depth = entries[index].depth
    let end = entries[(index + 1)...].firstIndex { $0.depth <= depth } ?? entries.count
    return index..<end
  }

  /// The driver that an entry stands under; nil at the top.
  public func parent(at index: Int) -> Int? {
    let depth = entries[index].depth
    return depth == 0 ? nil : entries[..<index].lastIndex { $0.depth < depth }
  }

  /// The driver that an entry stands right under; nil at the top, and for what is not there.
  public func driver(of id: String) -> String? {
    index(of: id).flatMap { parent(at: $0) }.map { entries[$0].id }
  }

  /// The drivers that an entry stands under, near and far.
  public func ids(above id: String) -> Set<String> {
    var above: Set<String> = []
    var next = index(of: id).flatMap { parent(at: $0) }
    while let index = next {
      above.insert(entries[index].id)
      next = parent(at: index)
    }
    return above
  }

  /// Those directly under a driver, or at the top.
  public func children(of id: String?) -> [Entry] {
    guard let id else { return entries.filter { $0.depth == 0 } }
    guard let index = index(of: id) else { return [] }
    let depth = entries[index].depth + 1
    return entries[stretch(at: index)].filter { $0.depth == depth }
  }
}

/// The walk from flat lists to an outline; iterative, because a chain of drivers may be long.
private struct Reading {
  private struct Record {
    var id: String
    var kind: DriverTree.Kind
    var record: JSON
  }

  private var records: [Record] = []
  private var below: [String: [Int]] = [:]
  private var top: [Int] = []
  private var seen: Set<Int> = []

  init(drivers: [JSON], ideas: [JSON]) {
    var taken: Set<String> = []
    for tree in drivers { add(tree, .driver, &taken) }
    let count = records.count
    let known = taken
    for tree in ideas { add(tree, .idea, &taken) }
    for index in records.indices {
      let above = records[index].record.text(index < count ? "parent" : "driver")
      if let above, known.contains(above), above != records[index].id {
        below[above, default: []].append(index)
      } else {
        top.append(index)
      }
    }
  }

  /// A record without an id of its own is given one, so that it can be pointed at.
  private mutating func add(_ tree: JSON, _ kind: DriverTree.Kind, _ taken: inout Set<String>) {
    var id = tree.text("id") ?? ""
    if id.isEmpty || taken.contains(id) {
      let letter = kind == .driver ? "d" : "i"
      var number = records.count + 1
      while taken.contains("\(letter)\(number)") { number += 1 }
      id = "\(letter)\(number)"
    }
    taken.insert(id)
    records.append(Record(id: id, kind: kind, record: tree))
  }

  mutating func outline() -> [DriverTree.Entry] {
    var entries: [DriverTree.Entry] = []
    let drivers = top.filter { records[$0].kind == .driver }
    let circles = records.indices.filter { records[$0].kind == .driver }
    for root in drivers + circles { walk(from: root, into: &entries) }
    for root in top where records[root].kind == .idea { walk(from: root, into: &entries) }
    return entries
  }

  private mutating func walk(from root: Int, into entries: inout [DriverTree.Entry]) {
    var waiting = [(index: root, depth: 0)]
    while let (index, depth) = waiting.popLast() {
      guard seen.insert(index).inserted else { continue }
      let record = records[index]
      entries.append(
        DriverTree.Entry(id: record.id, kind: record.kind, depth: depth, record: record.record))
      guard record.kind == .driver else { continue }
      // Drivers were read before ideas, so they come first here as well.
      for child in (below[record.id] ?? []).reversed() { waiting.append((child, depth + 1)) }
    }
  }
}
