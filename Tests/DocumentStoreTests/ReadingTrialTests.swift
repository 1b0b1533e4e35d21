import SimulatedDisk
import Testing

@Suite struct ReadingTrialTests {
  @Test("who reads between any two calls of a transaction sees all of it or nothing")
  func reading() throws {
    var trial = ReadingTrial()
    for deed in ReadingTrial.deeds { try trial.readDuring(deed) }
    #expect(trial.losses.isEmpty)
    #expect(trial.halfway > 100)
  }

  @Test("what is read whole has no part of a transaction that came between two of its calls")
  func readingWhole() throws {
    var trial = ReadingTrial()
    try trial.write(.several, stride: 5)
    #expect(trial.losses.isEmpty)
    #expect(trial.readings > 30)
    // Who does not ask again sees half of some.
    var careless = ReadingTrial()
    try careless.write(.several, readerAsksAgain: false)
    #expect(!careless.losses.isEmpty)
  }
}
