import Testing

@Suite("Kills") struct KillTrialTests {
  @Test("500 programs killed while they write lose nothing that was acknowledged, and tear nothing")
  func kills() throws {
    let sandbox = try HuddleSandbox()
    let run = try sandbox.run([HuddleSandbox.program + "-trial", "kills", "500"])
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("lost 0, torn 0, otherwise wrong 0"))
    // A trial that never hits a save proves nothing.
    #expect(run.output.contains("kills 500,"))
    #expect(!run.output.contains("inside a save 0,"))
  }
}
