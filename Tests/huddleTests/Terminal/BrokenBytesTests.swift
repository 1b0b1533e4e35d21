import JSONTree
import Testing

@Suite("Letters that a slow line delivers in pieces") struct BrokenBytesTests {
  @Test("a letter whose bytes come one by one is typed whole, and the program goes on")
  func pieces() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish()
    let session = try TerminalSession(sandbox)
    try session.shows("› Today")
    try session.press("3", "a")
    try session.shows("New PDSA cycle")
    for byte in "Wärme für 9 € 日".utf8 { try session.send(byte: byte) }
    try session.shows("Wärme für 9 € 日")
    try session.press("C-s")
    try session.shows("added the PDSA cycle")
    let listed = try JSON.parse(sandbox.huddle("list", "cycle", "--json").output).elements
    #expect(listed.contains { $0["plan"]?["objective"] == "Wärme für 9 € 日" })
  }
}
