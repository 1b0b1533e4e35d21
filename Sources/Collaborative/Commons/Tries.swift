import DocumentStore

/// Which sites tried what, as far as their number goes.
///
/// Of two hundred thousand try-outs each costs a few words: sites and resources are numbered.
struct Tries: Sendable {
  /// What was tried where.
  struct Place: Hashable, Sendable {
    var resource: DocumentID
    var site: DocumentID
  }

  /// The same by numbers.
  private struct Pair: Hashable, Sendable {
    var resource: Int32
    var site: Int32
  }

  private var numbers: [DocumentID: Int32] = [:]
  private var ids: [DocumentID] = []
  private var pairs: [DocumentID: Pair] = [:]
  /// How many try-outs a site has of a resource.
  private var tries: [Pair: Int32] = [:]
  /// At how many sites a resource was tried, by its number.
  private var sites: [Int32] = []

  init(capacity: Int = 0) {
    pairs.reserveCapacity(capacity)
    tries.reserveCapacity(capacity)
  }

  /// At how many sites a resource was tried.
  func siteCount(of resource: DocumentID) -> Int {
    numbers[resource].map { Int(sites[Int($0)]) } ?? 0
  }

  /// Takes a try-out over as it is now; nil where it is none, or is gone.
  ///
  /// - Returns: the resources whose number of sites may be another one.
  @discardableResult
  mutating func set(_ id: DocumentID, to place: Place?) -> [DocumentID] {
    let new = place.map { Pair(resource: number($0.resource), site: number($0.site)) }
    let old = new.map { pairs.updateValue($0, forKey: id) } ?? pairs.removeValue(forKey: id)
    if old == new { return [] }
    if let old { count(old, -1) }
    if let new { count(new, 1) }
    return [old, new].compactMap { $0.map { ids[Int($0.resource)] } }
  }

  /// The same for very many, of which nobody wants to know what they change.
  mutating func fill(_ all: [(id: DocumentID, tried: Place)]) {
    for (id, tried) in all {
      let new = Pair(resource: number(tried.resource), site: number(tried.site))
      if let old = pairs.updateValue(new, forKey: id) { count(old, -1) }
      count(new, 1)
    }
  }

  private mutating func count(_ pair: Pair, _ change: Int32) {
    let now = (tries[pair] ?? 0) + change
    tries[pair] = now > 0 ? now : nil
    if now == 0 || (change > 0 && now == 1) { sites[Int(pair.resource)] += change }
  }

  private mutating func number(_ id: DocumentID) -> Int32 {
    if let known = numbers[id] { return known }
    let number = Int32(ids.count)
    numbers[id] = number
    ids.append(id)
    sites.append(0)
    return number
  }
}
