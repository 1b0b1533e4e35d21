import SimulatedDisk
import Testing

@Suite struct MutantTests {
  @Test("a bug that is put into the store is noticed", arguments: Mutant.allCases)
  func noticed(mutant: Mutant) {
    #expect(!mutant.losses().isEmpty, "nobody noticed that \(mutant.words)")
  }

  @Test("saves made between any two calls of another save are all there, each with its line")
  func interleaving() {
    var trial = InterleavingTrial()
    trial.run(seeds: 0..<30)
    #expect(trial.losses.isEmpty)
    // A trial in which nobody gets in between proves nothing.
    #expect(trial.inner > 30)
  }
}
