import JSONTree

/// The mass-change brake.
///
/// `.store/census` says how many documents of each type were there when last seen, and `.store/brake`
/// is there while the store is read-only. Both are this host's own and may be lost.
extension DocumentStore {
  private static let brakePath = ".store/brake"
  private static let censusPath = ".store/census"

  /// Refuses to write while the brake is on, and puts it on where what this program has seen of the
  /// store says so. Complexity: two reads of a few bytes, unless something is amiss.
  func checkBrake() throws(StoreError) {
    if let brake = try brake() { throw .braked(path: disk.rootPath, brake) }
    let census = census()
    let listed = state.withLock { state -> [String: Int] in
      var counts: [String: Int] = [:]
      for type in state.listedTypes { counts[type] = 0 }
      for listing in state.listings.values where state.listedTypes.contains(listing.type) {
        counts[listing.type, default: 0] += listing.count
      }
      return counts
    }
    let seen = listed.values.reduce(0, +)
    let known = listed.keys.reduce(0) { $0 + (census.counts[$1] ?? 0) }
    let isHalfGone = try hasLostFolder(since: census)
    let suspicion = Suspicion(
      damaged: state.withLock { $0.damage.count },
      vanished: listed.reduce(0) { $0 + max(0, (census.counts[$1.key] ?? 0) - $1.value) },
      isHalfGone: isHalfGone)
    if isHalfGone
      || Brake.isDue(
        documents: max(seen, known), damaged: suspicion.damaged, vanished: suspicion.vanished)
    {
      try measure(suspicion, census)
    } else if listed.contains(where: { $0.value * 50 > (census.counts[$0.key] ?? 0) * 51 }) {
      remember(census.counts.merging(listed) { max($0, $1) })
    }
  }

  /// Whether a folder that all documents of the network or of its sites lie in is there no more,
  /// also where this program has listed none of them.
  private func hasLostFolder(since census: Census) throws(StoreError) -> Bool {
    guard !census.counts.isEmpty else { return false }
    if try disk.stamp("shared") == nil { return true }
    return census.hasSites ? try disk.stamp("sites") == nil : false
  }

  /// What was seen by this process may be old or a part: before the brake goes on, everything is
  /// looked at afresh. That is not done twice for the same.
  private func measure(_ suspicion: Suspicion, _ census: Census) throws(StoreError) {
    if state.withLock({ $0.suspicion == suspicion }) { return }
    let report = try examine()
    if let brake = try judge(report, census) { throw .braked(path: disk.rootPath, brake) }
    state.withLock { $0.suspicion = suspicion }
  }

  /// Puts the brake on, takes it off or leaves it, as a fresh look at everything says.
  ///
  /// - Parameter accepting: whether somebody who looked says that what is gone is meant to be gone.
  /// - Returns: the brake that is on now.
  public func judge(_ report: CheckReport, accepting: Bool = false) throws(StoreError) -> Brake? {
    try judge(report, accepting ? Census() : census(), isAccepted: accepting)
  }

  private func judge(
    _ report: CheckReport, _ census: Census, isAccepted: Bool = false
  ) throws(StoreError) -> Brake? {
    let damaged =
      isAccepted
      ? 0 : report.findings.count { if case .damaged = $0.problem { true } else { false } }
    let missing = census.counts.filter { $0.value > report.census[$0.key] ?? 0 }
    var vanished = missing.reduce(0) { $0 + $1.value - (report.census[$1.key] ?? 0) }
    if vanished > 0 {
      vanished = max(0, vanished - (try removals(of: Set(missing.keys), since: census.taken)))
    }
    let documents = max(report.documents, census.counts.values.reduce(0, +))
    if Brake.isDue(documents: documents, damaged: damaged, vanished: vanished) {
      let brake = Brake(documents: documents, damaged: damaged, vanished: vanished)
      let tree: JSON = [
        "documents": JSON(documents), "damaged": JSON(damaged), "vanished": JSON(vanished),
      ]
      // Where even this cannot be written, nothing else will be either.
      try? disk.replace(Self.brakePath, bytes: tree.canonicalBytes)
      return brake
    }
    if try disk.stamp(Self.brakePath) != nil { try disk.remove(Self.brakePath) }
    remember(report.census)
    return nil
  }

  /// How many documents of some types were removed as they should be, by the clock of whoever did.
  private func removals(
    of types: Set<String>, since milliseconds: UInt64
  ) throws(StoreError) -> Int {
    try journalEntries().filter { (ULID($0.id)?.milliseconds ?? 0) >= milliseconds }
      .flatMap(\.documents).count { $0.new == nil && types.contains($0.type) }
  }

  /// The brake that is on; nil where none is.
  public func brake() throws(StoreError) -> Brake? {
    guard let bytes = try disk.read(Self.brakePath) else { return nil }
    let tree = try? JSON.parse(bytes)
    return Brake(
      documents: tree?["documents"]?.int ?? 0, damaged: tree?["damaged"]?.int ?? 0,
      vanished: tree?["vanished"]?.int ?? 0)
  }

  private func census() -> Census {
    var census = Census()
    guard let bytes = try? disk.read(Self.censusPath), let tree = try? JSON.parse(bytes) else {
      return census
    }
    census.taken = UInt64(max(0, tree["taken"]?.int ?? 0))
    census.hasSites = tree["sites"] == true
    for field in tree["documents"]?.object?.fields ?? [] {
      census.counts[field.key] = field.value.int
    }
    return census
  }

  /// Keeps the counts, without waiting for the disk: what is lost is counted again.
  private func remember(_ counts: [String: Int]) {
    var documents: JSON = [:]
    for (type, count) in counts.sorted(by: { $0.key < $1.key }) { documents[type] = JSON(count) }
    let hasSites = ((try? disk.stamp("sites")) ?? nil) != nil
    let tree: JSON = [
      "taken": JSON(Int(Clock.milliseconds)), "documents": documents, "sites": .bool(hasSites),
    ]
    guard let folder = try? disk.makeFolder(".store") else { return }
    defer { disk.files.close(folder) }
    let temporary = ".\(ULID().text).tmp"
    do throws(SystemFailure) {
      try disk.create(
        temporary, in: folder, bytes: tree.canonicalBytes, mode: disk.fileMode,
        isSynchronised: false)
      try disk.files.rename(folder, temporary, folder, "census")
    } catch {
      try? disk.files.remove(folder, temporary)
    }
  }
}

/// How many documents of each type were there, and when, in milliseconds since 1970.
private struct Census {
  var taken: UInt64 = 0
  /// Whether any site had documents of its own.
  var hasSites = false
  var counts: [String: Int] = [:]
}

/// What a process saw that may be a reason for the brake.
struct Suspicion: Hashable, Sendable {
  var damaged: Int
  var vanished: Int
  /// Whether a folder of the store's own is gone, with all that was in it.
  var isHalfGone = false
}
