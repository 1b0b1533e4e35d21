import Testing

@Suite("Load") struct LoadTrialTests {
  @Test("20 processes make 10,000 changes of the same documents; none is lost and none is starved")
  func load() throws {
    let sandbox = try HuddleSandbox()
    let run = try sandbox.run([HuddleSandbox.program + "-trial", "load", "20", "10000"])
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("changes 10000, of two documents 2500,"))
    #expect(run.output.contains("refused 0\nstarved 0, lost or torn 0"))
    // Where nobody meets anybody nothing is shown.
    #expect(!run.output.contains("merged with another's 0,"))
  }
}
