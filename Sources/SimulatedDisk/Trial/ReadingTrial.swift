import DocumentStore
import Synchronization

/// Lets people read between any two calls of a transaction over several documents, and looks whether
/// each saw all of it or nothing.
///
/// They read a disk that they may not write, so that nobody finishes for them what is under way: what
/// they see between two calls is also what they see of a writer who ended there.
public struct ReadingTrial: Sendable {
  public private(set) var losses: [String] = []
  /// How often somebody read.
  public private(set) var readings = 0
  /// How often somebody read while a transaction was committed and not all of it in place.
  public private(set) var halfway = 0
  let seams: Seams

  public init(seams: Seams = .none) { self.seams = seams }

  /// The deeds that are more than one step on the disk.
  public static let deeds = Deed.allCases.filter {
    $0.isTransaction && !$0.isSingle && !$0.isRefused
  }

  /// What was read, in words.
  public var words: String {
    "\(readings) readings, \(halfway) of them while something committed was not in place"
  }

  /// Lets readers come between any two calls of whoever does a deed.
  public mutating func readDuring(_ deed: Deed) throws(StoreError) {
    let scene = try Scene(deed, seams: .none)
    let computer = SimulatedComputer(scene.volume)
    try keepSnapshot(on: computer)
    let files = seams.files(computer.files.readOnly)
    var readers: [Reader] = []
    for kind in Reader.Kind.allCases { readers.append(try Reader(kind, files)) }
    let all = readers
    let calls = Mutex(0)
    let sights = Mutex<[Sight]>([])
    let look: @Sendable () -> Void = {
      let call = calls.withLock { count in
        count += 1
        return count
      }
      let isHalfway = !computer.volume.files(below: "\(World.path)/.store/intent").keys
        .allSatisfy { !$0.hasSuffix(".ok") }
      for reader in all {
        let sight = Sight(reader, call: call, isHalfway: isHalfway)
        sights.withLock { $0.append(sight) }
      }
    }
    look()
    let refusal = scene.perform(
      on: FileSystem(
        computer.calls.watched { _ in
          look()
          return .done
        }))
    look()
    if let refusal { throw refusal }
    judge(sights.withLock { $0 }, of: deed)
  }

  /// Lets somebody do a whole deed between any two calls of a reader.
  ///
  /// - Parameters:
  ///   - asksAgain: whether the reader asks whether something was committed meanwhile.
  ///   - stride: between which calls, of so many one.
  public mutating func write(
    _ deed: Deed, readerAsksAgain asksAgain: Bool = true, stride: Int = 1
  ) throws(StoreError) {
    let scene = try Scene(deed, seams: .none)
    var at = 1
    while losses.isEmpty {
      let computer = SimulatedComputer(scene.volume)
      try keepSnapshot(on: computer)
      let due = at
      let calls = Mutex(0)
      let refusal = Mutex<StoreError?>(nil)
      let watched = computer.calls.watched { _ in
        let isDue = calls.withLock { count in
          count += 1
          return count == due
        }
        if isDue, let failure = scene.perform(on: computer.files) {
          refusal.withLock { $0 = failure }
        }
        return .done
      }
      let before = try Reader(.comer, computer.files).read()
      let seen = try Reader(.comer, FileSystem(watched).readOnly, asksAgain: asksAgain).read()
      if let failure = refusal.withLock({ $0 }) { throw failure }
      if calls.withLock({ $0 }) < due { return }
      readings += 1
      let after = try Reader(.comer, computer.files).read()
      if seen != before, seen != after {
        losses.append("\(deed): a reader saw a half of what was done at its call \(due)")
      }
      at += stride
    }
  }

  /// So that some of them have what they read from a snapshot.
  private func keepSnapshot(on computer: SimulatedComputer) throws(StoreError) {
    let store = try DocumentStore.open(
      at: World.path, schemas: World.schemas, fileSystem: computer.files)
    try store.keepSnapshot()
  }

  private mutating func judge(_ sights: [Sight], of deed: Deed) {
    readings += sights.count
    halfway += sights.count(where: \.isHalfway)
    for kind in Reader.Kind.allCases {
      let own = sights.filter { $0.kind == kind }
      guard let before = own.first?.lines, let after = own.last?.lines else { continue }
      if before == after { losses.append("\(deed): \(kind) saw nothing of it") }
      var isDone = false
      for sight in own {
        if sight.lines == after { isDone = true }
        if sight.lines == (isDone ? after : before) { continue }
        let odd = Set(sight.lines).symmetricDifference(isDone ? after : before).sorted()
        losses.append(
          "\(deed): at call \(sight.call), \(kind) saw a half: \(odd.prefix(4).joined(separator: "; "))"
        )
        break
      }
    }
  }
}
