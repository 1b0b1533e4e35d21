import Glibc
import Testing

@Suite(
  "A server for a team, as the README sets it up",
  .enabled(
    if: ServerSetup.isPossible,
    "not as root, without openssh-server, or no mounts of one's own are allowed here"))
struct ServerSetupTests {
  @Test("every step can be typed as it stands, and a member works over SSH in the end")
  func steps() throws {
    let sandbox = try HuddleSandbox()
    let root = #filePath.split(separator: "/Tests/huddleTests/").first ?? ""
    let readme = try HuddleSandbox.text(of: "\(root)/README.md")
    let setup = ServerSetup(readme: readme)
    #expect(
      setup.blocks.map(\.name) == [
        "account", "store", "sshd", "key, at Marta's", "line", "use, at Marta's", "backup",
      ])
    let script = try sandbox.file(
      "setup.sh",
      setup.script(port: Int.random(in: 20_000..<60_000), folder: sandbox.folder))
    let run = try ServerSetup.run(script, in: sandbox)
    #expect(run.code == 0, "\(run.output)\n\(run.errors)")
    #expect(run.output.contains("Marta Okafor · lead · riverside"), "\(run.errors)")
    let seen = run.output.split(separator: "== seen").last.map(String.init) ?? ""
    #expect(seen.contains("Riverside Hospital"))
    #expect(seen.contains("backup-"))
    #expect(seen.contains("“sh” cannot be done over SSH"))
    for place in ["/srv/huddle", "/etc/cron.daily/huddle", "/etc/ssh/sshd_config.d/huddle.conf"] {
      #expect(access(place, F_OK) != 0, "\(place) stays on the machine")
    }
    #expect(getpwnam("huddle") == nil)
  }
}
