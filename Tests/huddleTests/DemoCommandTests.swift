import JSONTree
import Testing

@Suite("The demo command") struct DemoCommandTests {
  @Test("it makes a synthetic network once, keeps what was changed, and signs in a member")
  func demo() throws {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.huddle("demo", "--no-open", "--sites", "3", "--months", "6")
    #expect(made.code == 0, "\(made.errors)")
    let folder = "\(sandbox.folder)/data/huddle-demo-3-6-1"
    #expect(made.output == "\(folder)\n")
    #expect(made.errors.contains("synthetic"))
    let sites = try sandbox.huddle("list", "site", "--json", "--store", folder)
    #expect(try JSON.parse(sites.output).elements.count == 3)
    let who = try sandbox.huddle("whoami", "--store", folder)
    #expect(who.output.contains("· coach") && who.output.contains("synthetic"))
    let added = try sandbox.huddle(
      "add", "note", "body=Remember me", "--store", folder)
    #expect(added.code == 0, "\(added.errors)")
    #expect(try sandbox.huddle("demo", "--no-open", "--sites", "3", "--months", "6").code == 0)
    let notes = try sandbox.huddle("list", "note", "--search", "remember", "--store", folder)
    #expect(notes.output.contains("Remember me"))
  }

  @Test("it leaves a store that is not synthetic alone")
  func refusal() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init")
    let run = try sandbox.huddle("demo", "--no-open", "--store", sandbox.store)
    #expect(run.code == 1)
    #expect(run.reason.contains("not synthetic"))
    #expect(try sandbox.huddle("list", "site", "--json").output == "[]\n")
  }
}
