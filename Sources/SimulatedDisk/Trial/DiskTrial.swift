import DocumentStore

/// Does deeds on a simulated disk, cuts the power before and behind every change of the disk, and
/// looks for what was lost.
public struct DiskTrial: Sendable {
  /// How many states of one moment are taken one after another, all there are where there are no
  /// more; as many are drawn where there are.
  public var statesOfMoment = 24
  /// After how many states the trial ends.
  public var goal: Int
  /// Of how many states one is looked at thoroughly: the doctor is asked, and something is changed.
  public var thoroughness = 1
  public private(set) var tally = DiskTally()

  /// About how many moments are taken of a deed that has more.
  private static let momentsOfDeed: UInt64 = 48

  let seams: Seams
  private var generator: SplitMix
  private var world = World()
  private var volume = Volume()

  public init(states goal: Int, seed: UInt64, seams: Seams = .none) {
    self.goal = goal
    self.seams = seams
    generator = SplitMix(seed: seed)
  }

  /// One script of deeds after another, in an order that the seed gives, until the goal is reached
  /// or something is lost.
  public mutating func run() {
    while tally.states < goal, tally.losses.isEmpty {
      do throws(StoreError) {
        try begin()
        // What fills the store comes last, since all that follows takes longer.
        let few = Deed.allCases.filter { $0 != .many }.shuffled(using: &generator)
        for deed in few + [.many] {
          try perform(deed)
          if tally.states >= goal || !tally.losses.isEmpty { return }
        }
      } catch {
        tally.losses.append("refused: \(error)")
      }
    }
  }

  /// One deed alone, on a store of a few documents.
  public mutating func run(only deed: Deed) {
    do throws(StoreError) {
      try begin()
      try perform(deed)
    } catch {
      tally.losses.append("\(deed.rawValue) was refused: \(error)")
    }
  }

  private mutating func begin() throws(StoreError) {
    (volume, world) = try World.prepared()
  }

  private mutating func perform(_ deed: Deed) throws(StoreError) {
    // The kernel writes things by itself, now and then.
    if generator.next() % 3 == 0 { volume = volume.settled() }
    let computer = SimulatedComputer(volume)
    let files = seams.files(seams.calls(computer.calls))
    var performer = try Performer(files, seams: seams, world: world)
    try performer.prepareNeeded(for: deed, on: computer)
    let before = try Sighting(computer.volume, performer.store)
    var failure: StoreError?
    let moments = computer.recording {
      do throws(StoreError) { try performer.perform(deed) } catch { failure = error }
    }
    if let failure, !deed.isRefused { throw failure }
    if failure == nil, deed.isRefused { tally.losses.append("\(deed.rawValue) was not refused") }
    if let shortfall = try performer.shortfall(of: deed) { tally.losses.append(shortfall) }
    let after = try Sighting(computer.volume, performer.store)
    world = performer.world
    volume = computer.volume
    tally.deeds += 1
    let expectation = Expectation(
      deed: deed, before: before, after: after, isAcknowledged: false)
    for (index, moment) in moments.enumerated() {
      let isLast = index == moments.count - 1
      if !isLast, generator.next() % UInt64(moments.count) >= Self.momentsOfDeed { continue }
      tally.moments += 1
      var expectation = expectation
      expectation.isAcknowledged = isLast
      cutPower(
        at: moment, expectation, "\(deed.rawValue), change \(index) of \(moments.count)")
      if !tally.losses.isEmpty { return }
    }
  }

  /// The power is cut at this moment; a program may end there instead, and the power be cut later.
  private mutating func cutPower(at moment: Volume, _ expectation: Expectation, _ place: String) {
    for state in moment.statesAfterPowerCut(atMost: statesOfMoment, &generator) {
      let result = inspect(state, expectation, at: place)
      // The power is cut again while the store recovers.
      for moment in result.recovery.dropLast().shuffled(using: &generator).prefix(2) {
        for state in moment.statesAfterPowerCut(atMost: 2, &generator) {
          tally.statesInRecovery += 1
          inspect(state, expectation, at: "\(place), then in recovery")
        }
      }
      if !tally.losses.isEmpty { return }
    }
    if generator.next() % 2 == 0 { inspectEnded(moment, expectation, at: place) }
  }

  @discardableResult
  private mutating func inspect(
    _ state: Volume, _ expectation: Expectation, at place: String
  ) -> Inspector.Result {
    tally.states += 1
    var inspector = Inspector(seams: seams, withdrawn: world.withdrawn.map(\.text))
    inspector.isThorough = tally.states % thoroughness == 0
    let result = inspector.inspect(state, expectation)
    if result.isWithoutLine { tally.withoutLine += 1 }
    if let problem = result.problem { tally.losses.append("\(place): \(problem)") }
    return result
  }

  /// The program ended at this moment, another one went on and had its answers, and then the power
  /// was cut.
  private mutating func inspectEnded(
    _ moment: Volume, _ expectation: Expectation, at place: String
  ) {
    let place = "\(place), ended and gone on"
    let computer = SimulatedComputer(moment)
    var expectation = expectation
    do throws(StoreError) {
      let files = seams.files(seams.calls(computer.calls))
      let performer = try Performer(files, seams: seams, world: world)
      let known = try performer.store.journalEntries().map(\.id)
      for (path, tree) in world.next {
        try performer.commit("add", [.add(tree)])
        expectation.since["store/\(path)"] = tree.canonicalBytes
      }
      expectation.entriesSince = Set(try performer.store.journalEntries().map(\.id))
        .subtracting(known)
    } catch {
      tally.losses.append("\(place): \(error)")
      return
    }
    for state in computer.volume.statesAfterPowerCut(atMost: 3, &generator) {
      inspect(state, expectation, at: place)
    }
  }
}

extension Volume {
  /// Disks as a power cut now may leave them: all, where there are no more than so many, else the
  /// two extremes and some by chance.
  func statesAfterPowerCut(atMost count: Int, _ generator: inout SplitMix) -> [Volume] {
    if isSettled { return [self] }
    var states: [Volume] = []
    var choices = Choices.first
    repeat {
      if states.count == count {
        states = [states[0]]
        var last = Choices.last
        states.append(afterPowerCut(&last))
        while states.count < count {
          var chance = Choices(seed: generator.next())
          states.append(afterPowerCut(&chance))
        }
        return states
      }
      states.append(afterPowerCut(&choices))
    } while choices.advance()
    return states
  }
}
