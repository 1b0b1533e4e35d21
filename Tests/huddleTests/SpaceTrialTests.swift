import Testing

@Suite("Full disks") struct SpaceTrialTests {
  @Test(
    "disks of 10 sizes are filled: every refusal says so, nothing is lost, and it goes on after")
  func space() throws {
    let sandbox = try HuddleSandbox()
    let run = try sandbox.run([HuddleSandbox.program + "-trial", "space", "10"])
    // Where no small disk may be mounted there is nothing to try.
    if run.errors.contains("cannot mount a small disk") { return }
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("lost or badly said 0"))
    #expect(!run.output.contains("refused 0\n"))
  }
}
