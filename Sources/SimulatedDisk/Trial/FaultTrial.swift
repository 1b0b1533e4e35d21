import DocumentStore

/// Lets each call of a deed go wrong in each way, looks at what is left, cuts the power on that, and
/// lets the recovery behind it go wrong as well.
public struct FaultTrial: Sendable {
  public private(set) var tally = FaultTally()
  private var inspected = 0
  let seams: Seams
  let faults: [Fault]
  /// Of how many calls one is taken: 1 for all.
  let stride: Int
  /// The same for the calls of recovery.
  let recoveryStride: Int
  /// Whether each call goes wrong in one way only, the ways taking turns.
  let takesTurns: Bool
  /// Of how many cases one is looked at thoroughly.
  let thoroughness: Int

  public init(
    faults: [Fault] = Fault.allCases, stride: Int = 1, recoveryStride: Int = 1,
    takesTurns: Bool = false, thoroughness: Int = 1, seams: Seams = .none
  ) {
    self.faults = faults
    self.stride = stride
    self.recoveryStride = recoveryStride
    self.takesTurns = takesTurns
    self.thoroughness = thoroughness
    self.seams = seams
  }

  public mutating func run(_ deed: Deed) {
    do throws(StoreError) {
      let scene = try Scene(deed, seams: seams)
      for position in positions(of: scene) {
        try run(scene, at: position)
        if tally.losses.count > 20 { return }
      }
    } catch {
      tally.losses.append("\(deed.rawValue): the trial could not be held: \(error)")
    }
  }

  /// Which calls of a deed go wrong.
  func positions(of scene: Scene) -> StrideThrough<Int> {
    Swift.stride(from: 1, through: scene.calls, by: stride)
  }

  /// Lets one call go wrong, in each way.
  mutating func run(_ scene: Scene, at position: Int) throws(StoreError) {
    for fault in faults(at: position, of: scene.deed) { try run(scene, fault, at: position) }
  }

  private func faults(at position: Int, of deed: Deed) -> [Fault] {
    guard takesTurns else { return faults }
    // Deeds make much the same calls in the beginning: each has them go wrong in another way.
    return [faults[(position + (Deed.allCases.firstIndex(of: deed) ?? 0)) % faults.count]]
  }

  private mutating func run(
    _ scene: Scene, _ fault: Fault, at position: Int
  ) throws(StoreError) {
    let computer = SimulatedComputer(scene.volume)
    let injector = FaultInjector(fault, at: position)
    let failure = scene.perform(on: computer, with: injector)
    guard let call = injector.call else { return }
    tally.calls.insert(call)
    tally.cases += 1
    let place = "\(scene.deed.rawValue), \(fault) at call \(position) (\(call.rawValue))"
    var expectation = scene.expectation
    if fault != .kill {
      expectation.isAcknowledged = failure == nil
      expectation.isRefused = failure != nil && scene.deed.isTransaction
      if failure == nil { tally.answered += 1 } else { tally.refused += 1 }
      if scene.deed.isRefused, failure == nil { tally.losses.append("\(place): not refused") }
      if fault.isHarmless, !scene.deed.isRefused, let failure {
        tally.losses.append("\(place): refused: \(failure)")
      }
    }
    inspect(computer.volume, expectation, scene, place)
    var first = Choices.first
    inspect(computer.volume.afterPowerCut(&first), expectation, scene, "\(place), power cut")
    // Between calls that change nothing a program that ends leaves the same disk.
    if fault == .kill, injector.foundAnotherDisk(than: stride) {
      tally.disks += 1
      recover(from: computer.volume, expectation, scene, place)
    }
  }

  private mutating func inspect(
    _ volume: Volume, _ expectation: Expectation, _ scene: Scene, _ place: String
  ) {
    inspected += 1
    var inspector = scene.inspector
    inspector.isThorough = inspected % thoroughness == 0
    if let problem = inspector.inspect(volume, expectation).problem {
      tally.losses.append("\(place): \(problem)")
    }
  }

  /// The next program finishes what was begun, and something goes wrong in that too.
  private mutating func recover(
    from volume: Volume, _ expectation: Expectation, _ scene: Scene, _ place: String
  ) {
    let counter = FaultInjector()
    _ = scene.goOn(on: SimulatedComputer(volume), with: counter, expectation)
    for position in Swift.stride(from: 1, through: counter.calls, by: recoveryStride) {
      for fault in faults {
        let computer = SimulatedComputer(volume)
        let injector = FaultInjector(fault, at: position)
        let expectation = scene.goOn(on: computer, with: injector, expectation)
        guard let call = injector.call else { continue }
        if fault == .kill, !injector.foundAnotherDisk(than: recoveryStride) { continue }
        tally.casesInRecovery += 1
        let place = "\(place), then \(fault) at call \(position) (\(call.rawValue)) of recovery"
        inspect(computer.volume, expectation, scene, place)
        if tally.losses.count > 20 { return }
      }
    }
  }
}
