import DocumentStore
import JSONTree
import Synchronization

/// Lets other programs do whole saves between two calls of a save, and counts whether each one that
/// was answered is there.
public struct InterleavingTrial: Sendable {
  public private(set) var losses: [String] = []
  /// How many saves were answered that were made inside another one.
  public private(set) var inner = 0
  let seams: Seams

  public init(seams: Seams = .none) { self.seams = seams }

  public mutating func run(seeds: Range<UInt64>) {
    for seed in seeds where losses.isEmpty {
      do throws(StoreError) {
        try run(seed: seed)
      } catch {
        losses.append("seed \(seed): \(error)")
      }
    }
  }

  private mutating func run(seed: UInt64) throws(StoreError) {
    let computer = SimulatedComputer(try World.prepared().volume)
    let counted = Mutex((generator: SplitMix(seed: seed), isInside: false, answered: 0))
    let seams = self.seams
    let outer = computer.calls.watched { _ in
      let isDue = counted.withLock { state in
        if state.isInside || state.generator.next() % 12 > 0 { return false }
        state.isInside = true
        return true
      }
      guard isDue else { return .done }
      // What waits for the lock tries again another time.
      let isAnswered = (try? Self.count(on: seams.files(seams.calls(computer.calls)))) ?? false
      counted.withLock { state in
        state.isInside = false
        if isAnswered { state.answered += 1 }
      }
      return .done
    }
    var answered = 0
    for _ in 0..<2 where try Self.count(on: seams.files(seams.calls(outer))) { answered += 1 }
    let inside = counted.withLock { $0.answered }
    inner += inside
    let store = try DocumentStore.open(
      at: World.path, schemas: World.schemas, fileSystem: computer.files)
    let found = try store.document(World.id(1)).tree["count"]?.int ?? 0
    let lines = try store.journalEntries().count { $0.verb == "count" }
    if found != answered + inside || lines != found {
      losses.append(
        "seed \(seed): \(answered + inside) answered, \(found) there, \(lines) in the journal")
    }
  }

  /// Adds one to what somebody read.
  ///
  /// - Returns: whether it is saved; not where somebody else was quicker.
  private static func count(on files: FileSystem) throws(StoreError) -> Bool {
    let store = try DocumentStore.open(
      at: World.path, schemas: World.schemas, fileSystem: files)
    let seen = try store.document(World.id(1))
    var tree = seen.tree
    tree["count"] = JSON((tree["count"]?.int ?? 0) + 1)
    do throws(StoreError) {
      try store.commit(
        Transaction(
          [.replace(seen.id, with: tree, expecting: seen.revision)], verb: "count",
          by: World.author, at: World.noon))
      return true
    } catch {
      if case .conflict = error { return false }
      throw error
    }
  }
}
