import DocumentStore

/// Opens a store on a disk as it was left, and looks for what was lost.
struct Inspector {
  let seams: Seams
  /// Texts that must be in no file any more.
  var withdrawn: [String] = []
  /// What an entry of the journal is told from others by.
  var naming: @Sendable (JournalEntry) -> String = { $0.id }

  /// What an inspection came to.
  struct Result {
    /// In words; nil where nothing is lost or half done.
    var problem: String?
    /// The disk before each call that changed it while the store was opened.
    var recovery: [Volume] = []
    var isWithoutLine = false
  }

  /// Whether the doctor is asked and something is changed as well, which takes the most time.
  var isThorough = true

  /// Opens the store, which finishes what was begun, holds it against an expectation, and sees that
  /// it goes on.
  func inspect(_ volume: Volume, _ expectation: Expectation) -> Result {
    let computer = SimulatedComputer(volume)
    var result = Result()
    do throws(StoreError) {
      result = try inspect(computer, expectation)
    } catch {
      result.problem = "\(error)"
    }
    if result.problem == nil, computer.openDescriptors > 0 {
      result.problem = "\(computer.openDescriptors) descriptors are left open"
    }
    return result
  }

  private func inspect(
    _ computer: SimulatedComputer, _ expectation: Expectation
  ) throws(StoreError) -> Result {
    var result = Result()
    let files = seams.files(seams.calls(computer.calls))
    var opened: DocumentStore?
    var failure: StoreError?
    result.recovery = computer.recording {
      do throws(StoreError) {
        opened = try DocumentStore.open(
          at: World.path, schemas: World.schemas, fileSystem: files)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard let store = opened else { return result }
    let found = try Sighting(computer.volume, store, naming: naming)
    result.isWithoutLine = expectation.isWithoutLine(found)
    result.problem = expectation.problem(of: found) ?? textLeft(computer.volume, expectation)
    guard isThorough else { return result }
    if result.problem == nil { result.problem = try problem(of: store, expectation) }
    if result.problem == nil { result.problem = try goOn(store, computer, found) }
    return result
  }

  private func textLeft(_ volume: Volume, _ expectation: Expectation) -> String? {
    guard expectation.isAcknowledged || expectation.deed != .withdraw else { return nil }
    for text in withdrawn {
      if let path = volume.files(holding: text).first { return "a withdrawn text is in \(path)" }
    }
    return nil
  }

  /// What the doctor finds that a power cut does not explain.
  private func problem(
    of store: DocumentStore, _ expectation: Expectation
  ) throws(StoreError) -> String? {
    for finding in try store.examine().findings where finding.problem.isDamage {
      // A line that was never finished may be anything.
      if case .unreadableLine = finding.problem { continue }
      if expectation.deed == .repair, case .damaged(.notJSON) = finding.problem { continue }
      return "the doctor finds \(finding.problem) at \(finding.place)"
    }
    guard let entry = try store.nextUndo(by: World.author) else { return nil }
    return try store.versions(of: entry) == nil ? "the next undo has no versions" : nil
  }

  /// The next change must be possible, and change nothing else.
  private func goOn(
    _ store: DocumentStore, _ computer: SimulatedComputer, _ before: Sighting
  ) throws(StoreError) -> String? {
    let id = World.id(99_999)
    try store.commit(
      Transaction(
        [.add(World.member(id))], verb: "add:member", by: World.author, at: World.noon))
    var after = try Sighting(computer.volume, store)
    let path = "store/shared/members/\(id).json"
    guard after.units[Sighting.documents]?.removeValue(forKey: path) != nil,
      after.entries.count == before.entries.count + 1
    else { return "the next change is not there" }
    return after.units == before.units
      ? nil : "the next change changed more: \(after.difference(from: before))"
  }
}

extension Sighting {
  /// What is on a disk with a store on it that was just opened.
  ///
  /// - Parameter naming: what an entry is told from others by.
  init(
    _ volume: Volume, _ store: DocumentStore,
    naming: (JournalEntry) -> String = { $0.id }
  ) throws(StoreError) {
    self.init(volume, entries: try store.journalEntries().map(naming))
  }
}
