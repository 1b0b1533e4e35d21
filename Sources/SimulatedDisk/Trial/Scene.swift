import DocumentStore

/// A deed about to be done, as often as it takes, from the same disk.
struct Scene: Sendable {
  let deed: Deed
  let volume: Volume
  /// How many calls it takes where nothing goes wrong.
  let calls: Int
  let expectation: Expectation
  private let prepared: Preparation
  private let seams: Seams

  /// What a program hands on to another one.
  private struct Preparation: Sendable {
    let world: World
    let base: StoredDocument?
    let place: String
    let subjects: [String: [String]]
  }

  init(_ deed: Deed, seams: Seams) throws(StoreError) {
    self.deed = deed
    self.seams = seams
    let (start, world) = try World.prepared()
    let preparing = SimulatedComputer(start)
    var performer = try Performer(preparing.files, seams: .none, world: world)
    try performer.prepareNeeded(for: deed, on: preparing)
    volume = preparing.volume.settled()
    prepared = Preparation(
      world: performer.world, base: performer.base, place: performer.place,
      subjects: performer.subjects)
    let before = try Sighting(volume, performer.store, naming: Self.naming)
    let computer = SimulatedComputer(volume)
    let counter = FaultInjector()
    var another = try Performer(
      FileSystem(computer.calls.watched(by: { computer.verdict($0, of: counter) })), seams: .none,
      world: performer.world)
    another.base = performer.base
    another.place = performer.place
    another.subjects = performer.subjects
    do throws(StoreError) {
      try another.perform(deed)
    } catch {
      guard deed.isRefused else { throw error }
    }
    calls = counter.calls
    let after = try Sighting(computer.volume, another.store, naming: Self.naming)
    expectation = Expectation(deed: deed, before: before, after: after, isAcknowledged: false)
  }

  /// Does the deed in a program of its own.
  ///
  /// - Returns: what the program said where it did not do it.
  func perform(on computer: SimulatedComputer, with injector: FaultInjector) -> StoreError? {
    perform(on: files(of: computer, injector))
  }

  /// Does the deed in a program of its own, with these calls.
  func perform(on files: FileSystem) -> StoreError? {
    do throws(StoreError) {
      var performer = try Performer(files, seams: seams, world: prepared.world)
      performer.base = prepared.base
      performer.place = prepared.place
      performer.subjects = prepared.subjects
      try performer.perform(deed)
      return nil
    } catch {
      return error
    }
  }

  /// Opens the store in a program of its own and adds something.
  ///
  /// - Returns: the expectation with that in it.
  func goOn(
    on computer: SimulatedComputer, with injector: FaultInjector, _ expectation: Expectation
  ) -> Expectation {
    guard let next = prepared.world.next.first else { return expectation }
    let bytes = next.tree.canonicalBytes
    var expectation = expectation
    expectation.since = ["store/\(next.path)": bytes]
    expectation.entriesSince = [
      "add:next \(World.author) \(World.id(88_888)) nil \(Revision(of: bytes).hex)"
    ]
    do throws(StoreError) {
      let files = files(of: computer, injector)
      let performer = try Performer(files, seams: seams, world: prepared.world)
      try performer.commit("add:next", [.add(next.tree)])
    } catch {
      expectation.isSinceOpen = true
    }
    return expectation
  }

  private func files(of computer: SimulatedComputer, _ injector: FaultInjector) -> FileSystem {
    seams.files(
      seams.calls(
        computer.calls.watched(
          failToSynchronise: { computer.refuse($0) }, by: { computer.verdict($0, of: injector) })))
  }

  var inspector: Inspector {
    Inspector(
      seams: seams, withdrawn: prepared.world.withdrawn.map(\.text), naming: Self.naming)
  }

  /// Entries get new ids each time.
  private static let naming: @Sendable (JournalEntry) -> String = { entry in
    let documents = entry.documents.map {
      "\($0.id) \($0.old?.hex ?? "nil") \($0.new?.hex ?? "nil")"
    }
    return ([entry.verb, entry.by] + documents).joined(separator: " ")
  }
}
