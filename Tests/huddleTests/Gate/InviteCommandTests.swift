import Testing

@Suite("Inviting a member") struct InviteCommandTests {
  @Test("a folder, a file without a key and a role that may not are said as what they are")
  func refused() throws {
    let sandbox = try SSHSessionTests.network()
    let folder = try sandbox.huddle("member", "invite", "lee", "--key", sandbox.folder)
    #expect(folder.code == 1)
    #expect(folder.reason.hasSuffix("is a folder; name the file in it"), "\(folder.reason)")
    let users = try sandbox.file("users", "root:x:0:0::/root:/bin/sh\nlee:x:1:1::/:/bin/sh\n")
    let keyless = try sandbox.huddle("member", "invite", "lee", "--key", users)
    #expect(keyless.code == 1 && keyless.reason.contains("holds no SSH key"), "\(keyless.reason)")
    let coach = try sandbox.huddle("member", "invite", "lee", "--key", users, "--as", "cora")
    #expect(coach.code == 5)
    #expect(
      coach.reason == "huddle: only a steward may let members in over SSH, and you are a coach; "
        + "ask one")
  }
}
