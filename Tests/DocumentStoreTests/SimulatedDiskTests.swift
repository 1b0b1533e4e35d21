import SimulatedDisk
import Testing

@Suite struct SimulatedDiskTests {
  @Test(
    "a power cut at any moment of anything that is done loses nothing that was answered",
    arguments: UInt64(1)...4)
  func deeds(seed: UInt64) {
    var trial = DiskTrial(states: 2_500, seed: seed)
    trial.statesOfMoment = 8
    trial.thoroughness = 8
    trial.run()
    #expect(trial.tally.losses.isEmpty)
    #expect(trial.tally.states >= 2_500)
    #expect(trial.tally.statesInRecovery > 0)
  }
}
