import SimulatedDisk
import Testing

@Suite struct FaultTests {
  @Test(
    "whatever goes wrong at any call of anything that is done, nothing is lost or half done",
    arguments: Deed.allCases.filter { $0 != .many })
  func calls(deed: Deed) {
    var trial = FaultTrial(recoveryStride: 29, takesTurns: true, thoroughness: 8)
    trial.run(deed)
    #expect(trial.tally.losses.isEmpty)
    #expect(trial.tally.cases > 20)
  }
}
